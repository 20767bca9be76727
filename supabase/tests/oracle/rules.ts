import {
  countedDays,
  dateOf,
  isMeant,
  refusedHandover,
  refusedUse,
  wall,
  type Hours,
  type World as Opening,
} from './opening';
import { freeQuantity, howMany, peak, type Piece, type Stock, type Thing } from './world';

/**
 * The rules of owners once more, by lists and loops: what stands against a request, and who would say
 * yes. Shares nothing with the SQL.
 */
export interface Columns {
  period_kind?: 'minutes' | 'slots';
  slot_minutes?: number;
  day_count?: string;
  min_minutes?: number;
  max_minutes?: number;
  min_days?: number;
  max_days?: number;
  lead_minutes?: number;
  lead_working_days?: number;
  horizon_days?: number;
  opening?: 'always' | 'hours';
  hours_apply?: 'use' | 'handover';
  closed_on_public_holidays?: boolean;
  closed_in_school_holidays?: boolean;
  pickups_per_day?: number;
  audience?: 'pool' | 'chosen' | 'own' | 'own_first';
  own_first_days?: number;
}

export interface Quota {
  measure: 'open_bookings' | 'hours' | 'days' | 'weekends';
  per?: 'week' | 'month' | 'quarter' | 'year';
  most: number;
}

/** What is said at one level: the pool (neither owner nor thing), an owner, a thing. */
export interface Level {
  owner?: string;
  thing?: string;
  columns: Columns;
  hours: Hours[];
  chosen: string[];
  quotas: Quota[];
  /** Per organisation, with those it is confirmed for. */
  confirmations: { name: string; of: string[] }[];
}

export interface Booked {
  id: string;
  thing: string;
  owner: string;
  borrower: string;
  status: string;
  ranOut: boolean;
  clean: boolean;
  starts: number;
  ends: number;
}

export interface Standing {
  owner: string;
  thing?: string | undefined;
  named: string[];
  minCleanReturns?: number | undefined;
  maxDays?: number | undefined;
  maxQuantity?: number | undefined;
  weekdays?: number[] | undefined;
}

export interface Lent extends Thing {
  owner: string;
  isRoom: boolean;
  approval: 'instant' | 'manual' | 'standing';
}

export interface District {
  now: number;
  levels: Level[];
  things: Lent[];
  stock: Stock;
  pieces: (Piece & { booking: string | null })[];
  bookings: Booked[];
  standing: Standing[];
  publicHolidays: string[];
  schoolHolidays: string[];
}

export interface Wish {
  thing: Lent;
  borrower: string | null;
  starts: number;
  ends: number;
  quantity: number;
  except: Booked | null;
}

