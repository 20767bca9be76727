import {
  addDays,
  asWallTime,
  startOfDay,
  timeOf,
  toInstant,
  type Day,
  type WallTime,
} from '@/lib/platform/dates';
import {
  periodOf,
  piecesOf,
  throughout,
  whenOf,
  type BusySpan,
  type Piece,
  type When,
} from '../model';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Every full hour of a day. */
export const FULL_HOURS: WallTime[] = Array.from({ length: 24 }, (_, hour) =>
  asWallTime(`${String(hour).padStart(2, '0')}:00`),
);

type Ground = { spans: readonly BusySpan[]; stock: number; zone: string; now: Date };

export type StartChoice = Pick<Piece, 'state' | 'free'> & {
  time: WallTime;
  /** The clocks show this time twice on that day; the second one is meant. */
  isTwice: boolean;
};

/**
 * When it could begin on a day: each time with how it stands until the next one. Times that the
 * spring change leaves out are none, and what is over is left away.
 */
export function startChoices(day: Day, times: readonly WallTime[], ground: Ground): StartChoice[] {
  const { spans, stock, zone, now } = ground;
  const dayEnd = startOfDay(addDays(day, 1), zone);
  const starts = times
    .map((time) => ({ time, at: toInstant(day, time, zone) }))
    .filter(({ time, at }) => timeOf(at, zone) === time);
  return starts
    .map(({ time, at }, index) => {
      const next = starts[index + 1]?.at ?? dayEnd;
      // with gaps between the times, an hour is what one looks at
      const end = new Date(Math.min(next.getTime(), at.getTime() + HOUR));
      const isTwice = timeOf(new Date(at.getTime() - HOUR), zone) === time;
      return {
        time,
        end,
        isTwice,
        ...throughout(piecesOf({ start: at, end }, spans, stock), stock),
      };
    })
    .filter(({ end }) => end > now)
    .map(({ time, isTwice, state, free }) => ({ time, isTwice, state, free }));
}

export type LengthChoice = { minutes: number; when: When };

/** The lengths people ask for, in minutes that really pass. */
const LENGTHS = [60, 90, 120, 180, 240, 360, 480, 720];

type LengthGround = Omit<Ground, 'now'> & { quantity: number; step?: number };

/** For how long so many can be had from then on without a break, until midnight at most. */
export function lengthChoices(day: Day, time: WallTime, ground: LengthGround): LengthChoice[] {
  const { spans, stock, zone, quantity, step = 30 } = ground;
  const start = toInstant(day, time, zone);
  const dayEnd = startOfDay(addDays(day, 1), zone);
  const stop = piecesOf({ start, end: dayEnd }, spans, stock).find(({ free }) => free < quantity);
  const last = stop?.start ?? dayEnd;
  const most = (last.getTime() - start.getTime()) / MINUTE;
  return (
    LENGTHS.filter((minutes) => minutes <= most && minutes % step === 0)
      .map((minutes) => {
        const end = new Date(start.getTime() + minutes * MINUTE);
        return { minutes, end, when: whenOf({ start, end }, zone) };
      })
      // an end in the hour that autumn repeats could be either; the clock cannot say it
      .filter(({ end, when }) => periodOf(when, zone).end.getTime() === end.getTime())
      .map(({ minutes, when }) => ({ minutes, when }))
  );
}

/** What a tap on a start means: as long as wished before, else two hours, else what there is. */
export function usualLength(choices: readonly LengthChoice[], wished: number | null): When | null {
  const fits = (minutes: number | null) => choices.find((choice) => choice.minutes === minutes);
  return (fits(wished) ?? fits(120) ?? choices.at(-1))?.when ?? null;
}

/** What the clocks do on that day: an hour that is left out or comes twice; null on most days. */
export function clockChangeOf(day: Day, zone: string): 'missing' | 'twice' | null {
  const hours =
    (startOfDay(addDays(day, 1), zone).getTime() - startOfDay(day, zone).getTime()) / HOUR;
  if (hours === 24) return null;
  return hours < 24 ? 'missing' : 'twice';
}
