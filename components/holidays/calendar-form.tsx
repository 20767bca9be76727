import { getTranslations } from 'next-intl/server';
import { Input } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { importCalendarAction } from '@/lib/holidays/actions';

/** Takes a calendar file with the holidays of the schools. */
export async function CalendarForm({ poolId, zone }: { poolId: string; zone: string }) {
  const t = await getTranslations('holidays.import');
  return (
    <ActionForm
      action={importCalendarAction}
      className="space-y-4"
      done={<Notice tone="done">{t('done')}</Notice>}
    >
      <input type="hidden" name="poolId" value={poolId} />
      <input type="hidden" name="zone" value={zone} />
      <Input
        type="file"
        name="calendar"
        accept=".ics,text/calendar"
        label={t('file')}
        hint={t('hint')}
        className="py-2.5"
      />
      <SubmitButton variant="quiet">{t('send')}</SubmitButton>
    </ActionForm>
  );
}
