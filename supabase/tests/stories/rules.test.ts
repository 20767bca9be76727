import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Args, type Row, type Scene } from '../support/database';
import {
  ada,
  amir,
  anon,
  mia,
  nina,
  olga,
  otto,
  paul,
  penny,
  rita,
  service,
  susi,
  type Person,
} from '../support/people';
import { refused } from '../support/refusal';
import { holiday, setHours, setParts } from '../support/opening';
import { check, codes } from '../support/rules';
import { clubs, pools, things } from '../support/story';
import { ruled } from '../support/terms';
import { from, on, wall, when } from '../support/when';

const scene = scenes();
const beamer = { resource: things.beamer };
const quota = (s: Scene, terms: string, measure: string, most: number, per: string | null = null) =>
  s.sql(
    'insert into public.quotas (terms_id, measure, per, most) values ($1, $2, $3, $4) returning id',
    [terms, measure, per, most],
  );
/** Asking and checking must say the same: refused with the first that the check lists, or done. */
async function both(s: Scene, who: Person, thing: string, more: Args, code: string | null) {
  const { ok, violations } = await check(s, who, thing, more);
  expect(violations[0]?.code ?? null).toBe(code);
  expect(ok).toBe(code === null);
  if (code === null) return { booking: await ask(s, who, thing, more) };
  const refusal = await refused(ask(s, who, thing, more), code, {
    field: violations[0]?.field as string,
  });
  expect(refusal.params).toEqual(violations[0]?.params);
  return { refusal };
}

describe('how long', () => {
  test(
    'between the shortest and the longest, both included, in minutes that really pass',
    scene(async (s) => {
      await ruled(s, beamer, { min_minutes: 60, max_minutes: 180 });
      const lasting = (minutes: number) => ({
        p_starts_at: when(7, 10),
        p_ends_at: when(7, 10, minutes),
      });
      for (const [minutes, code] of [
        [59, 'BKLEN'],
        [60, null],
        [180, null],
        [181, 'BKLEN'],
      ] as const) {
        await s.sql('savepoint a');
        await both(s, mia, things.beamer, lasting(minutes), code);
        await s.sql('rollback to a');
      }
      expect((await check(s, mia, things.beamer, lasting(59))).violations).toEqual([
        { code: 'BKLEN', field: 'p_ends_at', params: { reason: 'too_short', min_minutes: 60 } },
      ]);
    }),
  );

  test(
    'in days, as they are counted',
    scene(async (s) => {
      const friday = on(5, 3);
      const days = (last: string, end: string) => wall(friday, '16:00', end, last);
      await ruled(s, beamer, { max_days: 3 });
      await both(s, mia, things.beamer, days(on(7, 3), '20:00'), null);
      const four = days(on(1, 4), '08:00');
      const { refusal } = await both(s, mia, things.beamer, four, 'BKLEN');
      expect(refusal?.params).toEqual({ reason: 'too_long', max_days: 3, days: 4 });
      await s.sql('delete from public.allocations');
      await ruled(s, beamer, { day_count: 'started' });
      await both(s, mia, things.beamer, four, null);
    }),
  );

  test(
    'an hour is an hour when the clocks change, and a day is a date',
    scene(async (s) => {
      await ruled(s, beamer, { min_minutes: 120, max_minutes: 120, max_days: 1 });
      const found = async (p: Args) =>
        (await check(s, mia, things.beamer, p)).violations.filter((v) => v.code === 'BKLEN');
      // 01:30 to 03:30 is one hour in spring and three in autumn
      expect(await found(wall('2027-03-28', '01:30', '03:30'))).toMatchObject([
        { params: { reason: 'too_short' } },
      ]);
      expect(await found(wall('2027-03-28', '01:30', '04:30'))).toEqual([]);
      expect(await found(wall('2026-10-25', '01:30', '03:30'))).toMatchObject([
        { params: { reason: 'too_long' } },
      ]);
      expect(await found(wall('2026-10-25', '01:30', '02:30'))).toEqual([]);
      expect(await found(wall('2028-02-28', '23:00', '01:00', '2028-02-29'))).toMatchObject([
        { params: { reason: 'too_long', max_days: 1, days: 2 } },
      ]);
      expect(await found(wall('2026-12-31', '22:00', '00:00', '2027-01-01'))).toEqual([]);
    }),
  );

  test(
    'more than a year is told, and nobody counts the days of a century',
    scene(async (s) => {
      await ruled(s, beamer, { max_days: 2, closed_on_public_holidays: true, day_count: 'open' });
      const verdict = await check(s, mia, things.beamer, {
        p_starts_at: when(7),
        p_ends_at: '9999-01-01T00:00:00Z',
      });
      expect(verdict).toMatchObject({ ok: false, decision: null, days: null, price: null });
      expect(verdict.violations.map((v) => v.code)).toEqual(['BKLEN']);
    }),
  );
});

