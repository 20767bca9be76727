import { describe, expect, test } from 'vitest';
import { scenes } from '../support/database';
import { ada, anon, manu, mia, nina, rita, service, westa, type Actor } from '../support/people';
import { refused } from '../support/refusal';
import { pools, things } from '../support/story';
import { holiday, judged, setHours, setParts, type Hours } from '../support/opening';
import { ruled } from '../support/terms';

const scene = scenes();
/** 2026-12-01 is a Tuesday. */
const weekdays: Hours[] = [1, 2, 3, 4, 5].map((day) => [day, '09:00', '18:00']);

describe('a room that is used during its hours', () => {
  test(
    'without terms everything is open',
    scene(async (s) => {
      expect(
        await judged(s, 'hours_violation', things.hall, '2026-12-01 03:00', '2026-12-06 04:00'),
      ).toBeNull();
    }),
  );

  test(
    'mia may stay as long as it is open, and is told which end is not',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.hall }, { opening: 'hours' });
      await setHours(s, terms, [...weekdays, [6, '10:00', '12:00'], [6, '14:00', '24:00']]);
      const said = (from: string, to: string) =>
        judged(s, 'hours_violation', things.hall, from, to);
      expect(await said('2026-12-01 09:00', '2026-12-01 18:00')).toBeNull();
      expect(await said('2026-12-05 14:00', '2026-12-06 00:00')).toBeNull();
      const tuesday = {
        on: '2026-12-01',
        opens: '09:00',
        closes: '18:00',
        reason: 'outside_hours',
      };
      expect(await said('2026-12-01 08:59', '2026-12-01 18:00')).toEqual({
        ...tuesday,
        end: 'start',
      });
      expect(await said('2026-12-01 18:00', '2026-12-01 19:00')).toEqual({
        ...tuesday,
        end: 'start',
      });
      expect(await said('2026-12-01 17:00', '2026-12-01 18:01')).toEqual({
        ...tuesday,
        end: 'end',
      });
      expect(await said('2026-12-01 17:00', '2026-12-02 10:00')).toEqual({
        ...tuesday,
        end: 'between',
      });
      expect(await said('2026-12-05 11:00', '2026-12-05 15:00')).toEqual({
        reason: 'outside_hours',
        end: 'between',
        on: '2026-12-05',
        opens: '14:00',
        closes: '24:00',
      });
      expect(await said('2026-12-06 11:00', '2026-12-06 15:00')).toEqual({
        reason: 'closed_day',
        end: 'start',
        on: '2026-12-06',
      });
      expect(await said('2026-12-05 20:00', '2026-12-06 00:01')).toEqual({
        reason: 'closed_day',
        end: 'end',
        on: '2026-12-06',
      });
    }),
  );

  test(
    'an evening goes on after midnight where the next day opens at 00:00',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.hall }, { opening: 'hours' });
      await setHours(s, terms, [
        [6, '18:00', '24:00'],
        [7, '00:00', '01:00'],
      ]);
      const said = (from: string, to: string) =>
        judged(s, 'hours_violation', things.hall, from, to);
      expect(await said('2026-12-05 18:00', '2026-12-06 01:00')).toBeNull();
      expect(await said('2026-12-05 18:00', '2026-12-06 01:30')).toMatchObject({
        end: 'end',
        on: '2026-12-06',
        closes: '01:00',
      });
    }),
  );

  test(
    'seasons replace the week as a whole, also over the turn of the year and on the last of February',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.hall }, { opening: 'hours' });
      await setHours(s, terms, [...weekdays, [2, '10:00', '12:00', '11-15', '02-29']]);
      const said = (on: string) =>
        judged(s, 'hours_violation', things.hall, `${on} 10:00`, `${on} 12:00`);
      expect(await said('2026-11-13')).toBeNull(); // Friday before it
      expect(await said('2026-11-17')).toBeNull(); // Tuesday in it
      for (const closed of ['2026-11-20', '2027-01-04', '2028-02-28', '2029-02-28'])
        expect(await said(closed), closed).toMatchObject({ reason: 'closed_day', on: closed });
      expect(await said('2028-02-29')).toBeNull(); // a Tuesday
      expect(await said('2028-03-01')).toBeNull(); // Wednesday after it
    }),
  );

  test(
    'an exception goes before holidays, a holiday before the week; the shortest exception counts',
    scene(async (s) => {
      const terms = await ruled(
        s,
        { resource: things.hall },
        {
          opening: 'hours',
          closed_on_public_holidays: true,
          closed_in_school_holidays: true,
        },
      );
      await setHours(s, terms, weekdays, [
        ['2026-12-01', '2026-12-31', undefined, undefined, 'Winterpause'],
        ['2026-12-24', '2026-12-25', '10:00', '14:00', 'Christmas market'],
        ['2026-12-24', '2026-12-25', '15:00', '16:00'],
        ['2027-01-02', '2027-01-02', '10:00', '12:00'],
      ]);
      await holiday(s, '2026-12-25', 'public', 'Weihnachten');
      await holiday(s, '2027-01-01', 'public', 'Neujahr');
      await holiday(s, '2027-01-01', 'school', 'Weihnachtsferien');
      await holiday(s, '2027-01-04', 'school', 'Weihnachtsferien');
      const said = (on: string) =>
        judged(s, 'hours_violation', things.hall, `${on} 10:00`, `${on} 12:00`);
      expect(await said('2026-12-01')).toMatchObject({ reason: 'exception', name: 'Winterpause' });
      expect(await said('2026-12-25')).toBeNull();
      expect(
        await judged(s, 'hours_violation', things.hall, '2026-12-25 13:00', '2026-12-25 15:30'),
      ).toEqual({
        reason: 'exception',
        name: 'Christmas market',
        end: 'between',
        on: '2026-12-25',
        opens: '15:00',
        closes: '16:00',
      });
      expect(await said('2027-01-01')).toMatchObject({ reason: 'public_holiday', name: 'Neujahr' });
      expect(await said('2027-01-02')).toBeNull(); // a Saturday
      expect(await said('2027-01-04')).toMatchObject({
        reason: 'school_holiday',
        name: 'Weihnachtsferien',
      });
      expect(await said('2027-01-05')).toBeNull();
    }),
  );

  test(
    'holidays close what is otherwise always open, and only where the terms say so',
    scene(async (s) => {
      await holiday(s, '2026-12-25', 'public', 'Weihnachten');
      const christmas = ['2026-12-25 10:00', '2026-12-25 12:00'] as const;
      expect(await judged(s, 'hours_violation', things.hall, ...christmas)).toBeNull();
      await ruled(s, { resource: things.hall }, { closed_on_public_holidays: true });
      expect(await judged(s, 'hours_violation', things.hall, ...christmas)).toEqual({
        reason: 'public_holiday',
        name: 'Weihnachten',
        end: 'start',
        on: '2026-12-25',
      });
    }),
  );
});

