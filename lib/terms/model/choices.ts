import { inRange, type TimeRange, type When } from '@/lib/availability/model';
import { asWallTime, isWallTime, type WallTime } from '@/lib/platform/dates';
import type { Clock, Rules } from './rules';
import type { DayOpening } from './week';

export type TimeChoice = TimeRange & { name: string };

const MIDNIGHT = asWallTime('00:00');

function wallTime(clock: Clock): WallTime {
  return isWallTime(clock) ? clock : MIDNIGHT;
}

function rangeOf(start: Clock, end: Clock): TimeRange {
  return { start: wallTime(start), end: wallTime(end) };
}

/** How the time of a thing is chosen. */
export type TimeFields =
  | { kind: 'free' }
  /** One of a few ranges, or (isOwnAllowed) hours that somebody types. */
  | { kind: 'ranges'; choices: TimeChoice[]; isOwnAllowed: boolean }
  /** The same for every booking: picked up then, brought back then. */
  | { kind: 'fixed'; range: TimeRange }
  | { kind: 'grid'; starts: WallTime[]; ends: WallTime[] };

const MOST_CHOICES = 6;

/** The fields that fit the rules; `opening` are the hours of the dates at hand. */
export function timeFieldsOf(rules: Rules, opening: readonly DayOpening[]): TimeFields {
  switch (rules.periodKind) {
    case 'minutes': {
      if (rules.hours === null) return { kind: 'free' };
      const near = opening.flatMap(({ spans }) => spans);
      const spans = near.length > 0 ? near : rules.hours;
      const choices = distinct(spans.map(({ opens, closes }) => rangeOf(opens, closes)));
      return {
        kind: 'ranges',
        choices: choices.slice(0, MOST_CHOICES).map((range) => ({ ...range, name: '' })),
        isOwnAllowed: true,
      };
    }
    case 'parts':
      return { kind: 'ranges', choices: partChoices(rules), isOwnAllowed: false };
    case 'days':
      return { kind: 'fixed', range: rangeOf(rules.pickupAt ?? '', rules.returnAt ?? '') };
    case 'slots':
      return gridOf(rules, opening);
  }
}

function distinct(ranges: TimeRange[]): TimeRange[] {
  return ranges.filter(
    ({ start, end }, i) =>
      ranges.findIndex((other) => other.start === start && other.end === end) === i,
  );
}

/** Each part, and all of them in a row where they are more than one. */
function partChoices({ parts }: Rules): TimeChoice[] {
  const each = parts.map(({ name, starts, ends }) => ({ name, ...rangeOf(starts, ends) }));
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last || parts.length < 2 || last.ends <= first.starts) return each;
  return [...each, { name: '', ...rangeOf(first.starts, last.ends) }];
}

/** Grid times at which it is open on one of the dates, or on any weekday where no date is at hand. */
function gridOf(rules: Rules, opening: readonly DayOpening[]): TimeFields {
  const step = rules.slotMinutes ?? 60;
  const offset = minutesOf(rules.slotStartsAt ?? '00:00') % step;
  const near = opening.flatMap(({ spans }) => spans);
  const spans = near.length > 0 ? near : (rules.hours ?? [{ opens: '00:00', closes: '24:00' }]);
  const isIn = (minute: number, from: 'after' | 'before') =>
    spans.some(({ opens, closes }) =>
      from === 'after'
        ? minutesOf(opens) <= minute && minute < minutesOf(closes)
        : minutesOf(opens) < minute && minute <= minutesOf(closes),
    );
  const minutes = Array.from(
    { length: Math.ceil((1_441 - offset) / step) },
    (_, i) => offset + i * step,
  );
  return {
    kind: 'grid',
    starts: minutes.filter((minute) => minute < 1_440 && isIn(minute, 'after')).map(clockOf),
    ends: minutes.filter((minute) => isIn(minute, 'before')).map(clockOf),
  };
}

function minutesOf(clock: Clock): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function clockOf(minutes: number): WallTime {
  const text = (n: number) => String(n).padStart(2, '0');
  return asWallTime(`${text(Math.floor(minutes / 60) % 24)}:${text(minutes % 60)}`);
}

/**
 * The times at which it can begin, for who chooses hours: null where nobody does. Full hours, or those
 * of the grid; `step` is what a length is a multiple of, in minutes.
 */
export function startTimes(fields: TimeFields): { times: WallTime[]; step: number } | null {
  switch (fields.kind) {
    case 'free':
      return { times: hoursIn([{ start: MIDNIGHT, end: MIDNIGHT }]), step: 30 };
    case 'ranges':
      return fields.isOwnAllowed ? { times: hoursIn(fields.choices), step: 30 } : null;
    case 'fixed':
      return null;
    case 'grid': {
      const [first, second] = fields.starts.map(minutesOf);
      const step = first !== undefined && second !== undefined ? second - first : 60;
      return { times: fields.starts, step };
    }
  }
}

/** The full hours in these ranges, and where each begins; an end at 00:00 is midnight. */
function hoursIn(ranges: readonly TimeRange[]): WallTime[] {
  const minutes = ranges.flatMap(({ start, end }) => {
    const [first, last] = [minutesOf(start), end === MIDNIGHT ? 1_440 : minutesOf(end)];
    const hours = Array.from({ length: 24 }, (_, hour) => hour * 60);
    return [first, ...hours.filter((minute) => minute > first && minute < last)];
  });
  return [...new Set(minutes)].sort((a, b) => a - b).map(clockOf);
}

/** The time that is meant when somebody only names a day. Null: the whole of it. */
export function usualRange(fields: TimeFields): TimeRange | null {
  switch (fields.kind) {
    case 'free':
      return null;
    case 'fixed':
      return fields.range;
    case 'ranges':
      return fields.choices.at(fields.isOwnAllowed ? 0 : -1) ?? null;
    case 'grid': {
      const [start] = fields.starts;
      const end = fields.ends.find(
        (time) => start !== undefined && (time > start || time === MIDNIGHT),
      );
      return start !== undefined && end !== undefined ? { start, end } : null;
    }
  }
}

/** Whole days, as a search names them, become a time that can be had; own hours are left alone. */
export function fitted(when: When, fields: TimeFields): When {
  if (when.start !== null || when.end !== null) return when;
  const range = usualRange(fields);
  return range ? inRange(when.from, when.to, range) : when;
}
