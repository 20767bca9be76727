import { Decision } from '@/components/approvals/decision';
import { ThingPicture } from '@/components/bookings/thing-picture';
import { RequestCard } from '@/components/inbox/request-card';
import type { OpenRequest } from '@/lib/bookings/model';
import type { Beside } from '@/lib/inbox/model/day';

type RequestListProps = {
  title: string;
  requests: OpenRequest[];
  beside: ReadonlyMap<string, Beside>;
};

/** Puts the parts of three features together: the request, its picture, the decision. */
export function RequestList({ title, requests, beside }: RequestListProps) {
  if (requests.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-2.5 text-base text-muted">{title}</h2>
      <ul className="space-y-4">
        {requests.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            beside={beside.get(request.id) ?? null}
            picture={<ThingPicture thing={request.thing} className="w-22 self-start rounded-md" />}
            decision={
              <Decision
                bookingId={request.id}
                place="inbox"
                borrower={request.borrower}
                isAsked={request.turn === 'borrower'}
              />
            }
          />
        ))}
      </ul>
    </section>
  );
}