describe('how early and how far ahead', () => {
  test(
    'not in the past, not too soon, not too far ahead',
    scene(async (s) => {
      await ruled(s, beamer, { lead_minutes: 1440, horizon_days: 30 });
      await both(s, mia, things.beamer, from(-2, 10, 12), 'BKLED');
      const soon = (minutes: number) => ({
        p_starts_at: new Date(Date.now() + minutes * 60_000).toISOString(),
        p_ends_at: new Date(Date.now() + (minutes + 60) * 60_000).toISOString(),
      });
      const { refusal } = await both(s, mia, things.beamer, soon(1430), 'BKLED');
      expect(refusal?.params).toEqual({ reason: 'too_soon', lead_minutes: 1440 });
      await both(s, mia, things.beamer, soon(1450), null);
      await both(s, mia, things.beamer, from(29, 10, 12), null);
      const far = await both(s, mia, things.beamer, from(33, 10, 12), 'BKLED');
      expect(far.refusal?.params).toEqual({ reason: 'too_far', horizon_days: 30 });
    }),
  );

  test(
    'three whole working days before: weekends and holidays between do not count',
    scene(async (s) => {
      await ruled(s, beamer, { lead_working_days: 3 });
      const today = (await s.sql(`select (now() at time zone 'Europe/Berlin')::date::text as d`))[0]
        ?.d as string;
      const day = (n: number) =>
        new Date(Date.parse(today) + n * 86_400_000).toISOString().slice(0, 10);
      const works = (date: string) => ![0, 6].includes(new Date(date).getUTCDay());
      let n = 1;
      for (let between = 0; between < 3; n += 1) if (works(day(n))) between += 1;
      const { refusal } = await both(
        s,
        mia,
        things.beamer,
        wall(day(n - 1), '10:00', '11:00'),
        'BKLED',
      );
      expect(refusal?.params).toEqual({ reason: 'too_soon_working_days', lead_working_days: 3 });
      await s.sql('savepoint a');
      await both(s, mia, things.beamer, wall(day(n), '10:00', '11:00'), null);
      await s.sql('rollback to a');
      await holiday(s, day(n - 1), 'public', 'Fest');
      await both(s, mia, things.beamer, wall(day(n), '10:00', '11:00'), 'BKLED');
    }),
  );

  test(
    'minutes and working days are two rules, and both are told',
    scene(async (s) => {
      await ruled(s, beamer, { lead_minutes: 20_160, lead_working_days: 100 });
      expect((await check(s, mia, things.beamer)).violations.map((v) => v.params?.reason)).toEqual([
        'too_soon',
        'too_soon_working_days',
      ]);
    }),
  );
});

