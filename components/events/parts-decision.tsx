import { getTranslations } from 'next-intl/server';
import { ChoiceCards } from '@/components/ui/choices.client';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TextArea } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { DECLINE_REASONS } from '@/lib/approvals/model';
import { approvePartsAction, declinePartsAction } from '@/lib/events/actions';

type PartsDecisionProps = { eventId: string; parts: number; borrower: string };

/** An owner's answer for all its parts of an event at once. */
export async function PartsDecision({ eventId, parts, borrower }: PartsDecisionProps) {
  const [t, approvals, common] = await Promise.all([
    getTranslations('events.inbox'),
    getTranslations('approvals.decline'),
    getTranslations('common.action'),
  ]);
  return (
    <div className="space-y-2.5">
      <ActionForm action={approvePartsAction}>
        <input type="hidden" name="eventId" value={eventId} />
        <SubmitButton wide>
          <Icon name="check" />
          {t('approve', { count: parts })}
        </SubmitButton>
      </ActionForm>
      <div className="grid [&>dialog]:w-full">
        <ConfirmSheet
          trigger={
            <>
              <Icon name="decline" />
              {t('decline', { count: parts })}
            </>
          }
          look={{ variant: 'quiet', size: 'small' }}
          title={approvals('title')}
          text={<p className="text-muted">{t('declineText', { borrower })}</p>}
          confirm={approvals('send')}
          danger
          closeLabel={common('close')}
          action={declinePartsAction}
        >
          <input type="hidden" name="eventId" value={eventId} />
          <ChoiceCards
            name="reason"
            legend={approvals('legend')}
            options={DECLINE_REASONS.map((reason) => ({
              value: approvals(`reasons.${reason}`),
              label: <span className="font-normal">{approvals(`reasons.${reason}`)}</span>,
            }))}
          />
          <TextArea name="note" label={t('note')} rows={2} maxLength={1_600} />
        </ConfirmSheet>
      </div>
      <p className="text-sm text-muted">{t('each')}</p>
    </div>
  );
}
