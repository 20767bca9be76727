import { addDays, type Day } from '@/lib/platform/dates';

export const HOLIDAY_KINDS = ['public', 'school'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** Days in a row with one name, the last one included. */
export type HolidaySpan = { kind: HolidayKind; name: string; from: Day; to: Day };

export type HolidayDate = { kind: HolidayKind; name: string; day: Day };

/** Dates in order become the spans people speak of. */
export function spansOf(dates: readonly HolidayDate[]): HolidaySpan[] {
  const spans: HolidaySpan[] = [];
  for (const { kind, name, day } of dates) {
    const open = spans.findLast((span) => span.kind === kind);
    if (open?.name === name && addDays(open.to, 1) === day) open.to = day;
    else spans.push({ kind, name, from: day, to: day });
  }
  return spans;
}

/** Nobody books further ahead. */
const YEARS_AHEAD = 3;

/** This year and those for which public holidays must be known. */
export function yearsAhead(today: Day): number[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => year + i);
}
