import { at, type Day, partsOf } from './calendar';
import { topicOf } from './data/purposes';
import type { Thing } from './occupancy';
import { Random } from './random';
import { festivalsOf } from './season';
import {
  nextSaturday,
  periodFrom,
  periodOn,
  purposeOf,
  quantityOf,
  rhythmOf,
  type Wish,
} from './wishes';

const HOUR = 60;

function isWantedAt(thing: Thing, outdoors: boolean): boolean {
  const { kind } = thing.seed;
  const rhythm = rhythmOf(thing.seed);
  if (rhythm === 'idle' || rhythm === 'weekly-training' || kind === 'service') return false;
  if (/tools|garden|sewing|workshop/.test(topicOf(kind, thing.seed.picture))) return false;
  if (kind === 'room') return !outdoors;
  return outdoors || rhythm !== 'summer';
}

/** The feasts for which the whole district borrows. */
export function festivalWishes(things: Thing[], from: Day, today: Day, to: Day): Wish[] {
  const years = [partsOf(from).year, partsOf(to).year];
  return [...new Set(years)].flatMap(festivalsOf).flatMap((festival) => {
    if (festival.day < from || festival.day > to) return [];
    const random = new Random('festival', festival.name, partsOf(festival.day).year);
    const planned = festival.day <= today ? 1 : Math.exp((today - festival.day) / 90);
    return things
      .filter((thing) => isWantedAt(thing, festival.outdoors))
      .filter(() => random.chance(festival.share * 0.6 * planned))
      .map((thing): Wish => {
        const room = thing.seed.kind === 'room';
        // what is lent by the hour is wanted for the feast itself
        const short = room || (thing.seed.maxMinutes ?? 3000) < 2600;
        const [startsAt, endsAt] = periodFrom(
          thing,
          at(festival.day, (short ? 12 : -8) * HOUR),
          at(festival.day, (short ? 23 : 35) * HOUR),
        );
        return {
          thing,
          startsAt,
          endsAt,
          quantity: quantityOf(thing.stock, random),
          purpose: festival.name,
        };
      });
  });
}

/** Known things of which a visitor should find one taken and its twin free. */
const surelyFree = new Set([
  'turnhalle-haelfte-b',
  'saal-rechts',
  'lastenrad-emil',
  'huepfburg-5x6',
]);
const surelyTaken = new Set([
  'turnhalle-haelfte-a',
  'saal-links',
  'lastenrad-lotte',
  'festzeltgarnituren',
  'mehrwegbecher',
  'buergersaal',
  'neunsitzer-bus',
]);

export interface Weekend {
  wishes: Wish[];
  /** Things that nobody may take on that weekend. */
  free: Set<Thing>;
  from: number;
  to: number;
}

/** Next weekend is what everybody looks at first: some taken, some free, piles in part. */
export function nextWeekend(things: Thing[], today: Day): Weekend {
  const saturday = nextSaturday(today);
  const weekend: Weekend = {
    wishes: [],
    free: new Set(),
    from: at(saturday, -10 * HOUR),
    to: at(saturday, 48 * HOUR),
  };
  for (const thing of things) {
    const { slug, kind } = thing.seed;
    const random = new Random('weekend', slug);
    const isTaken =
      surelyTaken.has(slug) ||
      (!surelyFree.has(slug) && random.chance(kind === 'service' ? 0.2 : 0.42));
    if (!isTaken || rhythmOf(thing.seed) === 'idle') {
      weekend.free.add(thing);
      continue;
    }
    const times = thing.stock >= 12 ? 2 : 1;
    for (let i = 0; i < times; i += 1) {
      const [startsAt, endsAt] = periodOn(thing, saturday, random);
      const quantity = quantityOf(thing.stock, random);
      const purpose = purposeOf(thing, startsAt, random);
      weekend.wishes.push({ thing, startsAt, endsAt, quantity, purpose, sure: true });
    }
  }
  return weekend;
}
