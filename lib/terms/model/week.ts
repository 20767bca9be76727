import type { Day } from '@/lib/platform/dates';
import type { Clock, OpenHours } from './rules';

/** One line of opening hours: weekdays that have the same ones, and those hours in order. */
export type WeekLine = { weekdays: number[]; spans: { opens: Clock; closes: Clock }[] };
/** A week as it is all year (season null) or in a season. */
export type Week = { season: OpenHours['season']; lines: WeekLine[] };

/** “Di, Do 9:30–11:30”: the weeks of a thing, the usual one first. */
export function weeksOf(hours: readonly OpenHours[]): Week[] {
  const seasons = new Map<string, OpenHours[]>();
  for (const one of hours) {
    const key = one.season ? `${one.season.from} ${one.season.to}` : '';
    seasons.set(key, [...(seasons.get(key) ?? []), one]);
  }
  return [...seasons]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, rows]) => ({ season: rows[0]?.season ?? null, lines: linesOf(rows) }));
}

function linesOf(rows: OpenHours[]): WeekLine[] {
  const lines: WeekLine[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const spans = rows
      .filter((row) => row.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes }))
      .sort((a, b) => a.opens.localeCompare(b.opens));
    if (spans.length === 0) continue;
    const same = lines.find((line) => JSON.stringify(line.spans) === JSON.stringify(spans));
    if (same) same.weekdays.push(weekday);
    else lines.push({ weekdays: [weekday], spans });
  }
  return lines;
}

/** Weekdays in a row as one stretch: [1, 2, 3, 6] is 1 to 3, and 6. Two are named both. */
export function stretchesOf(weekdays: readonly number[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const day of weekdays) {
    const last = found.at(-1);
    if (last?.to === day - 1) last.to = day;
    else found.push({ from: day, to: day });
  }
  return found.flatMap(({ from, to }) =>
    to - from === 1
      ? [
          { from, to: from },
          { from: to, to },
        ]
      : [{ from, to }],
  );
}

export const CLOSED_REASONS = [
  'closed_day',
  'exception',
  'public_holiday',
  'school_holiday',
] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** A date as resource_opening tells it: its open spans, or why there are none. */
export type DayOpening = {
  day: Day;
  spans: { opens: Clock; closes: Clock }[];
  closed: ClosedReason | null;
  /** Of the holiday or the exception. */
  name: string;
};
