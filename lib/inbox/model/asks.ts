import type { EventNote, OpenRequest } from '../../bookings/model';

/** One question to an owner: a single request, or all parts of an event. */
export type Ask =
  | { event: null; requests: [OpenRequest] }
  | { event: EventNote; requests: [OpenRequest, ...OpenRequest[]] };

/** Requests of one event stand together where its first one stood. */
export function groupAsks(requests: readonly OpenRequest[]): Ask[] {
  const asks: Ask[] = [];
  const events = new Map<string, Extract<Ask, { event: EventNote }>>();
  for (const request of requests) {
    const { event } = request;
    if (!event) {
      asks.push({ event: null, requests: [request] });
      continue;
    }
    const known = events.get(event.id);
    if (known) {
      known.requests.push(request);
      continue;
    }
    const ask: Extract<Ask, { event: EventNote }> = { event, requests: [request] };
    events.set(event.id, ask);
    asks.push(ask);
  }
  return asks;
}

/** An event waits for its owner as long as one of its parts does. */
export function whoseTurn(requests: readonly OpenRequest[]): {
  open: OpenRequest[];
  waiting: OpenRequest[];
} {
  const events = new Set(
    requests.filter(({ turn }) => turn === 'owner').map(({ event }) => event?.id),
  );
  const isOpen = ({ turn, event }: OpenRequest) =>
    turn === 'owner' || (event !== null && events.has(event.id));
  return {
    open: requests.filter(isOpen),
    waiting: requests.filter((request) => !isOpen(request)),
  };
}
