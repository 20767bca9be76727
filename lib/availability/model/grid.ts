import { addDays, asDay, isDay, monthOf, weekdayOf, type Day } from '@/lib/platform/dates';

/** How a month of days is walked through by keys, and how days are taken by taps. No words here. */

export type DaySpan = { from: Day; to: Day };

/** Whether one tap is the whole answer, or the first and the last day are tapped. */
export type PickMode = 'one' | 'several';

/**
 * The days that are chosen after a tap. Several: the first tap begins, a later day ends it, and a
 * third one, or an earlier day, begins anew. A tap on the one chosen day leaves it at that day.
 */
export function picked(chosen: DaySpan | null, day: Day, mode: PickMode): DaySpan {
  const isOpen = chosen !== null && chosen.from === chosen.to;
  if (mode === 'several' && isOpen && day > chosen.from) return { from: chosen.from, to: day };
  return { from: day, to: day };
}

/** The same day of another month, or its last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const first = monthOf(day, months);
  const last = addDays(monthOf(first, 1), -1);
  return asDay(`${first.slice(0, 8)}${clampTo(day, last)}`);
}

function clampTo(day: Day, last: Day): string {
  const [wished, most] = [day.slice(8), last.slice(8)];
  return wished > most ? most : wished;
}

type Walk = {
  /** Right to left: the next day lies on the left. */
  isRtl: boolean;
  /** Monday 1 … Sunday 7. */
  firstWeekday: number;
  isShift: boolean;
};

/** Where a key leads from a day, as in every calendar; null for keys that lead nowhere. */
export function walked(day: Day, key: string, { isRtl, firstWeekday, isShift }: Walk): Day | null {
  const column = (weekdayOf(day) - firstWeekday + 7) % 7;
  const forward = isRtl ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return addDays(day, forward);
    case 'ArrowLeft':
      return addDays(day, -forward);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'Home':
      return addDays(day, -column);
    case 'End':
      return addDays(day, 6 - column);
    case 'PageDown':
      return addMonths(day, isShift ? 12 : 1);
    case 'PageUp':
      return addMonths(day, isShift ? -12 : -1);
    default:
      return null;
  }
}

/** The day that Tab leads to: a chosen one, else today, else the first that can be taken. */
export function entryDay(
  days: readonly Day[],
  chosen: DaySpan | null,
  today: Day,
): Day | undefined {
  const isIn = (day: Day) => chosen !== null && chosen.from <= day && day <= chosen.to;
  return days.find(isIn) ?? days.find((day) => day === today) ?? days[0];
}

const MONTHS_AHEAD = 35;

/** The month that an address asks for as `2026-11`, else that of the day; never before today's. */
export function shownMonth(asked: unknown, day: Day, today: Day): Day {
  const said = typeof asked === 'string' ? `${asked}-01` : '';
  const wished = isDay(said) ? said : monthOf(day);
  const [earliest, latest] = [monthOf(today), monthOf(today, MONTHS_AHEAD)];
  if (wished < earliest) return earliest;
  return wished > latest ? latest : wished;
}
