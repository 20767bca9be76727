import type { Blanks } from '../../platform/blanks';
import { isDay, isWallTime } from '../../platform/dates';
import { OPENINGS } from '../model/levels';
import { HOURS_APPLY } from '../model/rules';

export type Json = Record<string, unknown>;

/** As many lines as the form can show and the database takes. */
export const MOST_LINES = {
  weeks: 4,
  hours: 14,
  exceptions: 40,
  parts: 12,
  quotas: 12,
  confirmations: 12,
} as const;

/** With a year in front it is a date: that decides whether such a day exists. */
const LEAP_YEAR = '2024';
const yesOrNo = (blanks: Blanks, name: string): boolean | null => {
  const said = blanks.choice(['yes', 'no'], name);
  return said === undefined ? null : said === 'yes';
};

export function time(blanks: Blanks, ...path: (string | number)[]): string | undefined {
  const text = blanks.text(...path);
  if (text === '') return undefined;
  if (isWallTime(text)) return text;
  blanks.refuse('invalid', ...path);
  return undefined;
}

/** A clock knows no 24:00, so a day that ends at 00:00 ends at its end. */
const untilMidnight = (clock: string) => (clock === '00:00' ? '24:00' : clock);

/** `05-01`; undefined with a note when there is no such day. */
function seasonDay(blanks: Blanks, block: number, end: 'from' | 'to'): string | undefined {
  const day = blanks.text('season', block, `${end}Day`);
  const month = blanks.text('season', block, `${end}Month`);
  if (day === '') {
    blanks.refuse('required', 'season', block, `${end}Day`);
    return undefined;
  }
  const text = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(`${LEAP_YEAR}-${text}`)) return text;
  blanks.refuse('invalid', 'season', block, `${end}Day`);
  return undefined;
}

function readWeek(blanks: Blanks, block: number): Json[] {
  const rows: Json[] = [];
  for (let line = 0; line < MOST_LINES.hours; line += 1) {
    const at = ['openingHours', block, line] as const;
    const weekdays = blanks.list(...at, 'weekdays');
    const opens = time(blanks, ...at, 'opens');
    const closes = time(blanks, ...at, 'closes');
    if (weekdays.length === 0 && opens === undefined && closes === undefined) continue;
    if (weekdays.length === 0) blanks.refuse('missing', ...at, 'weekdays');
    if (opens === undefined) blanks.refuse('required', ...at, 'opens');
    if (closes === undefined) blanks.refuse('required', ...at, 'closes');
    if (opens === undefined || closes === undefined) continue;
    if (opens >= untilMidnight(closes)) blanks.refuse('end_before_start', ...at, 'closes');
    for (const weekday of weekdays) {
      const isTwice = rows.some((row) => row.weekday === Number(weekday) && row.opens_at === opens);
      if (isTwice) blanks.refuse('line_twice', ...at, 'weekdays');
      rows.push({ weekday: Number(weekday), opens_at: opens, closes_at: untilMidnight(closes) });
    }
  }
  return rows;
}

function readHours(blanks: Blanks): Json[] {
  return Array.from({ length: MOST_LINES.weeks }, (_, block) => block).flatMap((block) => {
    const rows = readWeek(blanks, block);
    if (block === 0 || rows.length === 0) return rows;
    const [from, to] = [seasonDay(blanks, block, 'from'), seasonDay(blanks, block, 'to')];
    return rows.map((row) => ({ ...row, season_from: from, season_to: to }));
  });
}

function readExceptions(blanks: Blanks): Json[] {
  const rows: Json[] = [];
  for (let line = 0; line < MOST_LINES.exceptions; line += 1) {
    const at = ['openingExceptions', line] as const;
    const from = blanks.text(...at, 'from');
    const to = blanks.text(...at, 'to') || from;
    const opens = time(blanks, ...at, 'opens');
    const closes = time(blanks, ...at, 'closes');
    const note = blanks.text(...at, 'note');
    if (from === '') {
      if (to !== '' || opens !== undefined || closes !== undefined || note !== '')
        blanks.refuse('required', ...at, 'from');
      continue;
    }
    if (!isDay(from)) blanks.refuse('invalid', ...at, 'from');
    if (!isDay(to) || to < from) blanks.refuse('end_before_start', ...at, 'to');
    if ((opens === undefined) !== (closes === undefined))
      blanks.refuse('required', ...at, opens === undefined ? 'opens' : 'closes');
    if (opens !== undefined && closes !== undefined && opens >= untilMidnight(closes))
      blanks.refuse('end_before_start', ...at, 'closes');
    if (note.length > 240) blanks.refuse('too_long', ...at, 'note');
    rows.push({
      starts_on: from,
      ends_on: to,
      opens_at: opens ?? null,
      closes_at: closes === undefined ? null : untilMidnight(closes),
      note,
    });
  }
  return rows;
}

/** The week, the times of the year, single dates and holidays, as `set_terms` takes them. */
export function readOpening(blanks: Blanks): Json {
  const opening = blanks.choice(OPENINGS, 'opening') ?? null;
  const rest = {
    opening,
    hours_apply: blanks.choice(HOURS_APPLY, 'hoursApply') ?? null,
    closed_on_public_holidays: yesOrNo(blanks, 'closedOnPublicHolidays'),
    closed_in_school_holidays: yesOrNo(blanks, 'closedInSchoolHolidays'),
  };
  // who opens by no hours keeps those that are written down
  if (opening !== 'hours') return rest;
  const [hours, exceptions] = [readHours(blanks), readExceptions(blanks)];
  if (hours.length === 0 && exceptions.length === 0) blanks.refuse('required', 'openingHours');
  return { ...rest, opening_hours: hours, opening_exceptions: exceptions };
}
