import { TZDate } from '@date-fns/tz';

const ZONE = 'Europe/Berlin';
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A calendar day, counted from 1970-01-01; has no zone and no hours, so adding days is exact. */
export type Day = number;

const midnights = new Map<Day, number>();

/** Zones are slow to ask, so each midnight is asked for once. */
function midnight(day: Day): number {
  let found = midnights.get(day);
  if (found === undefined) {
    const { year, month, day: date } = partsOf(day);
    found = new TZDate(year, month - 1, date, ZONE).getTime();
    midnights.set(day, found);
  }
  return found;
}

export function localDay(instant: number): Day {
  const day = Math.floor(instant / DAY);
  if (instant < midnight(day)) return day - 1;
  return instant < midnight(day + 1) ? day : day + 1;
}

export interface DayParts {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
  /** 0 Monday to 6 Sunday */
  weekday: number;
}

export function partsOf(day: Day): DayParts {
  const date = new Date(day * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

export const dayOf = (year: number, month: number, day: number): Day =>
  Date.UTC(year, month - 1, day) / DAY;

/** The first such weekday (0 Monday) on or after a day. */
export const onOrAfter = (day: Day, weekday: number): Day =>
  day + ((weekday - partsOf(day).weekday + 7) % 7);

/** Milliseconds of a wall-clock time; `minutes` may exceed a day (then it is a later date). */
export function at(day: Day, minutes: number): number {
  const date = day + Math.floor(minutes / 1440);
  const rest = minutes - Math.floor(minutes / 1440) * 1440;
  const start = midnight(date);
  if (midnight(date + 1) - start === DAY) return start + rest * MINUTE;
  // the two days a year on which clocks change
  const { year, month, day: dayOfMonth } = partsOf(date);
  return new TZDate(year, month - 1, dayOfMonth, Math.floor(rest / 60), rest % 60, ZONE).getTime();
}

export const iso = (ms: number): string => new Date(ms).toISOString();
export const minutes = (count: number): number => count * MINUTE;
export const days = (count: number): number => count * DAY;

export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const d = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25);
  const h = (19 * a + d + 15) % 30;
  const i = h - Math.floor(h / 28) * (1 - Math.floor(29 / (h + 1)) * Math.floor((21 - a) / 11));
  const j = (year + Math.floor(year / 4) + i + 2 - b + Math.floor(b / 4)) % 7;
  const l = i - j;
  const month = 3 + Math.floor((l + 40) / 44);
  return dayOf(year, month, l + 28 - 31 * Math.floor(month / 4));
}
