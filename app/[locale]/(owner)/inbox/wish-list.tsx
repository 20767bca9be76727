import { ChangeDecision } from '@/components/approvals/change-decision';
import { OldNew } from '@/components/bookings/old-new';
import { ThingPicture } from '@/components/bookings/thing-picture';
import { WishCard } from '@/components/inbox/wish-card';
import { Island } from '@/components/ui/island';
import type { WishedChange } from '@/lib/bookings/model';

/** Wishes to change what is promised, each with old beside new and the decision. */
export function WishList({ title, wishes }: { title: string; wishes: WishedChange[] }) {
  if (wishes.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-2.5 text-base text-muted">{title}</h2>
      <ul className="space-y-4">
        {wishes.map((wish) => (
          <Island key={wish.id}>
            <WishCard
              wish={wish}
              picture={<ThingPicture thing={wish.thing} className="w-22 self-start rounded-md" />}
              oldNew={<OldNew from={wish.change.from} to={wish.change.to} zone={wish.zone} />}
              decision={
                <ChangeDecision
                  bookingId={wish.id}
                  changeId={wish.change.id}
                  place="inbox"
                  borrower={wish.borrower}
                />
              }
            />
          </Island>
        ))}
      </ul>
    </section>
  );
}
