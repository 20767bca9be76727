import { DecisionOutcome } from '@/components/approvals/decision-outcome';
import { DecidedNotice } from '@/components/events/decided-notice';
import { findBooking } from '@/lib/bookings/queries/booking';
import { listEventParts } from '@/lib/bookings/queries/lending';

/** What came of the last press on this page. */
export async function InboxOutcome({ bookingId }: { bookingId: string }) {
  const booking = await findBooking(bookingId);
  if (!booking) return null;
  return (
    <div role="status" className="mb-6">
      <DecisionOutcome booking={booking} withLink />
    </div>
  );
}

/** What came of answering for an event's parts together. */
export async function EventOutcome({ eventId, ownerIds }: { eventId: string; ownerIds: string[] }) {
  const parts = await listEventParts(eventId, ownerIds);
  const [first] = parts;
  if (!first?.event) return null;
  return (
    <div role="status" className="mb-6">
      <DecidedNotice event={first.event} borrower={first.borrower} parts={parts} />
    </div>
  );
}