describe('when', () => {
  test(
    'a room only while it is open; the end that is closed is marked',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.hall }, { opening: 'hours' });
      await setHours(s, terms, [[2, '09:00', '18:00']]);
      const tuesday = on(2, 3);
      await both(s, mia, things.hall, wall(tuesday, '09:00', '18:00'), null);
      const late = await both(s, mia, things.hall, wall(tuesday, '17:00', '19:00'), 'BKCLO');
      expect(late.refusal).toMatchObject({
        field: 'p_ends_at',
        params: { reason: 'outside_hours', closes: '18:00', on: tuesday },
      });
      const wednesday = await both(s, mia, things.hall, wall(on(3, 3), '10:00', '11:00'), 'BKCLO');
      expect(wednesday.refusal).toMatchObject({
        field: 'p_starts_at',
        params: { reason: 'closed_day' },
      });
    }),
  );

  test(
    'a thing over closed days, as long as it leaves and returns while somebody is there',
    scene(async (s) => {
      const terms = await ruled(s, { resource: things.bike }, { opening: 'hours' });
      await setHours(s, terms, [
        [5, '15:00', '18:00'],
        [1, '09:00', '12:00'],
      ]);
      await both(s, mia, things.bike, wall(on(5, 3), '16:00', '10:00', on(1, 4)), null);
      await both(s, mia, things.bike, wall(on(5, 5), '16:00', '13:00', on(1, 6)), 'BKCLO');
    }),
  );

  test(
    'slots, parts of the day, days with pick-up and return',
    scene(async (s) => {
      const day = on(3, 3);
      await ruled(s, beamer, { period_kind: 'slots', slot_minutes: 90, slot_starts_at: '08:00' });
      const slot = await both(s, mia, things.beamer, wall(day, '09:30', '10:30'), 'BKGRD');
      expect(slot.refusal).toMatchObject({
        field: 'p_ends_at',
        params: { reason: 'slot', before: '09:30', after: '11:00' },
      });
      await both(s, mia, things.beamer, wall(day, '09:30', '11:00'), null);
      const terms = await ruled(s, { resource: things.benches }, { period_kind: 'parts' });
      await setParts(s, terms, [['Abend', '18:00', '22:00']]);
      await both(s, mia, things.benches, wall(day, '18:00', '22:00'), null);
      await both(s, mia, things.benches, wall(day, '17:00', '22:00'), 'BKGRD');
      await ruled(
        s,
        { resource: things.bike },
        { period_kind: 'days', pickup_at: '16:00', return_at: '10:00' },
      );
      await both(s, mia, things.bike, wall(day, '16:00', '10:00', on(5, 3)), null);
      await both(s, mia, things.bike, wall(on(1, 4), '15:00', '10:00', on(2, 4)), 'BKGRD');
    }),
  );
});

describe('how many pick-ups a day', () => {
  test(
    'two a day over all of the Werkhof, whoever asks; other days and other owners stay open',
    scene(async (s) => {
      await ruled(s, { organisation: clubs.werkhof }, { pickups_per_day: 2 });
      await both(s, mia, things.beamer, wall(on(3, 3), '08:00', '09:00'), null);
      await both(s, olga, things.bike, wall(on(3, 3), '23:00', '08:00', on(4, 3)), null);
      const { refusal } = await both(
        s,
        otto,
        things.benches,
        wall(on(3, 3), '10:00', '11:00'),
        'BKFUL',
      );
      expect(refusal?.params).toEqual({ pickups_per_day: 2, on: on(3, 3) });
      expect(await codes(s, anon, things.benches, wall(on(3, 3), '10:00', '11:00'))).toEqual([
        'BKFUL',
      ]);
      await both(s, otto, things.benches, wall(on(4, 3), '10:00', '11:00'), null);
      await both(s, mia, things.projector, wall(on(3, 3), '10:00', '11:00'), null);
    }),
  );

  test(
    'a number of its own takes a thing out of the common count',
    scene(async (s) => {
      await ruled(s, { organisation: clubs.werkhof }, { pickups_per_day: 1 });
      await ruled(s, { resource: things.bike }, { pickups_per_day: 1 });
      await both(s, mia, things.bike, wall(on(3, 3), '08:00', '09:00'), null);
      await both(s, mia, things.beamer, wall(on(3, 3), '08:00', '09:00'), null);
      await both(s, mia, things.bike, wall(on(3, 3), '10:00', '11:00'), 'BKFUL');
    }),
  );

  test(
    'what was cancelled, declined or ran out does not count',
    scene(async (s) => {
      await ruled(s, { organisation: clubs.werkhof }, { pickups_per_day: 1 });
      const at = wall(on(3, 3), '10:00', '11:00');
      const first = await ask(s, mia, things.beamer, at);
      await refused(ask(s, otto, things.benches, at), 'BKFUL');
      await s.as(mia).call('cancel_booking', { p_booking_id: first.id });
      const second = await ask(s, otto, things.benches, at);
      await s.as(amir).call('decline_booking', { p_booking_id: second.id });
      const third = await ask(s, mia, things.benches, at);
      await s.sql('update public.bookings set hold_expires_at = now() where id = $1', [third.id]);
      await ask(s, otto, things.benches, at);
    }),
  );
});

