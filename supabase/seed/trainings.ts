import { at, type Day, onOrAfter } from './calendar';
import { trainings } from './data/purposes';
import type { Thing } from './occupancy';
import { Random } from './random';
import { isSchoolHoliday } from './season';
import { rhythmOf, type Wish } from './wishes';

const HOUR = 60;
const starts = [15.5, 17, 18.5, 20];

/** The groups that come to a hall each week, outside the school holidays. */
export function trainingWishes(thing: Thing, from: Day, to: Day, borrowers: string[]): Wish[] {
  if (rhythmOf(thing.seed) !== 'weekly-training') return [];
  const random = new Random('trainings', thing.seed.slug);
  const slots = [0, 1, 2, 3, 4].flatMap((weekday) => starts.map((start) => ({ weekday, start })));
  const names = random.shuffle(trainings);
  return random
    .shuffle(slots)
    .slice(0, 5)
    .flatMap(({ weekday, start }, i) => {
      const purpose = names[i % names.length] ?? 'Training';
      // every other group is one of the owner's own
      const borrower = random.chance(0.35) ? thing.seed.owner : random.pick(borrowers);
      const wishes: Wish[] = [];
      for (let day = onOrAfter(from, weekday); day <= to; day += 7) {
        if (isSchoolHoliday(day) || random.chance(0.06)) continue;
        const startsAt = at(day, start * HOUR);
        const endsAt = at(day, (start + 1.5) * HOUR);
        wishes.push({
          thing,
          startsAt,
          endsAt,
          quantity: 1,
          purpose,
          borrower,
          series: true,
          sure: true,
        });
      }
      return wishes;
    });
}
