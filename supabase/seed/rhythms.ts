import { type Day, partsOf } from './calendar';
import type { Thing } from './occupancy';
import { Random } from './random';
import { isSchoolHoliday, seasonOf, summerOf } from './season';
import { periodOn, purposeOf, quantityOf, type Rhythm, rhythmOf, type Wish } from './wishes';

/** Bookings a week in an ordinary week, for a thing of middling fame. */
const perWeek: Record<Rhythm, number> = {
  weekend: 0.36,
  summer: 0.44,
  weekday: 0.44,
  evening: 0.6,
  // besides the trainings themselves
  'weekly-training': 0.4,
  rare: 0.09,
  idle: 0.015,
};

/** Which share of a week's bookings starts on Monday … Sunday. */
const byWeekday: Record<Rhythm, readonly number[]> = {
  weekend: [0.02, 0.02, 0.03, 0.05, 0.18, 0.5, 0.2],
  summer: [0.03, 0.03, 0.04, 0.06, 0.16, 0.45, 0.23],
  weekday: [0.2, 0.22, 0.2, 0.2, 0.13, 0.04, 0.01],
  evening: [0.15, 0.18, 0.19, 0.18, 0.14, 0.1, 0.06],
  'weekly-training': [0, 0, 0, 0, 0, 0.6, 0.4],
  rare: [0.05, 0.05, 0.05, 0.1, 0.2, 0.4, 0.15],
  idle: [0, 0, 0, 0, 0.2, 0.6, 0.2],
};

function weatherOf(rhythm: Rhythm, day: Day): number {
  if (rhythm === 'summer') return summerOf(day);
  const holiday = isSchoolHoliday(day) && (rhythm === 'weekday' || rhythm === 'evening');
  return seasonOf(day) * (holiday ? 0.5 : 1);
}

/** What a year brings to one thing; further ahead, fewer have thought of it yet. */
export function ordinaryWishes(thing: Thing, from: Day, today: Day, to: Day): Wish[] {
  const random = new Random('rhythm', thing.seed.slug);
  const fame = 0.55 + 0.9 * random.next();
  const crowd = thing.stock >= 12 ? 2.2 : thing.stock > 2 ? 1.4 : 1;
  const rhythm = rhythmOf(thing.seed);
  // a room for a feast is what everybody looks for
  const sought = thing.seed.kind === 'room' && rhythm === 'weekend' ? 1.6 : 1;
  const wishes: Wish[] = [];
  for (let day = from; day <= to; day += 1) {
    const weekday = byWeekday[rhythm][partsOf(day).weekday] ?? 0;
    const planned = day <= today ? 1 : Math.exp((today - day) / 50);
    const expected =
      perWeek[rhythm] * weekday * weatherOf(rhythm, day) * fame * crowd * sought * planned;
    if (!random.chance(expected)) continue;
    const [startsAt, endsAt] = periodOn(thing, day, random);
    const quantity = quantityOf(thing.stock, random);
    wishes.push({ thing, startsAt, endsAt, quantity, purpose: purposeOf(thing, startsAt, random) });
  }
  return wishes;
}
