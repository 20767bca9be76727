import { getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TextArea } from '@/components/ui/fields.client';
import { Icon } from '@/components/ui/icon';
import { damageAction } from '@/lib/handover/actions';
import { PlaceFields } from './hand-over-form';

/** Something is damaged: told to the other side, without blame. */
export async function DamageSheet({ bookingId, other }: { bookingId: string; other: string }) {
  const [t, common] = await Promise.all([
    getTranslations('handover'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={
        <>
          <Icon name="alert" />
          {t('damage')}
        </>
      }
      look={{ variant: 'ghost', size: 'small' }}
      title={t('damageTitle')}
      text={<p className="text-muted">{t('damageText', { other })}</p>}
      confirm={t('damageSend')}
      closeLabel={common('close')}
      action={damageAction}
      queue="report-damage"
    >
      <PlaceFields bookingId={bookingId} place="booking" />
      <TextArea name="note" label={t('what')} rows={3} maxLength={2_000} required />
    </ConfirmSheet>
  );
}