describe('a thing that is handed over during the hours', () => {
  test(
    'leaves on Friday and comes back on Monday; it starts before closing time and returns until then',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.benches }, { opening: 'hours' });
      await setHours(s, terms, weekdays);
      const said = (from: string, to: string) =>
        judged(s, 'hours_violation', things.benches, from, to);
      expect(await said('2026-12-04 17:59', '2026-12-07 09:00')).toBeNull();
      expect(await said('2026-12-04 09:00', '2026-12-07 18:00')).toBeNull();
      expect(await said('2026-12-04 18:00', '2026-12-07 18:00')).toMatchObject({
        end: 'start',
        closes: '18:00',
      });
      expect(await said('2026-12-04 17:00', '2026-12-07 18:01')).toMatchObject({
        end: 'end',
        on: '2026-12-07',
        reason: 'outside_hours',
      });
      expect(await said('2026-12-04 17:00', '2026-12-06 12:00')).toMatchObject({
        end: 'end',
        on: '2026-12-06',
        reason: 'closed_day',
      });
    }),
  );

  test(
    'comes back at midnight where the day is open to its end',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.benches }, { opening: 'hours' });
      await setHours(s, terms, [
        [1, '10:00', '24:00'],
        [3, '00:00', '01:00'],
      ]);
      const said = (to: string) =>
        judged(s, 'hours_violation', things.benches, '2026-12-07 20:00', to);
      expect(await said('2026-12-08 00:00')).toBeNull();
      expect(await said('2026-12-09 00:00')).toBeNull();
      expect(await said('2026-12-08 00:01')).toMatchObject({ end: 'end', on: '2026-12-08' });
    }),
  );
});

