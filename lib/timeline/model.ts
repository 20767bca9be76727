import type { ResourceKind, ResourceStatus } from '../listings/model';
import { addDays, startOfDay, weekdayOf, type Day, type Period } from '@/lib/platform/dates';

/** How a stretch of time stands on a thing; `asked` competes with others and occupies nothing. */
export const BAR_STATES = ['booked', 'out', 'requested', 'offered', 'asked', 'closed'] as const;
export type BarState = (typeof BAR_STATES)[number];

/** Something that stands on a thing for a while. */
export type Bar = Period & {
  state: BarState;
  quantity: number;
  /** Null where it is none, or not for who looks. */
  bookingId: string | null;
  who: string;
  why: string;
  /** Another thing that shares a part, when it is that one's. */
  of: string;
};

export type TimelineThing = {
  id: string;
  slug: string;
  title: string;
  kind: ResourceKind;
  status: ResourceStatus;
  quantity: number;
  /** How many wait for a time in it. */
  waiting: number;
  bars: Bar[];
};

export type PlacedBar = Bar & {
  /** The first and the number of its days, counted from the first one shown. */
  column: number;
  span: number;
  lane: number;
  goesOn: { before: boolean; after: boolean };
};

/** More than there are lanes for, on one day. */
export type Crowd = { column: number; count: number };
export type Lanes = { count: number; bars: PlacedBar[]; crowds: Crowd[] };

export const TIMELINE_WEEKS = [1, 2, 4] as const;
export type TimelineWeeks = (typeof TIMELINE_WEEKS)[number];
const MOST_LANES = 4;

/** The first moments of the days shown, and of the day after them. */
export function dayStarts(days: readonly Day[], zone: string): number[] {
  const last = days.at(-1);
  return [...days, ...(last ? [addDays(last, 1)] : [])].map((day) =>
    startOfDay(day, zone).getTime(),
  );
}

/** The Monday on or before a day: a week is looked at as a whole. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** In which of the days an instant lies; before them -1, after them their number. */
function columnOf(at: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Bars fill whole days, so that an hour can be pressed on a phone; what falls on the same day lies in
 * lanes below each other, and what finds no lane is counted.
 */
export function lanesOf(bars: readonly Bar[], starts: readonly number[]): Lanes {
  const columns = starts.length - 1;
  const freeFrom: number[] = [];
  const crowds = new Map<number, number>();
  const placed: PlacedBar[] = [];
  const inOrder = [...bars].sort((a, b) => a.start.getTime() - b.start.getTime());
  for (const bar of inOrder) {
    const from = columnOf(bar.start.getTime(), starts);
    const to = columnOf(bar.end.getTime() - 1, starts);
    if (to < 0 || from >= columns) continue;
    const column = Math.max(from, 0);
    const last = Math.min(to, columns - 1);
    const found = freeFrom.findIndex((free) => free <= column);
    const lane = found < 0 ? freeFrom.length : found;
    if (lane >= MOST_LANES) {
      for (let day = column; day <= last; day++) crowds.set(day, (crowds.get(day) ?? 0) + 1);
      continue;
    }
    freeFrom[lane] = last + 1;
    const goesOn = { before: from < 0, after: to >= columns };
    placed.push({ ...bar, column, span: last - column + 1, lane, goesOn });
  }
  return {
    count: Math.max(freeFrom.length, 1) + (crowds.size > 0 ? 1 : 0),
    bars: placed,
    crowds: [...crowds].map(([column, count]) => ({ column, count })),
  };
}
