import { LiveRefresh } from '@/components/ui/live-refresh.client';
import { BOOKING_EVENTS, organisationTopic } from '@/lib/bookings/channel';
import { AnnounceChanges } from './announce-changes.client';

type LiveBookingsProps = {
  organisationIds: string[];
  /** Changes when what the page shows changes: ids and versions, or a whole sentence. */
  stamp: string;
  /** Said when it changed while somebody was looking. */
  says: string;
  isVisible?: boolean;
};

/** Keeps a page of bookings true: it reads itself again on every hint, and says so when it changed. */
export function LiveBookings({ organisationIds, stamp, says, isVisible }: LiveBookingsProps) {
  return (
    <>
      {organisationIds.map((id) => (
        <LiveRefresh key={id} topic={organisationTopic(id)} events={BOOKING_EVENTS} />
      ))}
      <AnnounceChanges stamp={stamp} says={says} isVisible={isVisible ?? false} />
    </>
  );
}
