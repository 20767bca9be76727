import { getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TextArea } from '@/components/ui/fields.client';
import { noShowAction } from '@/lib/handover/actions';
import { PlaceFields, type FormAt } from './hand-over-form';

/** Nobody came: the rest of the time is free again. */
export async function NoShowSheet({ bookingId, place, borrower }: FormAt & { borrower: string }) {
  const [t, common] = await Promise.all([
    getTranslations('handover'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={t('noShow')}
      look={{ variant: 'quiet', size: 'small' }}
      title={t('noShowTitle')}
      text={<p className="text-muted">{t('noShowText', { borrower })}</p>}
      confirm={t('noShowSend')}
      closeLabel={common('close')}
      action={noShowAction}
      queue="no-show"
    >
      <PlaceFields bookingId={bookingId} place={place} />
      <TextArea
        name="note"
        label={t('word')}
        optional={common('optional')}
        rows={2}
        maxLength={2_000}
      />
    </ConfirmSheet>
  );
}
