import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { withdrawAction } from '@/lib/handover/actions';
import type { Day } from '@/lib/platform/dates';

type DaysProps = { from: Day; to: Day; today: Day };

/** From which day to which; a plain form to the same address. */
export async function DaysForm({ from, to, today }: DaysProps) {
  const t = await getTranslations('handover.withdraw');
  return (
    <form className="space-y-3" noValidate>
      <div className="grid grid-cols-2 gap-3">
        <Input name="from" type="date" min={today} label={t('from')} defaultValue={from} />
        <Input name="to" type="date" min={today} label={t('to')} defaultValue={to} />
      </div>
      <Button type="submit" variant="quiet" wide>
        {t('look')}
      </Button>
    </form>
  );
}

type WithdrawProps = { resourceId: string; zone: string; from: Day; to: Day };

/** Takes it out for these days. What is promised stays until somebody decides. */
export async function WithdrawForm({ resourceId, zone, from, to }: WithdrawProps) {
  const [t, common] = await Promise.all([
    getTranslations('handover.withdraw'),
    getTranslations('common.action'),
  ]);
  return (
    <ActionForm action={withdrawAction} className="space-y-4">
      <input type="hidden" name="resourceId" value={resourceId} />
      <input type="hidden" name="zone" value={zone} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <Input
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        optional={common('optional')}
        maxLength={500}
      />
      <SubmitButton wide>{t('send')}</SubmitButton>
    </ActionForm>
  );
}
