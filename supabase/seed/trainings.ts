import { at, type Day, onOrAfter } from './calendar';
import { trainings } from './data/trainings';
import type { Thing } from './occupancy';
import { Random } from './random';
import { isSchoolHoliday } from './season';
import { rhythmOf, type Wish } from './wishes';

const HOUR = 60;
const early = [15.5, 17];
const late = [18.5, 20];
/** Who is not out at eight in the evening. */
const isEarly = /Kind|U9|U1\d|Mädchen|Senioren|Walking|Jugend|Breakdance/;

/** The groups that come to a hall each week, outside the school holidays. */
export function trainingWishes(thing: Thing, from: Day, to: Day): Wish[] {
  if (rhythmOf(thing.seed) !== 'weekly-training') return [];
  const random = new Random('trainings', thing.seed.slug);
  const groups = random.shuffle(trainings[thing.seed.kind === 'room' ? 'hall' : 'field']);
  const slotsOf = (times: number[]) =>
    random.shuffle(
      [0, 1, 2, 3, 4].flatMap((weekday) => times.map((start) => ({ weekday, start }))),
    );
  const slots = { early: slotsOf(early), late: slotsOf(late) };
  return groups.slice(0, 5).flatMap(([purpose, borrower]) => {
    const slot = slots[isEarly.test(purpose) ? 'early' : 'late'].pop();
    if (!slot) return [];
    const { weekday, start } = slot;
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