export interface Broken {
  code: string;
  reason?: string;
  free?: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const dayAt = (instant: number) => dateOf(wall(instant));
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;
const weekdayOf = (date: string) => new Date(date).getUTCDay() || 7;
const plus = (date: string, days: number) => dateOf(Date.parse(date) + days * DAY);

function datesTouched(starts: number, ends: number): string[] {
  const dates = [];
  for (let d = dayAt(starts); d <= dayAt(ends - 1); d = plus(d, 1)) dates.push(d);
  return dates;
}

/** The levels that speak about a thing, its own first. */
const levelsOf = (district: District, thing: Lent) =>
  [
    district.levels.find((l) => l.thing === thing.id),
    district.levels.find((l) => l.owner === thing.owner && l.thing === undefined),
    district.levels.find((l) => l.owner === undefined),
  ].filter((l) => l !== undefined);

/** The first level that says something about a column. */
export const saying = (district: District, thing: Lent, column: keyof Columns) =>
  levelsOf(district, thing).find((l) => l.columns[column] !== undefined);

export function openingOf(district: District, thing: Lent): Opening {
  const hours = saying(district, thing, 'opening');
  return {
    hours: hours?.columns.opening === 'hours' ? hours.hours : null,
    exceptions: [],
    publicHolidays: district.publicHolidays,
    schoolHolidays: district.schoolHolidays,
    closedOnPublic:
      saying(district, thing, 'closed_on_public_holidays')?.columns.closed_on_public_holidays ??
      false,
    closedInSchool:
      saying(district, thing, 'closed_in_school_holidays')?.columns.closed_in_school_holidays ??
      false,
  };
}

const counted = new WeakMap<District, Map<string, number>>();

/** Counted minute by minute, and so once for each period. */
export function daysOf(district: District, thing: Lent, starts: number, ends: number): number {
  const known = counted.get(district) ?? new Map<string, number>();
  counted.set(district, known);
  const key = `${thing.id} ${starts} ${ends}`;
  const count = saying(district, thing, 'day_count')?.columns.day_count ?? 'calendar';
  const days = known.get(key) ?? countedDays(openingOf(district, thing), count, starts, ends);
  known.set(key, days);
  return days;
}

function workingDaysBetween(district: District, from: string, to: string): number {
  let n = 0;
  for (let d = plus(from, 1); d < to; d = plus(d, 1))
    if (weekdayOf(d) < 6 && !district.publicHolidays.includes(d)) n += 1;
  return n;
}

const isCounted = (b: Booked) =>
  ['requested', 'approved', 'handed_over', 'returned'].includes(b.status) &&
  !(b.status === 'requested' && b.ranOut);

function span(per: Quota['per'], starts: number): string {
  const date = dayAt(starts);
  if (per === 'week') return plus(date, 1 - weekdayOf(date));
  if (per === 'month') return date.slice(0, 7);
  if (per === 'year') return date.slice(0, 4);
  return `${date.slice(0, 4)} ${Math.floor((Number(date.slice(5, 7)) - 1) / 3)}`;
}

const weekendsOf = (b: { starts: number; ends: number }) =>
  datesTouched(b.starts, b.ends)
    .filter((d) => weekdayOf(d) > 5)
    .map((d) => (weekdayOf(d) === 7 ? plus(d, -1) : d));

function exceeds(district: District, level: Level, quota: Quota, wish: Wish): boolean {
  const mine = district.bookings.filter(
    (b) =>
      b.borrower === wish.borrower &&
      b.owner !== b.borrower &&
      b.id !== wish.except?.id &&
      (level.owner === undefined || b.owner === level.owner) &&
      (level.thing === undefined || b.thing === level.thing) &&
      isCounted(b),
  );
  if (quota.measure === 'open_bookings') {
    const open = mine.filter(
      (b) => b.status === 'handed_over' || (b.status !== 'returned' && b.ends > district.now),
    );
    return open.length + 1 > quota.most;
  }
  const now = { starts: wish.starts, ends: wish.ends, thing: wish.thing.id };
  const all = [
    ...mine.filter((b) => span(quota.per, b.starts) === span(quota.per, wish.starts)),
    now,
  ];
  if (quota.measure === 'hours')
    return all.reduce((sum, b) => sum + b.ends - b.starts, 0) > quota.most * 60 * MINUTE;
  if (quota.measure === 'days') {
    const thing = (id: string) => district.things.find((t) => t.id === id) as Lent;
    return (
      all.reduce((sum, b) => sum + daysOf(district, thing(b.thing), b.starts, b.ends), 0) >
      quota.most
    );
  }
  return weekendsOf(wish).length > 0 && new Set(all.flatMap(weekendsOf)).size > quota.most;
}

/** All that stands against it, the gravest first. */
export function broken(district: District, wish: Wish): Broken[] {
  const { thing, borrower, starts, ends } = wish;
  const said = <K extends keyof Columns>(column: K) =>
    saying(district, thing, column)?.columns[column];
  const found: Broken[] = [];
  const say = (code: string, reason?: string) =>
    found.push({ code, ...(reason === undefined ? {} : { reason }) });
  const borrows = borrower !== null && borrower !== thing.owner;
  const anew = wish.except?.starts !== starts;
  const today = dayAt(district.now);
  const first = dayAt(starts);
  const ahead = daysBetween(today, first);

  const audience = saying(district, thing, 'audience');
  if (borrows && audience) {
    const { audience: whom, own_first_days: until = 0 } = audience.columns;
    if (whom === 'own') say('BKAUD', 'own');
    if (whom === 'chosen' && !audience.chosen.includes(borrower)) say('BKAUD', 'chosen');
    if (whom === 'own_first' && anew && ahead > until) say('BKAUD', 'own_first');
  }

  if (anew) {
    if (starts < district.now - 5 * MINUTE) say('BKLED', 'past');
    else if (ahead > (said('horizon_days') ?? 1095)) say('BKLED', 'too_far');
    else {
      if (starts < district.now + (said('lead_minutes') ?? 0) * MINUTE && said('lead_minutes'))
        say('BKLED', 'too_soon');
      const working = said('lead_working_days') ?? 0;
      if (working > 0 && workingDaysBetween(district, today, first) < working)
        say('BKLED', 'too_soon_working_days');
    }
  }

  const minutes = (ends - starts) / MINUTE;
  if (minutes < (said('min_minutes') ?? 0)) say('BKLEN', 'too_short');
  else if (minutes > (said('max_minutes') ?? Infinity)) say('BKLEN', 'too_long');
  const days = daysOf(district, thing, starts, ends);
  if (days < (said('min_days') ?? 0)) say('BKLEN', 'too_short');
  else if (days > (said('max_days') ?? Infinity)) say('BKLEN', 'too_long');

  const apply = said('hours_apply') ?? (thing.isRoom ? 'use' : 'handover');
  const judge = apply === 'use' ? refusedUse : refusedHandover;
  const opening = openingOf(district, thing);
  if (opening.hours || opening.closedOnPublic || opening.closedInSchool) {
    const closed = judge(opening, starts, ends);
    if (closed) say('BKCLO', closed.reason);
  }
  const kind = saying(district, thing, 'period_kind');
  if (kind?.columns.period_kind === 'slots') {
    const { slot_minutes: slot = 1 } = kind.columns;
    const grid = Array.from({ length: 1440 / slot }, (_, i) => i * slot);
    if (!isMeant(starts, grid) || !isMeant(ends, grid)) say('BKGRD', 'slot');
  }

  const pickups = saying(district, thing, 'pickups_per_day');
  if (pickups && anew) {
    const together = district.things.filter(
      (t) => saying(district, t, 'pickups_per_day') === pickups,
    );
    const that = district.bookings.filter(
      (b) =>
        isCounted(b) &&
        b.id !== wish.except?.id &&
        dayAt(b.starts) === first &&
        together.some((t) => t.id === b.thing),
    );
    if (that.length >= (pickups.columns.pickups_per_day ?? 0)) say('BKFUL');
  }

  if (borrows) {
    for (const level of levelsOf(district, thing)) {
      const order = (q: Quota) => `${q.measure} ${q.per ?? ''}`;
      for (const quota of [...level.quotas].sort((a, b) => (order(a) < order(b) ? -1 : 1)))
        if (exceeds(district, level, quota, wish)) say('QUOTA', quota.measure);
    }
  }

  const stand = district.pieces.filter((p) => p.booking === null || p.booking !== wish.except?.id);
  const free = freeQuantity(stand, district.stock, thing, starts, ends);
  const short = thing.parts.some((p) => {
    const stock = district.stock.get(p.asset) ?? 0;
    const out = peak(stand, p.asset, starts - thing.before, ends + thing.after);
    return stock > 1 && Math.floor(Math.max(stock - out, 0) / p.per) < wish.quantity;
  });
  if (wish.quantity > howMany(thing, district.stock) || short) found.push({ code: 'BKCAP', free });
  else if (wish.quantity > free) found.push({ code: 'BKOVL', free });
  return found;
}

/** Who would say yes, and why. */
export function decider(district: District, wish: Wish): string {
  const { thing, borrower } = wish;
  if (thing.approval === 'manual') return 'approver manual';
  if (borrower !== null && borrower !== thing.owner) {
    const wanted = levelsOf(district, thing).flatMap((l) => l.confirmations);
    if (wanted.some((c) => !c.of.includes(borrower))) return 'approver confirmation';
  }
  if (thing.approval === 'instant') return 'instant instant';
  const days = daysOf(district, thing, wish.starts, wish.ends);
  const weekdays = datesTouched(wish.starts, wish.ends).map(weekdayOf);
  const clean = district.bookings.filter(
    (b) => b.borrower === borrower && b.owner === thing.owner && b.status === 'returned' && b.clean,
  ).length;
  const covering = district.standing.filter(
    (s) =>
      borrower !== null &&
      s.owner === thing.owner &&
      (s.thing === undefined || s.thing === thing.id) &&
      days <= (s.maxDays ?? Infinity) &&
      wish.quantity <= (s.maxQuantity ?? Infinity) &&
      (s.weekdays === undefined || weekdays.every((d) => s.weekdays?.includes(d))) &&
      (s.minCleanReturns === undefined ? s.named.includes(borrower) : clean >= s.minCleanReturns),
  );
  if (covering.some((s) => s.minCleanReturns === undefined)) return 'standing named';
  return covering.length > 0 ? 'standing clean_returns' : 'approver not_covered';
}