describe('for whom', () => {
  test(
    'the own organisation only',
    scene(async (s) => {
      await ruled(s, beamer, { audience: 'own' });
      await both(s, mia, things.beamer, {}, 'BKAUD');
      await both(s, olga, things.beamer, {}, null);
      expect(await codes(s, anon, things.beamer, from(9, 1, 2))).toEqual([]);
    }),
  );

  test(
    'chosen organisations, and the own one',
    scene(async (s) => {
      const terms = await ruled(s, beamer, { audience: 'chosen' });
      await s.sql('insert into public.terms_organisations values ($1, $2)', [terms, clubs.chor]);
      const { refusal } = await both(s, mia, things.beamer, {}, 'BKAUD');
      expect(refusal?.params).toEqual({ reason: 'chosen' });
      await both(s, otto, things.beamer, from(7, 10, 12), null);
      await both(s, olga, things.beamer, from(8, 10, 12), null);
    }),
  );

  test(
    'their own people first, and from twenty days before everybody',
    scene(async (s) => {
      await ruled(s, beamer, { audience: 'own_first', own_first_days: 20 });
      await both(s, olga, things.beamer, from(40, 10, 12), null);
      await both(s, mia, things.beamer, from(19, 10, 12), null);
      const { refusal } = await both(s, mia, things.beamer, from(25, 10, 12), 'BKAUD');
      expect(refusal?.params).toMatchObject({ reason: 'own_first', own_first_days: 20 });
      expect(refusal?.params?.from).toBe(when(5).slice(0, 10));
    }),
  );

  test(
    'not a price group that the owner does not serve',
    scene(async (s) => {
      await s.as(ada).call('set_prices', {
        p_scope: 'resource',
        p_id: things.beamer,
        p_prices: JSON.stringify({
          mode: 'tariff',
          groups: { members: { event: { first_minor: 500 } }, others: { mode: 'refused' } },
        }),
      });
      const { refusal } = await both(s, mia, things.beamer, {}, 'BKAUD');
      expect(refusal?.params).toEqual({ reason: 'refused' });
      await s.as(ada).call('assign_price_group', {
        p_owner_id: clubs.werkhof,
        p_organisation_id: clubs.kickers,
        p_group: 'members',
      });
      const { booking } = await both(s, mia, things.beamer, {}, null);
      expect(booking).toMatchObject({ price_minor: 500, price: { group: 'members' } });
    }),
  );
});

