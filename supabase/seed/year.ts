import { at, localDay } from './calendar';
import { type Closure, closuresOf } from './closures';
import { type Booking, Ledger } from './ledger';
import { Occupancy } from './occupancy';
import { festivalWishes, nextWeekend } from './occasions';
import { openRequests } from './open-requests';
import { ordinaryWishes } from './rhythms';
import { trainingWishes } from './trainings';
import type { Pool } from './world';

const BACK = 274;
const AHEAD = 120;

/** Nine months back and four ahead: what stands first is planned around by what follows. */
export function yearOf(pool: Pool, now: Date): { bookings: Booking[]; closures: Closure[] } {
  const today = localDay(now.getTime());
  const from = today - BACK;
  const to = today + AHEAD;
  const occupancy = new Occupancy();
  const ledger = new Ledger(pool, occupancy, now.getTime(), at(today, 0));
  const closures = closuresOf(pool.things, today, occupancy);
  // what is no longer lent has a past and no future
  const lent = pool.things.filter(({ seed }) => (seed.status ?? 'published') === 'published');
  const weekend = nextWeekend(lent, today);
  for (const wish of weekend.wishes) ledger.grant(wish);
  openRequests(
    lent,
    today,
    ledger,
    (wish) => touches(wish.startsAt, wish.endsAt) && weekend.free.has(wish.thing),
  );
  const rest = [
    ...lent.flatMap((thing) => trainingWishes(thing, from, to)),
    ...festivalWishes(lent, from, today, to),
    ...pool.things.flatMap((thing) =>
      ordinaryWishes(thing, from, today, lent.includes(thing) ? to : today - 90),
    ),
  ];
  for (const wish of rest) {
    if (touches(wish.startsAt, wish.endsAt) && weekend.free.has(wish.thing)) continue;
    ledger.grant(wish);
  }
  return { bookings: ledger.bookings, closures };

  function touches(startsAt: number, endsAt: number): boolean {
    return startsAt < weekend.to && weekend.from < endsAt;
  }
}
