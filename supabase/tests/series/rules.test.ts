import fc from 'fast-check';
import { rrulestr } from 'rrule';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database';
import { refused } from '../support/refusal';

const db = testDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = await db.connect();
});

async function expand(rule: string, start: string, from: string, to: string): Promise<string[]> {
  const { rows } = await owner.query<{ day: string }>(
    `select d::text as day from private.expand_rule($1, $2, $3, $4) d`,
    [rule, start, from, to],
  );
  return rows.map(({ day }) => day);
}

const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const later = (day: string, days: number) =>
  dayOf(new Date(utc(day).getTime() + days * 86_400_000));

/** The same question to somebody else's implementation, in UTC, where a day is a day. */
function oracle(rule: string, start: string, from: string, to: string): string[] {
  // UNTIL as a date is a date in both; the package wants to hear an instant
  const heard = rule.replace(/UNTIL=(\d{8})/, 'UNTIL=$1T000000Z');
  const stamp = start.replaceAll('-', '');
  return rrulestr(`DTSTART:${stamp}T000000Z\nRRULE:${heard}`)
    .between(utc(from), new Date(utc(to).getTime() - 1), true)
    .map(dayOf);
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const weekdays = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 4 });
const signed = (most: number) =>
  fc.integer({ min: -most, max: most }).filter((number) => number !== 0);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const start = fc.integer({ min: 0, max: 4_000 }).map((days) => later('2023-01-01', days));

/** Only what we accept; what we refuse has stories of its own below. */
const rules = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: some(fc.integer({ min: 1, max: 5 })),
    weekStart: some(fc.constantFrom(...WEEKDAYS)),
    plain: some(weekdays),
    // the package takes "MO,1TU" for "both", RFC 5545 for "either": never mixed here
    ordinal: some(
      fc.uniqueArray(fc.tuple(signed(5), fc.constantFrom(...WEEKDAYS)), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    monthDays: some(fc.uniqueArray(signed(31), { minLength: 1, maxLength: 4 })),
    months: some(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })),
    // The package gives a date twice that is named from both ends, and the first one for a place
    // further from the end than there are dates: so only the last here, and more by hand below.
    positions: some(
      fc.oneof(
        fc.constant([-1]),
        fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 2 }),
      ),
    ),
    end: fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 60 }).map((count) => `COUNT=${count}`),
      start.map((day) => `UNTIL=${day.replaceAll('-', '')}`),
    ),
  })
  .map((r) => {
    const large = r.freq === 'MONTHLY' || r.freq === 'YEARLY';
    const byDay =
      large && r.ordinal ? r.ordinal.map(([nth, day]) => `${nth}${day}`) : (r.plain ?? []);
    const byMonthDay = r.freq === 'WEEKLY' ? [] : (r.monthDays ?? []);
    const months = r.months ?? [];
    const hasParts = byDay.length + byMonthDay.length + months.length > 0;
    return [
      `FREQ=${r.freq}`,
      r.interval ? `INTERVAL=${r.interval}` : '',
      r.weekStart ? `WKST=${r.weekStart}` : '',
      byDay.length > 0 ? `BYDAY=${byDay.join(',')}` : '',
      byMonthDay.length > 0 ? `BYMONTHDAY=${byMonthDay.join(',')}` : '',
      months.length > 0 ? `BYMONTH=${months.join(',')}` : '',
      large && hasParts && r.positions ? `BYSETPOS=${r.positions.join(',')}` : '',
      r.end,
    ]
      .filter(Boolean)
      .join(';');
  });

