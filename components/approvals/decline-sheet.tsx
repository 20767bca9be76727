import { getTranslations } from 'next-intl/server';
import { declineBookingAction } from '@/lib/approvals/actions';
import { DECLINE_REASONS, type DecisionPlace } from '@/lib/approvals/model';
import { ChoiceCards } from '@/components/ui/choices.client';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TextArea } from '@/components/ui/fields.client';
import { Icon } from '@/components/ui/icon';
import { DecisionFields } from './decision-fields';

type DeclineSheetProps = { bookingId: string; place: DecisionPlace; borrower: string };

/** No, with a reason: a ready one, own words, or both. */
export async function DeclineSheet({ bookingId, place, borrower }: DeclineSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('approvals.decline'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={
        <>
          <Icon name="decline" />
          {t('action')}
        </>
      }
      look={{ variant: 'quiet', size: 'small' }}
      title={t('title')}
      text={<p className="text-muted">{t('text', { borrower })}</p>}
      confirm={t('send')}
      danger
      closeLabel={common('close')}
      action={declineBookingAction}
      queue="decline-booking"
    >
      <DecisionFields bookingId={bookingId} place={place} />
      <div data-decide="decline">
        <ChoiceCards
          name="reason"
          legend={t('legend')}
          options={DECLINE_REASONS.map((reason) => ({
            value: t(`reasons.${reason}`),
            label: <span className="font-normal">{t(`reasons.${reason}`)}</span>,
          }))}
        />
      </div>
      <TextArea name="note" label={t('note')} rows={2} maxLength={1_600} />
    </ConfirmSheet>
  );
}
