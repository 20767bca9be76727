import { DecisionOutcome } from '@/components/approvals/decision-outcome';
import { findBooking } from '@/lib/bookings/queries/booking';

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