describe('periods that can be had', () => {
  test(
    'slots begin and end on the grid',
    scene(async (s) => {
      await ruled(
        s,
        { resource: things.hall },
        {
          period_kind: 'slots',
          slot_minutes: 90,
          slot_starts_at: '08:15',
        },
      );
      const said = (from: string, to: string) => judged(s, 'grid_violation', things.hall, from, to);
      expect(await said('2026-12-01 08:15', '2026-12-01 11:15')).toBeNull();
      expect(await said('2026-12-01 23:15', '2026-12-02 00:45')).toBeNull();
      expect(await said('2026-12-01 08:15', '2026-12-01 11:00')).toEqual({
        reason: 'slot',
        field: 'p_ends_at',
        slot_minutes: 90,
        before: '09:45',
        after: '11:15',
      });
      expect(await said('2026-12-01 08:15:30', '2026-12-01 09:45')).toMatchObject({
        field: 'p_starts_at',
        before: '08:15',
      });
    }),
  );

  test(
    'parts of the day: one, or several in a row; the night ends on the next day',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.hall }, { period_kind: 'parts' });
      await setParts(s, terms, [
        ['Vormittag', '08:00', '12:00'],
        ['Nachmittag', '13:00', '18:00'],
        ['Nacht', '20:00', '24:00'],
      ]);
      const said = (from: string, to: string) => judged(s, 'grid_violation', things.hall, from, to);
      expect(await said('2026-12-01 08:00', '2026-12-01 12:00')).toBeNull();
      expect(await said('2026-12-01 08:00', '2026-12-01 18:00')).toBeNull();
      expect(await said('2026-12-01 20:00', '2026-12-02 00:00')).toBeNull();
      expect(await said('2026-12-01 09:00', '2026-12-01 12:00')).toEqual({
        reason: 'part',
        field: 'p_starts_at',
        parts: 'Vormittag 08:00–12:00, Nachmittag 13:00–18:00, Nacht 20:00–24:00',
      });
      expect(await said('2026-12-01 08:00', '2026-12-01 13:00')).toMatchObject({
        field: 'p_ends_at',
      });
    }),
  );

  test(
    'days begin at the pick-up time and end at the return time',
    scene(async (s) => {
      await ruled(
        s,
        { resource: things.benches },
        {
          period_kind: 'days',
          pickup_at: '14:00',
          return_at: '24:00',
        },
      );
      const said = (from: string, to: string) =>
        judged(s, 'grid_violation', things.benches, from, to);
      expect(await said('2026-12-01 14:00', '2026-12-02 00:00')).toBeNull();
      expect(await said('2026-12-01 13:00', '2026-12-02 00:00')).toEqual({
        reason: 'pickup',
        field: 'p_starts_at',
        at: '14:00',
      });
      expect(await said('2026-12-01 14:00', '2026-12-02 10:00')).toEqual({
        reason: 'return',
        field: 'p_ends_at',
        at: '24:00',
      });
    }),
  );

  test(
    'a time that spring leaves out is meant as long after the gap',
    scene(async (s) => {
      await ruled(
        s,
        { resource: things.benches },
        {
          period_kind: 'days',
          pickup_at: '02:30',
          return_at: '10:00',
        },
      );
      const said = (from: string) =>
        judged(s, 'grid_violation', things.benches, from, '2027-03-28 10:00');
      expect(await said('2027-03-28 02:30')).toBeNull();
      expect(await said('2027-03-28 03:30')).toBeNull();
      expect(await said('2027-03-28 03:00')).toMatchObject({ reason: 'pickup' });
      expect(await said('2027-03-27 03:30')).toMatchObject({ reason: 'pickup' });
    }),
  );
});

