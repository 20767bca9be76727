import { getTranslations } from 'next-intl/server';
import { declineChangeAction, grantChangeAction } from '@/lib/approvals/actions';
import type { DecisionPlace } from '@/lib/approvals/model';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { ActionForm } from '@/components/ui/form.client';
import { TextArea } from '@/components/ui/fields.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { DecisionFields } from './decision-fields';

type ChangeDecisionProps = {
  bookingId: string;
  changeId: string;
  place: DecisionPlace;
  borrower: string;
};

/** Yes in one tap, no with a word. The booking itself stands either way. */
export async function ChangeDecision(props: ChangeDecisionProps) {
  const { bookingId, changeId, place, borrower } = props;
  const [t, common] = await Promise.all([
    getTranslations('approvals.change'),
    getTranslations('common.action'),
  ]);
  const fields = (
    <>
      <DecisionFields bookingId={bookingId} place={place} />
      <input type="hidden" name="changeId" value={changeId} />
    </>
  );
  return (
    <div className="space-y-2.5">
      <ActionForm action={grantChangeAction}>
        {fields}
        <SubmitButton wide>
          <Icon name="check" />
          {t('grant')}
        </SubmitButton>
      </ActionForm>
      <ConfirmSheet
        trigger={
          <>
            <Icon name="decline" />
            {t('decline')}
          </>
        }
        look={{ variant: 'quiet', size: 'small', wide: true }}
        title={t('declineTitle')}
        text={<p className="text-muted">{t('declineText', { borrower })}</p>}
        confirm={t('declineSend')}
        closeLabel={common('close')}
        action={declineChangeAction}
      >
        {fields}
        <TextArea name="note" label={t('note')} rows={2} maxLength={2_000} required />
      </ConfirmSheet>
    </div>
  );
}
