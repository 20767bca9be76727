import { Decision } from '@/components/approvals/decision';
import { DecisionOutcome } from '@/components/approvals/decision-outcome';
import { Outcome } from '@/components/bookings/outcome';
import type { BookingDetail } from '@/lib/bookings/model';

/** What the owner's approvers can decide here; nothing for others. */
export function BookingDecision({ booking }: { booking: BookingDetail }) {
  if (!booking.standing.isDecider || booking.status !== 'requested') return null;
  return (
    <Decision
      bookingId={booking.id}
      place="booking"
      borrower={booking.borrower}
      isAsked={booking.turn === 'borrower'}
    />
  );
}

/** What came of the press that led here. */
export function BookingOutcome({ booking, after }: { booking: BookingDetail; after: unknown }) {
  return after === 'decide' ? (
    <DecisionOutcome booking={booking} withLink={false} />
  ) : (
    <Outcome booking={booking} after={typeof after === 'string' ? after : undefined} />
  );
}