describe('counting days', () => {
  test.each<[string, string, string, number]>([
    ['calendar', '2026-12-04 17:00', '2026-12-07 09:00', 4],
    ['calendar', '2026-12-04 17:00', '2026-12-07 00:00', 3],
    ['calendar', '2026-12-04 17:00', '2026-12-04 18:00', 1],
    ['started', '2026-12-04 17:00', '2026-12-07 09:00', 3],
    ['started', '2026-12-04 17:00', '2026-12-07 17:00', 3],
    ['started', '2026-12-04 17:00', '2026-12-07 17:01', 4],
    ['started', '2026-10-24 17:00', '2026-10-25 17:00', 1], // 25 hours pass
    ['started', '2027-03-27 17:00', '2027-03-28 17:00', 1], // 23 hours pass
    ['open', '2026-12-04 17:00', '2026-12-07 09:00', 2],
    ['open', '2026-12-04 17:00', '2026-12-07 00:00', 1],
    ['open', '2028-02-28 17:00', '2028-03-01 09:00', 3], // a leap day
    ['open', '2026-12-31 17:00', '2027-01-04 09:00', 2], // New Year's Day is a holiday
  ])('%s: %s to %s is %i', (day_count, from, to, days) =>
    scene(async (s) => {
      const terms = await ruled(
        s,
        { resource: things.benches },
        {
          day_count,
          opening: 'hours',
          closed_on_public_holidays: true,
        },
      );
      await setHours(s, terms, weekdays);
      await holiday(s, '2027-01-01', 'public', 'Neujahr');
      expect(await judged(s, 'counted_days', things.benches, from, to)).toBe(days);
    })(),
  );

  test(
    'working days lie strictly between two dates, without weekends and public holidays',
    scene(async (s) => {
      await holiday(s, '2026-12-25', 'public', 'Weihnachten'); // a Friday
      await holiday(s, '2026-12-26', 'public', 'Zweiter Feiertag'); // a Saturday
      await holiday(s, '2026-12-23', 'school', 'Ferien');
      const between = async (from: string, to: string) =>
        (
          await s.sql('select private.working_days_between($1, $2, $3) as n', [
            pools.ostviertel,
            from,
            to,
          ])
        )[0]?.n;
      expect(await between('2026-12-21', '2026-12-24')).toBe(2);
      expect(await between('2026-12-24', '2026-12-28')).toBe(0);
      expect(await between('2026-12-18', '2026-12-21')).toBe(0); // Friday to Monday
      expect(await between('2026-12-18', '2026-12-22')).toBe(1);
      expect(await between('2026-12-19', '2026-12-29')).toBe(5);
      expect(await between('2026-12-21', '2026-12-21')).toBe(0);
      expect(await between('2026-12-21', '2026-12-20')).toBe(0);
    }),
  );
});

