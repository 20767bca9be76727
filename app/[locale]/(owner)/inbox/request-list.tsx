import { Confirmations } from '@/components/approvals/confirmations';
import { Decision } from '@/components/approvals/decision';
import { ThingPicture } from '@/components/bookings/thing-picture';
import { PartsDecision } from '@/components/events/parts-decision';
import { EventCard } from '@/components/inbox/event-card';
import { RequestCard } from '@/components/inbox/request-card';
import { Island } from '@/components/ui/island';
import type { Confirmable } from '@/lib/approvals/model';
import type { OpenRequest } from '@/lib/bookings/model';
import { groupAsks, type Ask } from '@/lib/inbox/model/asks';
import type { Beside } from '@/lib/inbox/model/day';

type RequestListProps = {
  title: string;
  requests: OpenRequest[];
  beside: ReadonlyMap<string, Beside>;
  /** What must be confirmed before it goes out, by booking. */
  confirmables: ReadonlyMap<string, Confirmable[]>;
};

/** Puts the parts of three features together: the request, its picture, the decision. */
export function RequestList({ title, requests, beside, confirmables }: RequestListProps) {
  if (requests.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-2.5 text-base text-muted">{title}</h2>
      <ul className="space-y-4">
        {groupAsks(requests).map((ask) => (
          <Island key={ask.requests[0].id}>
            <AskCard ask={ask} beside={beside} confirmables={confirmables} />
          </Island>
        ))}
      </ul>
    </section>
  );
}

type AskCardProps = { ask: Ask } & Pick<RequestListProps, 'beside' | 'confirmables'>;

function AskCard({ ask, beside, confirmables }: AskCardProps) {
  const { event, requests } = ask;
  const [request] = requests;
  if (event) {
    return (
      <EventCard
        event={event}
        requests={requests}
        beside={beside.get(request.id) ?? null}
        pictureOf={({ thing }) => (
          <ThingPicture thing={thing} className="w-16 self-start rounded-md" />
        )}
        decision={
          <PartsDecision eventId={event.id} parts={requests.length} borrower={request.borrower} />
        }
      />
    );
  }
  return (
    <RequestCard
      request={request}
      beside={beside.get(request.id) ?? null}
      picture={<ThingPicture thing={request.thing} className="w-22 self-start rounded-md" />}
      decision={
        <>
          <ToConfirm request={request} confirmables={confirmables} />
          <Decision
            bookingId={request.id}
            place="inbox"
            borrower={request.borrower}
            isAsked={request.turn === 'borrower'}
          />
        </>
      }
    />
  );
}

type ToConfirmProps = { request: OpenRequest } & Pick<RequestListProps, 'confirmables'>;

function ToConfirm({ request, confirmables }: ToConfirmProps) {
  const { id, organisationId, borrower, zone } = request;
  return (
    <Confirmations
      bookingId={id}
      organisationId={organisationId}
      borrower={borrower}
      zone={zone}
      wanted={confirmables.get(id) ?? []}
    />
  );
}
