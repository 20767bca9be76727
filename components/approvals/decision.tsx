import { getTranslations } from 'next-intl/server';
import { approveBookingAction } from '@/lib/approvals/actions';
import type { DecisionPlace } from '@/lib/approvals/model';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { AskSheet } from './ask-sheet';
import { DecisionFields } from './decision-fields';
import { DeclineSheet } from './decline-sheet';

type DecisionProps = {
  bookingId: string;
  place: DecisionPlace;
  /** Who asked, for the words of the sheets. */
  borrower: string;
  /** A question is out already; asking twice would only confuse. */
  isAsked: boolean;
};

/** Yes in one tap; no and “what exactly?” in two. Plain forms, so they work without JavaScript. */
export async function Decision({ bookingId, place, borrower, isAsked }: DecisionProps) {
  const t = await getTranslations('approvals');
  return (
    <div className="space-y-2.5">
      <div data-decide="approve">
        <ActionForm action={approveBookingAction} queue="approve-booking">
          <DecisionFields bookingId={bookingId} place={place} />
          <SubmitButton wide>
            <Icon name="check" />
            {t('approve')}
          </SubmitButton>
        </ActionForm>
      </div>
      <div className="grid grid-cols-2 gap-2.5 [&>button:only-of-type]:col-span-2 [&>dialog]:col-span-2">
        {!isAsked && <AskSheet bookingId={bookingId} place={place} borrower={borrower} />}
        <DeclineSheet bookingId={bookingId} place={place} borrower={borrower} />
      </div>
    </div>
  );
}
