import { tzOffset } from '@date-fns/tz';

/**
 * All conversions between wall time in a zone and instants. Nothing here reads the machine's zone.
 * Periods are half-open: `end` is the first moment that is free again.
 */

declare const dayBrand: unique symbol;
declare const timeBrand: unique symbol;

/** A calendar day, `2026-10-25`, in whatever zone the speaker means. */
export type Day = string & { readonly [dayBrand]: true };
/** A time on the wall, `09:30`. */
export type WallTime = string & { readonly [timeBrand]: true };
export type Period = { start: Date; end: Date };

export const DEFAULT_ZONE = 'Europe/Berlin';

const MINUTE = 60_000;
const DAY_MS = 86_400_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const TIME_PATTERN = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY_PATTERN.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  // why: Date.parse is kind to 2026-02-30 in some engines; the round trip is not.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

export function isWallTime(value: unknown): value is WallTime {
  return typeof value === 'string' && TIME_PATTERN.test(value);
}

export function asDay(value: string): Day {
  if (!isDay(value)) throw new RangeError(`not a day: ${value}`);
  return value;
}

export function asWallTime(value: string): WallTime {
  if (!isWallTime(value)) throw new RangeError(`not a time: ${value}`);
  return value;
}

/**
 * The instant at which the zone's clocks show this, as the database says it too (docs/domain.md): an
 * hour that spring leaves out shifts forward by the gap (02:30 → 03:30); of an hour that autumn
 * repeats, the second is meant.
 */
export function toInstant(day: Day, time: WallTime, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = wall - offsetAt(wall - DAY_MS, zone);
  const after = wall - offsetAt(wall + DAY_MS, zone);
  return new Date(showsWall(after, wall, zone) ? after : before);
}

function offsetAt(epoch: number, zone: string): number {
  return tzOffset(zone, new Date(epoch)) * MINUTE;
}

function showsWall(epoch: number, wall: number, zone: string): boolean {
  return epoch + offsetAt(epoch, zone) === wall;
}

function wallClock(instant: Date, zone: string): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), zone)).toISOString();
}

export function dayOf(instant: Date, zone: string): Day {
  return asDay(wallClock(instant, zone).slice(0, 10));
}

export function timeOf(instant: Date, zone: string): WallTime {
  return asWallTime(wallClock(instant, zone).slice(11, 16));
}

export function startOfDay(day: Day, zone: string): Date {
  return toInstant(day, asWallTime('00:00'), zone);
}

export function addDays(day: Day, days: number): Day {
  return asDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10));
}

/** Whole days from the first to the last, both included: `[00:00 of first, 00:00 after last)`. */
export function periodOfDays(first: Day, last: Day, zone: string): Period {
  return { start: startOfDay(first, zone), end: startOfDay(addDays(last, 1), zone) };
}

/** The last day a period touches, the one people name: `[Sat 00:00, Sun 00:00)` ends on Saturday. */
export function lastDayOf(period: Period, zone: string): Day {
  return dayOf(new Date(period.end.getTime() - 1), zone);
}

export function daysOf(period: Period, zone: string): Day[] {
  return daysBetween(dayOf(period.start, zone), lastDayOf(period, zone));
}

export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export function isWholeDays(period: Period, zone: string): boolean {
  return timeOf(period.start, zone) === '00:00' && timeOf(period.end, zone) === '00:00';
}

export function overlaps(a: Period, b: Period): boolean {
  return a.start < b.end && b.start < a.end;
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The first day of the month that many months away. */
export function monthOf(day: Day, offset = 0): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return asDay(new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 10));
}

/** Full weeks that cover the month of `day`; `firstWeekday` is the locale's (Monday 1 … Sunday 7). */
export function weeksOfMonth(day: Day, firstWeekday: number): Day[][] {
  const first = monthOf(day);
  const last = addDays(monthOf(day, 1), -1);
  const weeks: Day[][] = [];
  let start = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7));
  while (start <= last) {
    weeks.push(daysBetween(start, addDays(start, 6)));
    start = addDays(start, 7);
  }
  return weeks;
}
