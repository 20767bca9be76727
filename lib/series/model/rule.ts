import { addDays, monthOf, weekdayOf, type Day } from '../../platform/dates';

/** How something repeats, as people choose it. */
export const RHYTHMS = ['weeks', 'days', 'monthWeekday', 'monthDay'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** ISO weekday, Monday 1 … Sunday 7. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export type Wish = {
  rhythm: Rhythm;
  every: number;
  /** For weeks; empty: the first date's. */
  weekdays: readonly Weekday[];
  from: Day;
  /** The last date at the latest. */
  until: Day;
};

/** What a form offers, in one choice: how, and every how many. */
export const OFTEN = [
  'weeks-1',
  'weeks-2',
  'weeks-3',
  'weeks-4',
  'days-1',
  'monthWeekday-1',
  'monthDay-1',
] as const;
export type Often = (typeof OFTEN)[number];

export function readOften(text: string): Pick<Wish, 'rhythm' | 'every'> | null {
  if (!OFTEN.some((known) => known === text)) return null;
  const [word, number] = text.split('-');
  const rhythm = RHYTHMS.find((known) => known === word);
  return rhythm ? { rhythm, every: Number(number) } : null;
}

export function nameOf(weekday: Weekday): string {
  return NAMES[weekday - 1] ?? '';
}

/** The recurrence rule (RFC 5545) that says what was chosen. */
export function ruleOf(wish: Wish): string {
  const { rhythm, every, from, until } = wish;
  return [
    FREQ[rhythm],
    every > 1 ? `INTERVAL=${String(every)}` : '',
    daysOf(wish),
    `UNTIL=${(until < from ? from : until).replaceAll('-', '')}`,
  ]
    .filter(Boolean)
    .join(';');
}

const FREQ = {
  weeks: 'FREQ=WEEKLY',
  days: 'FREQ=DAILY',
  monthWeekday: 'FREQ=MONTHLY',
  monthDay: 'FREQ=MONTHLY',
} as const;

function daysOf({ rhythm, weekdays, from }: Wish): string {
  switch (rhythm) {
    case 'days':
      return '';
    case 'weeks': {
      const days = weekdays.length > 0 ? weekdays : [asWeekday(weekdayOf(from))];
      return `BYDAY=${[...days]
        .sort((a, b) => a - b)
        .map(nameOf)
        .join(',')}`;
    }
    case 'monthWeekday':
      return `BYDAY=${String(placeInMonth(from))}${nameOf(asWeekday(weekdayOf(from)))}`;
    case 'monthDay': {
      // Who means the last day means it in February too.
      const isLast = monthOf(addDays(from, 1)) !== monthOf(from);
      return `BYMONTHDAY=${isLast ? '-1' : String(Number(from.slice(8)))}`;
    }
  }
}

/** 1 for the first Tuesday of its month, and so on; -1 for the last, because not every month has a fifth. */
export function placeInMonth(day: Day): number {
  const place = Math.ceil(Number(day.slice(8)) / 7);
  return place > 4 ? -1 : place;
}

function asWeekday(value: number): Weekday {
  const found = WEEKDAYS.find((weekday) => weekday === value);
  if (!found) throw new RangeError(`not a weekday: ${String(value)}`);
  return found;
}

/** What a rule says, as far as there are words for it. */
export type RuleParts =
  | { kind: 'days'; every: number }
  | { kind: 'weeks'; every: number; weekdays: Weekday[] }
  | { kind: 'monthWeekday'; every: number; place: number; weekday: Weekday }
  | { kind: 'monthDay'; every: number; day: number }
  | { kind: 'own' };

/** Reads a rule back into words; one that was made elsewhere may say more than we have words for. */
export function readRule(rule: string, startsOn: Day): RuleParts {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT', 'WKST'];
  if ([...parts.keys()].some((name) => !known.includes(name))) return { kind: 'own' };
  const days = parts.get('BYDAY')?.split(',') ?? [];
  const monthDay = parts.get('BYMONTHDAY');
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return days.length > 0 || monthDay ? { kind: 'own' } : { kind: 'days', every };
    case 'WEEKLY': {
      const weekdays = days.length > 0 ? days.map(fromName) : [asWeekday(weekdayOf(startsOn))];
      return weekdays.every((day) => day !== null)
        ? { kind: 'weeks', every, weekdays: weekdays.toSorted((a, b) => a - b) }
        : { kind: 'own' };
    }
    case 'MONTHLY':
      return monthly(days, monthDay, every, startsOn);
    default:
      return { kind: 'own' };
  }
}

function monthly(
  days: string[],
  monthDay: string | undefined,
  every: number,
  startsOn: Day,
): RuleParts {
  if (days.length === 0) {
    const day = monthDay === undefined ? Number(startsOn.slice(8)) : Number(monthDay);
    return Number.isNaN(day) ? { kind: 'own' } : { kind: 'monthDay', every, day };
  }
  const [only = ''] = days;
  const weekday = fromName(only.slice(-2));
  const place = Number(only.slice(0, -2));
  const hasWords = days.length === 1 && !monthDay && (place === -1 || (place >= 1 && place <= 4));
  return weekday && hasWords ? { kind: 'monthWeekday', every, place, weekday } : { kind: 'own' };
}

function fromName(name: string): Weekday | null {
  const index = NAMES.findIndex((known) => known === name);
  return index < 0 ? null : asWeekday(index + 1);
}

/** The rule with another end. */
export function withUntil(rule: string, until: Day): string {
  const rest = rule.split(';').filter((part) => !/^(COUNT|UNTIL)=/.test(part));
  return [...rest, `UNTIL=${until.replaceAll('-', '')}`].join(';');
}
