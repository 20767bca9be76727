import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import { amir, ada, bea, boris, mia, otto, type Person } from '../support/people';
import { askRegularly, datesOf, on, weekly, weeks } from '../support/series';
import { assets, things } from '../support/story';

const c = crowd(12);
type Act = [Person, (who: Acting) => Promise<Row>];
const at = (day: string, time: string) => `${day} ${time} Europe/Berlin`;
/** Rounds far enough apart that they do not meet. */
const starts = (rounds: number, from: number) =>
  Array.from({ length: rounds }, (_, i) => on(from + i));
const series = (who: Person, thing: string, first: string, count: number, more: Row = {}): Act => [
  who,
  (a) => askRegularly({ as: () => a }, who, thing, weekly(first, count, more)),
];
const single = (who: Person, thing: string, day: string, from = '18:00', to = '20:00'): Act => [
  who,
  (a) => ask({ as: () => a }, who, thing, { p_starts_at: at(day, from), p_ends_at: at(day, to) }),
];
const bookingsOf = async (found: Row): Promise<number> =>
  (await datesOf(c, found)).filter(
    (date) => date.status === 'approved' || date.status === 'requested',
  ).length;

test('a series and single requests for one of its dates: the date goes to one of them, the series is whole or not there', async () => {
  for (const [i, first] of starts(7, 10).entries()) {
    const days = weeks(6, first);
    const { done, refused } = await c.rush([
      series(mia, things.bike, first, 6),
      ...[1, 2, 3].map((n) => single(otto, things.bike, days[(i + n) % 6] as string)),
    ]);
    const whole = done.filter((row) => row.rule !== undefined);
    if (whole.length === 1) {
      expect(await bookingsOf(whole[0] as Row)).toBe(6);
      expect(refused).toEqual({ BKOVL: 3 });
    } else {
      expect(done.length).toBeGreaterThan(0);
      expect(
        await c.sql(`select 1 from public.series where resource_id = $1 and starts_on = $2`, [
          things.bike,
          first,
        ]),
      ).toEqual([]);
    }
    expect(Object.keys(refused)).toEqual(['BKOVL']);
  }
});

test('two and more overlapping series at once, on halves and the whole and in opposite order: one is whole, the others are not there, nobody waits in a circle', async () => {
  for (const first of starts(7, 60)) {
    const { done, refused } = await c.rush([
      series(mia, things.hall, first, 8),
      series(boris, things.hallA, first, 8),
      series(bea, things.hallB, first, 8),
      series(otto, things.hall, on(7, first), 8, { p_start_time: '19:00', p_end_time: '21:00' }),
      // by choice of both halves, from the other end
      series(mia, things.hallB, first, 4, {
        p_choices: Object.fromEntries(
          weeks(4, first).map((day) => [
            day,
            { take: 'other_resource', resource_id: things.hallA },
          ]),
        ),
      }),
    ]);
    for (const found of done) {
      const dates = await datesOf(c, found);
      expect(dates.every((date) => date.status === 'approved')).toBe(true);
    }
    expect(Object.keys(refused).filter((code) => code !== 'BKOVL')).toEqual([]);
    expect(done.length).toBeGreaterThan(0);
  }
});

test('a series on a half that ends a change of the whole hall holds nothing while it waits for the other half', async () => {
  const first = on(400);
  await c.sql(`update public.resources set approval = 'manual' where id = $1`, [things.hall]);
  const morning = { p_starts_at: at(first, '10:00'), p_ends_at: at(first, '12:00') };
  const held = await ask({ as: c.as }, mia, things.hall, morning);
  await c.as(ada).call('approve_booking', { p_booking_id: held.id });
  const longer = { p_booking_id: held.id, p_ends_at: at(first, '13:00') };
  const wish = await c.as(mia).call('change_booking', longer);
  await c.sql('update public.booking_changes set expires_at = now() where id = $1', [wish.id]);

  await c.sql('begin');
  await c.sql('select 1 from public.assets where id = $1 for no key update', [assets.hallA]);
  const pressed = c.rush([series(bea, things.hallB, first, 3)]);
  await expect.poll(() => c.sql('select 1 from pg_locks where not granted')).not.toEqual([]);
  // who has the first half may go on to the second
  await c.sql('select 1 from public.assets where id = $1 for no key update nowait', [assets.hallB]);
  await c.sql('commit');
  expect((await pressed).refused).toEqual({});
  await c.sql(`update public.resources set approval = 'instant' where id = $1`, [things.hall]);
});

