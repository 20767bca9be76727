import { at, type Day, localDay, minutes, onOrAfter, partsOf } from './calendar';
import { purposes, summerWords, topicOf, winterWords } from './data/purposes';
import type { ResourceSeed } from './data/types';
import type { Thing } from './occupancy';
import type { Random } from './random';

/** Somebody wants something for a time; what comes of it is decided in ledger.ts. */
export interface Wish {
  thing: Thing;
  startsAt: number;
  endsAt: number;
  quantity: number;
  purpose: string;
  /** Slug of who wants it; chosen by chance when left out. */
  borrower?: string;
  /** One of many: asked for by those who run the club. */
  series?: boolean;
  /** Nothing goes wrong with it: trainings and next weekend. */
  sure?: boolean;
}

export type Rhythm = NonNullable<ResourceSeed['rhythm']>;

const byKind: Record<ResourceSeed['kind'], Rhythm> = {
  equipment: 'weekend',
  installation: 'summer',
  room: 'evening',
  vehicle: 'weekend',
  service: 'weekday',
};

export const rhythmOf = ({ rhythm, kind }: ResourceSeed): Rhythm => rhythm ?? byKind[kind];

/** The Saturday that people think of when they say "next weekend". */
export const nextSaturday = (today: Day): Day => onOrAfter(today + 1, 5);

type Slot = readonly [fromMinute: number, toMinute: number];
const h = (hours: number) => hours * 60;

const daytime: Record<ResourceSeed['kind'], readonly Slot[]> = {
  equipment: [
    [h(9), h(18)],
    [h(10), h(24 + 16)],
    [h(15), h(48 + 11)],
  ],
  installation: [
    [h(10), h(13)],
    [h(14), h(18)],
    [h(16), h(19)],
  ],
  room: [
    [h(9), h(12)],
    [h(10), h(12)],
    [h(14), h(17)],
    [h(15.5), h(18)],
  ],
  vehicle: [
    [h(8), h(13)],
    [h(9), h(17)],
    [h(13), h(19)],
  ],
  service: [
    [h(9), h(10.5)],
    [h(10), h(12)],
    [h(14), h(15.5)],
    [h(16), h(18)],
  ],
};
const evening: readonly Slot[] = [
  [h(18), h(20)],
  [h(18.5), h(21)],
  [h(19), h(22)],
  [h(17), h(19)],
];
const feast: Record<ResourceSeed['kind'], readonly Slot[]> = {
  equipment: [
    [h(-8), h(24 + 18)],
    [h(9), h(22)],
    [h(10), h(24 + 12)],
    [h(-7), h(24 + 10)],
  ],
  installation: [
    [h(10), h(20)],
    [h(12), h(18)],
    [h(9), h(24 + 14)],
  ],
  room: [
    [h(14), h(23)],
    [h(10), h(18)],
    [h(16), h(24)],
    [h(9), h(24 + 12)],
  ],
  vehicle: [
    [h(8), h(20)],
    [h(9), h(24 + 18)],
    [h(-7), h(24 + 19)],
    [h(8), h(14)],
  ],
  service: [
    [h(14), h(18)],
    [h(15), h(22)],
    [h(10), h(14)],
  ],
};

/** A time of day that fits the thing and the day, within what its owner allows. */
export function periodOn(thing: Thing, day: Day, random: Random): [number, number] {
  const { kind } = thing.seed;
  const isWeekend = partsOf(day).weekday >= 5;
  const rhythm = rhythmOf(thing.seed);
  const inTheEvening =
    kind === 'room' || kind === 'service' ? rhythm !== 'weekday' : rhythm === 'evening';
  const slots = isWeekend ? feast[kind] : inTheEvening ? evening : daytime[kind];
  const [from, to] = random.pick(slots);
  return periodFrom(thing, at(day, from), at(day, to));
}

/** A period cut or stretched to what the owner allows. */
export function periodFrom(thing: Thing, startsAt: number, endsAt: number): [number, number] {
  const { minMinutes = 1, maxMinutes = 527040 } = thing.seed;
  const wanted = Math.max(endsAt - startsAt, minutes(minMinutes));
  return [startsAt, startsAt + Math.min(wanted, minutes(maxMinutes))];
}

/** People count in tens when there are many, and take a part of a pile, rarely all. */
export function quantityOf(stock: number, random: Random): number {
  if (stock === 1) return 1;
  if (stock < 12) return random.between(1, Math.ceil(stock / 2));
  const step = stock >= 100 ? 10 : stock >= 40 ? 5 : 2;
  return Math.max(1, Math.round((stock * (0.08 + 0.32 * random.next())) / step)) * step;
}

/** What it is for, in words that fit the thing and the season; some say nothing. */
export function purposeOf(thing: Thing, startsAt: number, random: Random): string {
  if (random.chance(0.06)) return '';
  const { month } = partsOf(localDay(startsAt));
  const unfit = month >= 5 && month <= 9 ? winterWords : summerWords;
  const known: readonly string[] = purposes[topicOf(thing.seed.kind, thing.seed.picture)];
  return random.pick(known.filter((words) => !unfit.test(words)));
}
