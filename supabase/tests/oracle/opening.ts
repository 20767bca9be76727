/**
 * Opening hours, grids and counted days once more, minute by minute and without a thought for speed.
 * Shares nothing with the SQL; zones come from the JavaScript engine.
 */
export interface Hours {
  weekday: number;
  opens: number;
  closes: number;
  season?: [from: string, to: string] | undefined;
}
export interface Exception {
  from: string;
  to: string;
  hours?: [opens: number, closes: number] | undefined;
}
export interface World {
  /** Null: always open. */
  hours: Hours[] | null;
  exceptions: Exception[];
  publicHolidays: string[];
  schoolHolidays: string[];
  closedOnPublic: boolean;
  closedInSchool: boolean;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

const berlin = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const offsets = new Map<number, number>();

/** What Berlin's clocks show, as if it were UTC. */
export function wall(instant: number): number {
  const quarter = Math.floor(instant / (15 * MINUTE)) * 15 * MINUTE;
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    const parts = berlin.formatToParts(quarter);
    const of = (type: string) => Number(parts.find((p) => p.type === type)?.value);
    offset = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) - quarter;
    offsets.set(quarter, offset);
  }
  return instant + offset;
}

export const dateOf = (shown: number) => new Date(shown).toISOString().slice(0, 10);
const minuteOf = (shown: number) => Math.floor((shown - Date.parse(dateOf(shown))) / MINUTE);
const days = (e: Exception) => Date.parse(e.to) - Date.parse(e.from);

/** What counts on a date: the hours, and why they are not the usual ones. */
export function dayOf(world: World, date: string): { spans: [number, number][]; reason?: string } {
  if (world.hours) {
    const covering = world.exceptions.filter((e) => e.from <= date && date <= e.to);
    const shortest = covering.filter((e) => covering.every((other) => days(e) <= days(other)));
    if (shortest.length > 0)
      return { spans: shortest.flatMap((e) => (e.hours ? [e.hours] : [])), reason: 'exception' };
  }
  if (world.closedOnPublic && world.publicHolidays.includes(date))
    return { spans: [], reason: 'public_holiday' };
  if (world.closedInSchool && world.schoolHolidays.includes(date))
    return { spans: [], reason: 'school_holiday' };
  if (!world.hours) return { spans: [[0, 1440]] };
  const day = date.slice(5);
  const runs = ({ season }: Hours) =>
    season !== undefined &&
    (season[0] <= season[1]
      ? season[0] <= day && day <= season[1]
      : day >= season[0] || day <= season[1]);
  const inSeason = world.hours.filter(runs);
  const counting = inSeason.length > 0 ? inSeason : world.hours.filter((h) => !h.season);
  const weekday = new Date(date).getUTCDay() || 7;
  const spans = counting
    .filter((h) => h.weekday === weekday)
    .map((h): [number, number] => [h.opens, h.closes]);
  return spans.length > 0 ? { spans } : { spans, reason: 'closed_day' };
}

/** Each day is asked for once. */
export function opening(world: World) {
  const known = new Map<string, { open: boolean[]; reason: string; isClosed: boolean }>();
  return (date: string) => {
    let day = known.get(date);
    if (!day) {
      const { spans, reason = 'outside_hours' } = dayOf(world, date);
      const open = Array.from({ length: 1440 }, (_, m) => spans.some(([o, c]) => o <= m && m < c));
      known.set(date, (day = { open, reason, isClosed: !open.includes(true) }));
    }
    return day;
  };
}

export interface Refusal {
  end: 'start' | 'end' | 'between';
  on: string;
  reason: string;
}

/** All of the period must be open. */
export function refusedUse(world: World, starts: number, ends: number): Refusal | null {
  const on = opening(world);
  const closed = (instant: number) => {
    const shown = wall(instant);
    const day = on(dateOf(shown));
    return day.open[minuteOf(shown)] ? null : { on: dateOf(shown), reason: day.reason };
  };
  const first = closed(starts);
  if (first) return { end: 'start', ...first };
  const last = closed(ends - 1);
  if (last) return { end: 'end', ...last };
  for (let t = starts; t < ends; t += MINUTE) {
    const found = closed(t);
    if (found) return { end: 'between', ...found };
  }
  return null;
}

/** Only its ends meet the hours: it leaves at [opens, closes) and is back at [opens, closes]. */
export function refusedHandover(world: World, starts: number, ends: number): Refusal | null {
  const from = wall(starts);
  const leaves = dayOf(world, dateOf(from));
  const m = minuteOf(from);
  if (!leaves.spans.some(([o, c]) => o <= m && m < c))
    return { end: 'start', on: dateOf(from), reason: leaves.reason ?? 'outside_hours' };
  const to = wall(ends);
  const back = dayOf(world, dateOf(to));
  const before = dayOf(world, dateOf(to - 1));
  const n = (to - Date.parse(dateOf(to))) / MINUTE;
  if (back.spans.some(([o, c]) => o <= n && n <= c)) return null;
  if (n === 0 && before.spans.some(([, c]) => c === 1440)) return null;
  return { end: 'end', on: dateOf(to - 1), reason: before.reason ?? 'outside_hours' };
}

export function countedDays(world: World, count: string, starts: number, ends: number): number {
  if (count === 'started') {
    let n = 0;
    for (let shown = wall(starts); shown < wall(ends); shown += DAY) n += 1;
    return Math.max(n, 1);
  }
  const dates = new Set<string>();
  for (let t = starts; t < ends; t += MINUTE) dates.add(dateOf(wall(t)));
  dates.add(dateOf(wall(ends - 1)));
  const on = opening(world);
  return count === 'calendar' ? dates.size : [...dates].filter((d) => !on(d).isClosed).length;
}

/** Whether an instant is one that these minutes of the day mean, on any date. */
export function isMeant(instant: number, minutesOfDay: number[]): boolean {
  if (instant % MINUTE !== 0) return false;
  const shown = wall(instant);
  if (minutesOfDay.includes(minuteOf(shown))) return true;
  // a time that no clock shows on this date: as long after the minute at which they jump
  for (let t = instant; t > instant - 180 * MINUTE; t -= MINUTE) {
    const jump = wall(t) - wall(t - MINUTE) - MINUTE;
    if (jump > 0 && instant - t < jump) return minutesOfDay.includes(minuteOf(shown - jump));
  }
  return false;
}