describe('how much of it one organisation may have', () => {
  test(
    'two open bookings at once, over all of the owner; each organisation for itself',
    scene(async (s) => {
      const terms = await ruled(s, { organisation: clubs.werkhof }, {});
      await quota(s, terms, 'open_bookings', 2);
      await both(s, mia, things.beamer, from(7, 10, 12), null);
      await both(s, mia, things.bike, from(8, 10, 12), null);
      const { refusal } = await both(s, mia, things.benches, from(9, 10, 12), 'QUOTA');
      expect(refusal).toMatchObject({
        field: 'p_organisation_id',
        params: { reason: 'open_bookings', max: 2, left: 0 },
      });
      await both(s, otto, things.benches, from(9, 10, 12), null);
      await both(s, mia, things.projector, from(9, 10, 12), null);
      for (const day of [10, 11, 12]) await both(s, olga, things.bike, from(day, 10, 12), null);
    }),
  );

  test(
    'what is over is no longer open, what is out and late is',
    scene(async (s) => {
      await quota(s, await ruled(s, { organisation: clubs.werkhof }, {}), 'open_bookings', 1);
      const first = await ask(s, mia, things.bike, from(7, 10, 12));
      await refused(ask(s, mia, things.beamer), 'QUOTA');
      const past = (status: string, more = '') =>
        s.sql(
          `update public.bookings set starts_at = now() - interval '5 days', ends_at = now() - interval '4 days',
             version = version + 1, status = '${status}', last_action = '${status}', last_side = 'owner'${more} where id = $1`,
          [first.id],
        );
      await past('handed_over', ', handed_over_at = now()');
      await refused(ask(s, mia, things.beamer), 'QUOTA');
      await past('returned', `, returned_at = now(), return_condition = 'fine'`);
      await ask(s, mia, things.beamer);
    }),
  );

  test(
    'ten hours a week, from Monday to Monday',
    scene(async (s) => {
      await quota(s, await ruled(s, { pool: pools.ostviertel }, {}), 'hours', 10, 'week');
      await both(s, mia, things.beamer, wall(on(7, 3), '10:00', '16:30'), null);
      const { refusal } = await both(
        s,
        mia,
        things.bike,
        wall(on(1, 3), '10:00', '13:31'),
        'QUOTA',
      );
      expect(refusal?.params).toEqual({ reason: 'hours', per: 'week', max: 10, left: 3.5 });
      await both(s, mia, things.bike, wall(on(1, 3), '10:00', '13:30'), null);
      await both(s, mia, things.projector, wall(on(1, 4), '00:00', '10:00'), null);
    }),
  );

  test(
    'three days a month, each thing counted as it counts, by the month in which it starts',
    scene(async (s) => {
      await quota(s, await ruled(s, { pool: pools.ostviertel }, {}), 'days', 3, 'month');
      await ruled(s, { resource: things.bike }, { day_count: 'started' });
      const month = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 7);
      await both(s, mia, things.bike, wall(`${month}-10`, '12:00', '12:00', `${month}-11`), null);
      await both(s, mia, things.beamer, wall(`${month}-11`, '12:00', '12:00', `${month}-12`), null);
      const { refusal } = await both(
        s,
        mia,
        things.beamer,
        wall(`${month}-20`, '10:00', '11:00'),
        'QUOTA',
      );
      expect(refusal?.params).toEqual({ reason: 'days', per: 'month', max: 3, left: 0 });
    }),
  );

  test(
    'one weekend a quarter: two bookings on the same weekend are one, weekdays none',
    scene(async (s) => {
      await quota(s, await ruled(s, { organisation: clubs.werkhof }, {}), 'weekends', 1, 'quarter');
      // two whole weeks of one quarter
      const start = Date.UTC(
        new Date().getUTCFullYear(),
        Math.floor(new Date().getUTCMonth() / 3) * 3 + 3,
        1,
      );
      const weeks = Math.ceil((start - Date.now()) / (7 * 86_400_000)) + 1;
      await both(
        s,
        mia,
        things.beamer,
        wall(on(5, weeks), '16:00', '09:00', on(1, weeks + 1)),
        null,
      );
      await both(s, mia, things.bike, wall(on(7, weeks), '10:00', '12:00'), null);
      await both(s, mia, things.benches, wall(on(3, weeks + 1), '10:00', '12:00'), null);
      const { refusal } = await both(
        s,
        mia,
        things.bike,
        wall(on(6, weeks + 1), '10:00', '12:00'),
        'QUOTA',
      );
      expect(refusal?.params).toEqual({ reason: 'weekends', per: 'quarter', max: 1, left: 0 });
    }),
  );

  test(
    'quotas of all levels count together, and all that are used up are told',
    scene(async (s) => {
      await quota(s, await ruled(s, { pool: pools.ostviertel }, {}), 'open_bookings', 1);
      await quota(s, await ruled(s, { organisation: clubs.werkhof }, {}), 'hours', 2, 'year');
      await ask(s, mia, things.projector, from(7, 10, 12));
      const { violations } = await check(s, mia, things.beamer, from(8, 10, 13));
      expect(violations.map((v) => v.params?.reason)).toEqual(['hours', 'open_bookings']);
      expect(await codes(s, anon, things.beamer, from(8, 10, 13))).toEqual([]);
    }),
  );
});

