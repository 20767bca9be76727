import { LiveRefresh } from '@/components/ui/live-refresh.client';
import { EVENT_EVENTS, organisationTopic } from '@/lib/events/channel';

/** Keeps pages of events true: they read themselves again on every hint. */
export function LiveEvent({ organisationIds }: { organisationIds: string[] }) {
  return organisationIds.map((id) => (
    <LiveRefresh key={id} topic={organisationTopic(id)} events={EVENT_EVENTS} />
  ));
}