describe('a rule', () => {
  test('names the same dates as another implementation of RFC 5545, over 400 rules', async () => {
    await fc.assert(
      fc.asyncProperty(
        rules,
        start,
        fc.integer({ min: -400, max: 1_500 }),
        fc.integer({ min: 1, max: 900 }),
        async (rule, first, ahead, span) => {
          const from = later(first, ahead);
          const to = later(from, span);
          // For what never comes (a 30 February) the package looks until the year 9999.
          const endless = rule.replace(/;(COUNT|UNTIL)=\d+/, '');
          fc.pre((await expand(endless, first, to, later(first, 7_000))).length > 0);
          expect(await expand(rule, first, from, to), `${rule} from ${first}`).toEqual(
            oracle(rule, first, from, to),
          );
        },
      ),
      { numRuns: 400, maxSkipsPerRun: 2 },
    );
  });

  test.each([
    [
      'every Tuesday',
      'FREQ=WEEKLY;BYDAY=TU',
      '2026-11-03',
      ['2026-11-03', '2026-11-10', '2026-11-17'],
    ],
    [
      'every other week from a Sunday on',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO',
      '2026-11-01',
      ['2026-11-01', '2026-11-09', '2026-11-15'],
    ],
    [
      'the same with weeks that begin on Sunday',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
      '2026-11-01',
      ['2026-11-01', '2026-11-02', '2026-11-15', '2026-11-16'],
    ],
    [
      'the first Monday of a month',
      'FREQ=MONTHLY;BYDAY=1MO',
      '2026-11-01',
      ['2026-11-02', '2026-12-07', '2027-01-04'],
    ],
    [
      'the last working day',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-11-15',
      ['2026-11-30', '2026-12-31', '2027-01-29'],
    ],
    [
      'the last but one of the Fridays, or the fifth, each date once',
      'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-2,4,5',
      '2027-01-01',
      ['2027-01-22', '2027-01-29', '2027-02-19', '2027-02-26', '2027-03-19', '2027-03-26'],
    ],
    [
      'nothing where a month has not so many',
      'FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=-2',
      '2027-01-01',
      [],
    ],
    [
      'a Monday, or the first Tuesday',
      'FREQ=MONTHLY;BYDAY=MO,1TU',
      '2026-11-01',
      ['2026-11-02', '2026-11-03', '2026-11-09'],
    ],
    [
      'the 31st, which some months lack',
      'FREQ=MONTHLY',
      '2026-10-31',
      ['2026-10-31', '2026-12-31', '2027-01-31'],
    ],
    [
      'the last day',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2027-01-15',
      ['2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    ['leap day', 'FREQ=YEARLY', '2024-02-29', ['2024-02-29', '2028-02-29', '2032-02-29']],
    [
      'daily over the year’s end',
      'FREQ=DAILY;INTERVAL=2',
      '2026-12-30',
      ['2026-12-30', '2027-01-01', '2027-01-03'],
    ],
    [
      'the second Saturday of June',
      'FREQ=YEARLY;BYMONTH=6;BYDAY=2SA',
      '2026-06-13',
      ['2026-06-13', '2027-06-12', '2028-06-10'],
    ],
    [
      'the last Friday of the year',
      'FREQ=YEARLY;BYDAY=-1FR',
      '2026-01-01',
      ['2026-12-25', '2027-12-31', '2028-12-29'],
    ],
    [
      'in small letters, with its name before it',
      'rrule:freq=weekly;byday=tu;count=2',
      '2026-11-03',
      ['2026-11-03', '2026-11-10'],
    ],
  ])('says %s', async (_, rule, first, dates) => {
    const found = await expand(rule, first, first, later(first, 7_000));
    expect(found.slice(0, dates.length)).toEqual(dates);
  });

  test('ends with the date that UNTIL names, and not before it', async () => {
    const rule = 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261117';
    const dates = await expand(rule, '2026-11-03', '2026-01-01', '2028-01-01');
    expect(dates.at(-1)).toBe('2026-11-17');
  });

  test.each([
    ['', 'required'],
    ['every Tuesday', 'rule'],
    ['BYDAY=TU', 'rule'],
    ['FREQ=HOURLY', 'rule'],
    ['FREQ=WEEKLY;BYHOUR=8', 'rule'],
    ['FREQ=YEARLY;BYWEEKNO=7', 'rule'],
    ['FREQ=YEARLY;BYYEARDAY=100', 'rule'],
    ['FREQ=WEEKLY;BYDAY=1TU', 'rule'],
    ['FREQ=WEEKLY;BYDAY=XX', 'rule'],
    ['FREQ=WEEKLY;BYDAY=', 'rule'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'rule'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'rule'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'rule'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'rule'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'rule'],
    ['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1', 'rule'],
    ['FREQ=WEEKLY;INTERVAL=0', 'rule'],
    ['FREQ=WEEKLY;INTERVAL=-1', 'rule'],
    ['FREQ=WEEKLY;COUNT=0', 'rule'],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20270101', 'rule'],
    ['FREQ=WEEKLY;UNTIL=20270230', 'rule'],
    ['FREQ=WEEKLY;UNTIL=20270101T120000Z', 'rule'],
    ['FREQ=WEEKLY;WKST=1', 'rule'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'rule'],
    ["FREQ=WEEKLY'; drop table public.bookings; --", 'rule'],
  ])('%s is refused by name', async (rule, reason) => {
    await refused(expand(rule, '2026-11-03', '2026-11-03', '2027-11-03'), 'INPUT', {
      field: 'p_rule',
      reason,
    });
  });

  test('of more than 300 characters is not read', async () => {
    const rule = `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(100)}TU`;
    await refused(expand(rule, '2026-11-03', '2026-11-03', '2027-11-03'), 'INPUT', {
      reason: 'rule',
    });
  });

  test('over more than twenty years is not computed', async () => {
    await refused(expand('FREQ=DAILY', '1900-01-01', '2026-01-01', '2027-01-01'), 'INPUT', {
      field: 'p_starts_on',
    });
  });
});