describe('reading the hours', () => {
  test(
    'everybody sees when a thing is open, day by day',
    scene(async (s) => {
      const terms = await ruled(
        s,
        { resource: things.benches },
        {
          opening: 'hours',
          closed_on_public_holidays: true,
        },
      );
      await setHours(
        s,
        terms,
        [
          [2, '09:30', '11:30'],
          [4, '09:30', '11:30'],
          [4, '20:00', '24:00'],
        ],
        [['2026-12-30', '2026-12-30', '10:00', '11:00', 'Ausgabe vor Silvester']],
      );
      await holiday(s, '2027-01-01', 'public', 'Neujahr');
      for (const actor of [anon, mia, service] as Actor[])
        expect(
          await s
            .as(actor)
            .sql(
              `select on_date::text, opens_at, closes_at, closed_reason, name from public.resource_opening($1, '2026-12-29', '2027-01-02')`,
              [things.benches],
            ),
        ).toEqual([
          {
            on_date: '2026-12-29',
            opens_at: '09:30:00',
            closes_at: '11:30:00',
            closed_reason: null,
            name: null,
          },
          {
            on_date: '2026-12-30',
            opens_at: '10:00:00',
            closes_at: '11:00:00',
            closed_reason: null,
            name: 'Ausgabe vor Silvester',
          },
          {
            on_date: '2026-12-31',
            opens_at: '09:30:00',
            closes_at: '11:30:00',
            closed_reason: null,
            name: null,
          },
          {
            on_date: '2026-12-31',
            opens_at: '20:00:00',
            closes_at: '24:00:00',
            closed_reason: null,
            name: null,
          },
          {
            on_date: '2027-01-01',
            opens_at: null,
            closes_at: null,
            closed_reason: 'public_holiday',
            name: 'Neujahr',
          },
        ]);
    }),
  );

  test(
    'nobody sees those of what is not there for them, and no endless list',
    scene(async (s) => {
      const ask = (thing: string | null, from: string | null, to: string | null) =>
        s.as(mia).call('resource_opening', { p_resource_id: thing, p_from: from, p_to: to });
      await refused(ask(things.paused, '2026-12-01', '2026-12-02'), 'NTFND');
      await refused(ask(null, '2026-12-01', '2026-12-02'), 'NTFND');
      await refused(ask(things.hall, '2026-12-02', '2026-12-02'), 'INPUT', { field: 'p_to' });
      await refused(ask(things.hall, null, '2026-12-02'), 'INPUT');
      await refused(ask(things.hall, '-infinity', '2026-12-02'), 'INPUT');
      await refused(ask(things.hall, '2026-12-02', '2029-12-02'), 'INPUT', { reason: 'range' });
      expect(
        (
          await s.as(ada).rows('resource_opening', {
            p_resource_id: things.paused,
            p_from: '2026-12-01',
            p_to: '2026-12-02',
          })
        ).length,
      ).toBe(1);
    }),
  );
});

describe('holidays come in', () => {
  const days = [
    { starts_on: '2027-03-26', name: 'Karfreitag' },
    { starts_on: '2027-03-29', ends_on: '2027-03-29', name: 'Ostermontag' },
  ];
  const give = (s: Parameters<Parameters<typeof scene>[0]>[0], who: Actor, more: object = {}) =>
    s.as(who).call('import_holidays', {
      p_pool_id: pools.ostviertel,
      p_kind: 'public',
      p_days: JSON.stringify(days),
      ...more,
    });
  const stored = async (s: Parameters<typeof give>[0]) =>
    (
      await s.sql(
        `select on_date || ' ' || kind || ' ' || name as line from public.holidays order by 1`,
      )
    ).map((r) => r.line as string);

  test.each<[string, Actor]>([
    ['manu of the QM', manu],
    ['the secret key', service],
  ])('%s can import them, and again', (_title, who) =>
    scene(async (s) => {
      await holiday(s, '2027-03-28', 'public', 'a mistake');
      await holiday(s, '2027-03-30', 'public', 'stays');
      await holiday(s, '2027-03-28', 'school', 'Osterferien');
      expect(await give(s, who)).toEqual({ import_holidays: 2 });
      await give(s, who);
      expect(await stored(s)).toEqual([
        '2027-03-26 public Karfreitag',
        '2027-03-28 school Osterferien',
        '2027-03-29 public Ostermontag',
        '2027-03-30 public stays',
      ]);
      await give(s, who, { p_days: '[]', p_from: '2027-01-01', p_to: '2027-12-31' });
      expect(await stored(s)).toEqual(['2027-03-28 school Osterferien']);
    })(),
  );

  test(
    'spans become dates, and two names for a date are both kept',
    scene(async (s) => {
      await give(s, manu, {
        p_kind: 'school',
        p_days: JSON.stringify([
          { starts_on: '2027-12-30', ends_on: '2028-01-01', name: 'Weihnachtsferien' },
          { starts_on: '2028-01-01', name: 'Beweglicher Tag' },
        ]),
      });
      expect(await stored(s)).toEqual([
        '2027-12-30 school Weihnachtsferien',
        '2027-12-31 school Weihnachtsferien',
        '2028-01-01 school Beweglicher Tag, Weihnachtsferien',
      ]);
    }),
  );

  test.each<[string, Actor, string]>([
    ['rita, who reads only', rita, 'DNIED'],
    ['westa of the other pool', westa, 'DNIED'],
    ['ada of the Werkhof', ada, 'DNIED'],
    ['nina', nina, 'DNIED'],
    ['a passer-by', anon, '42501'],
  ])('%s can not', (_title, who, code) =>
    scene(async (s) => {
      await refused(give(s, who), code);
      expect(await stored(s)).toEqual([]);
    })(),
  );

  test.each<[string, object, string]>([
    ['no list', { p_days: '{}' }, 'invalid'],
    ['null', { p_days: null }, 'invalid'],
    ['no date', { p_days: '[{"name": "x"}]' }, 'invalid'],
    ['a 30 February', { p_days: '[{"starts_on": "2027-02-30", "name": "x"}]' }, 'invalid'],
    ['infinity', { p_days: '[{"starts_on": "infinity", "name": "x"}]' }, 'invalid'],
    ['words', { p_days: '["2027-02-03"]' }, 'invalid'],
    ['nothing', { p_days: '[]' }, 'required'],
    ['no name', { p_days: '[{"starts_on": "2027-02-03"}]' }, 'required'],
    [
      'a backward span',
      { p_days: '[{"starts_on": "2027-02-03", "ends_on": "2027-02-02", "name": "x"}]' },
      'end_before_start',
    ],
    [
      'a century',
      { p_days: '[{"starts_on": "2000-02-03", "ends_on": "2099-02-02", "name": "x"}]' },
      'range',
    ],
    ['another kind', { p_kind: 'bank' }, 'choice'],
  ])('not %s', (_title, more, reason) =>
    scene(async (s) => {
      await refused(give(s, manu, more), 'INPUT', { reason });
    })(),
  );

  test(
    'not for a pool that does not exist',
    scene(async (s) => {
      await refused(give(s, service, { p_pool_id: things.hall }), 'NTFND');
    }),
  );
});

