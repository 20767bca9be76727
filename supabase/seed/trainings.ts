import { at, type Day, onOrAfter } from './calendar';
import { trainings } from './data/trainings';
import type { Thing } from './occupancy';
import { Random } from './random';
import { isSchoolHoliday } from './season';
import { rhythmOf, type Wish } from './wishes';

const HOUR = 60;
const starts = [15.5, 17, 18.5, 20];

/** The groups that come to a hall each week, outside the school holidays. */
export function trainingWishes(thing: Thing, from: Day, to: Day): Wish[] {
  if (rhythmOf(thing.seed) !== 'weekly-training') return [];
  const random = new Random('trainings', thing.seed.slug);
  const groups = random.shuffle(trainings[thing.seed.kind === 'room' ? 'hall' : 'field']);
  const slots = random.shuffle(
    [0, 1, 2, 3, 4].flatMap((weekday) => starts.map((start) => ({ weekday, start }))),
  );
  return groups.slice(0, 5).flatMap(([purpose, borrower], i) => {
    const { weekday, start } = slots[i] ?? { weekday: 0, start: 17 };
    const wishes: Wish[] = [];
    for (let day = onOrAfter(from, weekday); day <= to; day += 7) {
      if (isSchoolHoliday(day) || random.chance(0.06)) continue;
      const startsAt = at(day, start * HOUR);
      const endsAt = at(day, (start + 1.5) * HOUR);
      const quantity = 1;
      wishes.push({
        thing,
        startsAt,
        endsAt,
        quantity,
        purpose,
        borrower,
        series: true,
        sure: true,
      });
    }
    return wishes;
  });
}