describe('checking', () => {
  test(
    'tells all that stands against it, the gravest first, and writes nothing',
    scene(async (s) => {
      const terms = await ruled(s, beamer, {
        audience: 'own',
        min_minutes: 300,
        lead_minutes: 43_200,
        period_kind: 'slots',
        slot_minutes: 60,
        opening: 'hours',
        hours_apply: 'use',
      });
      await setHours(s, terms, [[1, '09:00', '10:00']]);
      const before = await s.sql('select count(*) as n from public.bookings');
      const found = await codes(s, mia, things.beamer, {
        p_starts_at: when(7, 10, 20),
        p_ends_at: when(7, 11),
        p_quantity: 2,
      });
      expect(found).toEqual(['BKAUD', 'BKLED', 'BKLEN', 'BKCLO', 'BKGRD', 'BKCAP']);
      expect(await s.sql('select count(*) as n from public.bookings')).toEqual(before);
    }),
  );

  test(
    'says what is free: a single thing is taken, a pile is short, a kit as its parts',
    scene(async (s) => {
      const at = from(7, 10, 12);
      const stands = async (thing: string, quantity = 1) =>
        (await check(s, otto, thing, { ...at, p_quantity: quantity })).violations;
      await ask(s, mia, things.benches, { ...at, p_quantity: 5 });
      expect(await stands(things.benches, 7)).toEqual([]);
      expect(await stands(things.benches, 8)).toEqual([
        { code: 'BKCAP', field: 'p_quantity', params: { free: 7 } },
      ]);
      expect(await stands(things.benches, 13)).toEqual([
        { code: 'BKCAP', field: 'p_quantity', params: { free: 7, stock: 12 } },
      ]);
      expect(await stands(things.cinemaKit)).toEqual([
        { code: 'BKCAP', field: 'p_quantity', params: { free: 0 } },
      ]);
      await ask(s, mia, things.hallA, at);
      expect(await stands(things.hall)).toEqual([
        { code: 'BKOVL', field: 'p_starts_at', params: { free: 0 } },
      ]);
      expect(await stands(things.hallB)).toEqual([]);
    }),
  );

  test(
    'a booking does not stand in its own way, and only its two sides may leave it out',
    scene(async (s) => {
      const b = await ask(s, mia, things.bike, from(7, 10, 12));
      const moved = { ...from(7, 11, 13), p_except_booking_id: b.id };
      expect((await check(s, mia, things.bike, moved)).ok).toBe(true);
      expect(await codes(s, mia, things.bike, from(7, 11, 13))).toEqual(['BKOVL']);
      expect((await check(s, amir, things.bike, moved)).ok).toBe(true);
      for (const who of [otto, olga, anon])
        await refused(check(s, who, things.bike, moved), 'NTFND');
    }),
  );

  test(
    'what the owner closed is told beforehand, also to who leaves out their own booking',
    scene(async (s) => {
      const b = await ask(s, mia, things.bike, from(7, 10, 12));
      await s.as(amir).call('close_resource', {
        p_resource_id: things.bike,
        ...from(7, 14, 16),
        p_reason: 'repair',
      });
      expect(await codes(s, mia, things.bike, from(7, 15, 17))).toEqual(['BKOVL']);
      const later = { ...from(7, 12, 15), p_except_booking_id: b.id };
      expect(await codes(s, mia, things.bike, later)).toEqual(['BKOVL']);
    }),
  );

  test(
    'a booking that keeps its start is not asked again how soon that is',
    scene(async (s) => {
      const b = await ask(s, mia, things.bike, from(2, 10, 12));
      await ruled(s, { organisation: clubs.werkhof }, { lead_minutes: 20_160, pickups_per_day: 1 });
      const longer = { ...from(2, 10, 13), p_except_booking_id: b.id };
      expect((await check(s, mia, things.bike, longer)).ok).toBe(true);
      expect(
        await codes(s, mia, things.bike, { ...from(2, 9, 12), p_except_booking_id: b.id }),
      ).toEqual(['BKLED']);
    }),
  );

  test(
    'counts minutes that pass and days as the thing does',
    scene(async (s) => {
      expect(
        await check(s, mia, things.bike, wall('2027-03-27', '10:00', '10:00', '2027-03-28')),
      ).toMatchObject({ minutes: 23 * 60, days: 2 });
      await ruled(s, { resource: things.bike }, { day_count: 'started' });
      expect(
        await check(s, mia, things.bike, wall('2027-03-27', '10:00', '10:00', '2027-03-28')),
      ).toMatchObject({ minutes: 23 * 60, days: 1 });
    }),
  );

  test(
    'for an organisation only its members, and of what one cannot see it knows nothing',
    scene(async (s) => {
      const of = (club: string) => ({ p_organisation_id: club });
      await refused(check(s, mia, things.beamer, of(clubs.chor)), 'DNIED');
      await refused(check(s, rita, things.beamer, of(clubs.kickers)), 'DNIED');
      await refused(check(s, nina, things.beamer, of(clubs.kickers)), 'DNIED');
      await refused(check(s, anon, things.beamer, of(clubs.kickers)), 'LOGIN');
      await refused(check(s, paul, things.beamer, of(clubs.westclub)), 'NTFND');
      await refused(check(s, mia, things.paused), 'NTFND');
      await refused(check(s, anon, things.ofPending), 'NTFND');
      await refused(check(s, anon, things.beamer, { p_ends_at: when(7, 10) }), 'INPUT');
      await refused(check(s, anon, things.beamer, { p_starts_at: null }), 'INPUT');
      await refused(check(s, anon, things.beamer, { p_quantity: 0 }), 'INPUT');
      expect((await check(s, service, things.beamer)).ok).toBe(true);
    }),
  );

  test(
    'tells owners what stands against their paused thing, and those who cannot book yet why',
    scene(async (s) => {
      expect(await codes(s, olga, things.paused)).toEqual(['RESST']);
      expect(await codes(s, penny, things.beamer)).toEqual(['ORGST']);
      expect(await codes(s, susi, things.beamer)).toEqual(['ORGST']);
    }),
  );
});

test(
  'nothing in a refusal or a check names who else booked',
  scene(async (s) => {
    const terms = await ruled(s, { organisation: clubs.werkhof }, { pickups_per_day: 1 });
    await quota(s, terms, 'open_bookings', 1);
    const b = await ask(s, otto, things.beamer);
    const said: Row[] = [
      await check(s, mia, things.beamer),
      await check(s, anon, things.beamer),
      await refused(ask(s, mia, things.beamer), 'BKFUL'),
    ];
    for (const secret of [b.id, otto.id, clubs.chor, 'Chor', 'otto'])
      expect(JSON.stringify(said)).not.toContain(secret);
  }),
);