describe('writing the lists', () => {
  test(
    'a line that cannot be is named',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.hall }, { opening: 'hours' });
      const line = async (fn: string, rows: unknown, reason: string, at?: number) => {
        await s.sql('savepoint list');
        const refusal = await refused(
          s.sql(`select private.write_${fn}($1, $2)`, [terms, JSON.stringify(rows)]),
          'INPUT',
          { reason },
        );
        await s.sql('rollback to savepoint list');
        expect(refusal.params?.line).toBe(at);
      };
      const good = { weekday: 1, opens_at: '09:00', closes_at: '12:00' };
      await line('opening_hours', {}, 'invalid');
      await line('opening_hours', [good, { ...good, weekday: 8 }], 'invalid', 2);
      await line('opening_hours', [good, good], 'twice', 2);
      await line('opening_hours', [{ ...good, closes_at: '09:00' }], 'end_before_start', 1);
      await line('opening_hours', [{ ...good, closes_at: '25:00' }], 'invalid', 1);
      await line('opening_hours', [{ ...good, opens_at: 'morning' }], 'invalid', 1);
      await line(
        'opening_hours',
        [{ ...good, season_from: '11-31', season_to: '12-01' }],
        'invalid',
        1,
      );
      await line('opening_hours', [{ ...good, season_from: '11-30' }], 'invalid', 1);
      await line('opening_hours', Array(121).fill(good), 'too_big');
      await line(
        'opening_exceptions',
        [{ starts_on: '2027-01-02', ends_on: '2027-01-01' }],
        'end_before_start',
        1,
      );
      await line(
        'opening_exceptions',
        [{ starts_on: '2027-01-02', opens_at: '09:00' }],
        'end_before_start',
        1,
      );
      await line('day_parts', [{ name: ' ', starts_at: '09:00', ends_at: '10:00' }], 'required');
      await line('day_parts', [{ name: 'x', starts_at: '24:00', ends_at: '10:00' }], 'invalid', 1);
    }),
  );
});