test('the same press ten times at once is one series', async () => {
  for (const first of starts(7, 130)) {
    const { done, refused } = await c.rush(
      Array.from({ length: 10 }, () =>
        series(mia, things.kitchen, first, 5, { p_idempotency_key: `series-${first}` }),
      ),
    );
    expect(refused).toEqual({});
    expect(new Set(done.map((row) => row.id)).size).toBe(1);
    expect(await bookingsOf(done[0] as Row)).toBe(5);
  }
});

test('approving all, declining one, calling off and ending at once: every date ends in one state, told in its log', async () => {
  for (const first of starts(7, 200)) {
    const [found] = (await c.rush([series(mia, things.beamer, first, 6)])).done as [Row];
    const dates = await datesOf(c, found);
    const { refused } = await c.rush([
      [amir, (a) => a.call('approve_series', { p_series_id: found.id })],
      [
        ada,
        (a) => a.call('decline_series', { p_series_id: found.id, p_occurrences: [dates[2]?.on] }),
      ],
      [ada, (a) => a.call('approve_booking', { p_booking_id: dates[3]?.id })],
      [mia, (a) => a.call('cancel_booking', { p_booking_id: dates[4]?.id })],
      [bea, (a) => a.call('end_series', { p_series_id: found.id, p_from: dates[4]?.on })],
      [boris, (a) => a.call('cancel_series_from', { p_series_id: found.id, p_from: dates[5]?.on })],
      [
        mia,
        (a) =>
          a.call('move_series', {
            p_series_id: found.id,
            p_from: dates[0]?.on,
            p_start_time: '17:00',
          }),
      ],
    ]);
    expect(Object.keys(refused).filter((code) => code !== 'BKSTA')).toEqual([]);
    const after = await datesOf(c, found);
    const told = new Map([
      ['declined', 'rejected'],
      ['cancelled', 'cancelled'],
    ]);
    for (const date of after) {
      expect(['booked', 'moved', 'rejected', 'cancelled']).toContain(date.state);
      if (told.has(date.status as string)) expect(date.state).toBe(told.get(date.status as string));
      else expect(['booked', 'moved']).toContain(date.state);
    }
    expect(after[4]?.status).not.toBe('requested');
  }
});

test('two seasons added at once are one', async () => {
  for (const first of starts(7, 270)) {
    const [found] = (await c.rush([series(mia, things.bike, first, 3)])).done as [Row];
    const until = on(7 * 5, first);
    const { refused } = await c.rush(
      [mia, boris, bea].map((who): Act => [
        who,
        (a) => a.call('extend_series', { p_series_id: found.id, p_until: until }),
      ]),
    );
    expect(refused).toEqual({});
    expect((await datesOf(c, found)).map((date) => date.on)).toEqual(weeks(6, first));
  }
});

test('a series that moves and single requests for where it goes: never two on one thing', async () => {
  for (const first of starts(7, 340)) {
    const [found] = (await c.rush([series(mia, things.hallA, first, 4)])).done as [Row];
    const days = weeks(4, first);
    const { done, refused } = await c.rush([
      [
        mia,
        (a) =>
          a.call('move_series', {
            p_series_id: found.id,
            p_from: first,
            p_start_time: '20:00',
            p_end_time: '22:00',
          }),
      ],
      ...days.map((day) => single(otto, things.hallA, day, '20:00', '22:00')),
      ...days.map((day) => single(boris, things.hallA, day, '18:00', '20:00')),
    ]);
    expect(Object.keys(refused)).toEqual(['BKOVL']);
    const moved = done.some((row) => row.rule !== undefined);
    expect((await datesOf(c, found)).map((date) => (date.starts as string).slice(11))).toEqual(
      days.map(() => (moved ? '20:00' : '18:00')),
    );
  }
});
