import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Row, type Scene } from '../support/database';
import { holiday } from '../support/opening';
import {
  ada,
  amir,
  anon,
  manu,
  mia,
  nina,
  olga,
  otto,
  paul,
  rita,
  service,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { check } from '../support/rules';
import { clubs, pools, things } from '../support/story';
import { ruled } from '../support/terms';
import { from, on, wall } from '../support/when';

const scene = scenes();
type Scope = 'pool' | 'organisation' | 'resource';
const set = (s: Scene, who: Actor, scope: Scope, id: string, terms: Row | null, seen?: unknown) =>
  s.as(who).call('set_terms', {
    p_scope: scope,
    p_id: id,
    p_terms: JSON.stringify(terms),
    ...(seen === undefined ? {} : { p_updated_at: seen }),
  });
const effective = async ({ sql }: Scene, thing: string) =>
  (
    await sql('select to_jsonb(e) as terms from public.effective_terms e where resource_id = $1', [
      thing,
    ])
  )[0]?.terms as Row;

describe('whose word counts', () => {
  test(
    'the thing before its owner before the pool, column by column; null is as the level above says',
    scene(async (s) => {
      await set(s, manu, 'pool', pools.ostviertel, {
        max_minutes: 600,
        lead_minutes: 60,
        hold_hours: 24,
      });
      await set(s, ada, 'organisation', clubs.werkhof, { max_minutes: 300, horizon_days: 90 });
      await set(s, amir, 'resource', things.beamer, { max_minutes: 120 });
      expect(await effective(s, things.beamer)).toMatchObject({
        max_minutes: 120,
        lead_minutes: 60,
        hold_hours: 24,
        horizon_days: 90,
      });
      expect(await effective(s, things.benches)).toMatchObject({ max_minutes: 300 });
      expect(await effective(s, things.projector)).toMatchObject({
        max_minutes: 600,
        horizon_days: 1095,
      });
      expect(await effective(s, things.ofWestclub)).toMatchObject({
        max_minutes: null,
        hold_hours: 72,
      });
      await set(s, amir, 'resource', things.beamer, { max_minutes: null });
      expect(await effective(s, things.beamer)).toMatchObject({ max_minutes: 300 });
      await s.sql('delete from public.terms where organisation_id = $1 and resource_id is null', [
        clubs.werkhof,
      ]);
      expect(await effective(s, things.beamer)).toMatchObject({
        max_minutes: 600,
        horizon_days: 1095,
      });
    }),
  );

  test(
    'lists belong to the level that chose them and replace those above as a whole',
    scene(async (s) => {
      const tuesday = { weekday: 2, opens_at: '09:00', closes_at: '12:00' };
      await set(s, ada, 'organisation', clubs.werkhof, {
        opening: 'hours',
        opening_hours: [tuesday],
      });
      await set(s, ada, 'resource', things.hall, {
        opening: 'hours',
        opening_hours: [{ ...tuesday, weekday: 3 }],
      });
      await set(s, ada, 'resource', things.hallA, { opening: 'always' });
      const open = async (thing: string, weekday: number) =>
        (await check(s, mia, thing, wall(on(weekday, 3), '10:00', '11:00'))).ok;
      expect([await open(things.beamer, 2), await open(things.beamer, 3)]).toEqual([true, false]);
      expect([await open(things.hall, 2), await open(things.hall, 3)]).toEqual([false, true]);
      expect([await open(things.hallA, 2), await open(things.hallA, 3)]).toEqual([true, true]);
    }),
  );

  test(
    'a thing that is listed later follows what holds already',
    scene(async (s) => {
      await set(s, ada, 'organisation', clubs.werkhof, {
        max_days: 2,
        quotas: [{ measure: 'days', per: 'year', most: 20 }],
      });
      const thing = await s.as(olga).call('list_resource', {
        p_organisation_id: clubs.werkhof,
        p_kind: 'equipment',
        p_title: 'Leiter',
      });
      expect(await effective(s, thing.id as string)).toMatchObject({
        max_days: 2,
        quotas: [
          { measure: 'days', per: 'year', most: 20, owner_id: clubs.werkhof, resource_id: null },
        ],
      });
    }),
  );

  test(
    'rooms are open throughout, things only when they leave and return, unless somebody says otherwise',
    scene(async (s) => {
      expect((await effective(s, things.hall)).hours_apply).toBe('use');
      expect((await effective(s, things.bike)).hours_apply).toBe('handover');
      await set(s, ada, 'resource', things.bike, { hours_apply: 'use' });
      expect((await effective(s, things.bike)).hours_apply).toBe('use');
    }),
  );
});

describe('who may set and read', () => {
  test(
    'approvers and admins of the owner; for the pool its managers; nobody else',
    scene(async (s) => {
      for (const who of [olga, mia, otto, nina, paul, manu, rita])
        await refused(set(s, who, 'resource', things.beamer, { max_days: 1 }), 'DNIED');
      for (const who of [olga, mia, manu])
        await refused(set(s, who, 'organisation', clubs.werkhof, { max_days: 1 }), 'DNIED');
      for (const who of [ada, mia, rita, nina])
        await refused(set(s, who, 'pool', pools.ostviertel, { max_days: 1 }), 'DNIED');
      for (const who of [anon, service])
        await refused(set(s, who, 'resource', things.beamer, { max_days: 1 }), '42501');
      await refused(set(s, ada, 'resource', clubs.kickers, { max_days: 1 }), 'NTFND');
      await refused(set(s, ada, 'everything' as Scope, things.beamer, {}), 'INPUT', {
        field: 'p_scope',
      });
      for (const who of [amir, ada]) await set(s, who, 'resource', things.beamer, { max_days: 1 });
    }),
  );

  test(
    'everybody reads the rules; whom an owner chose only its own people and the QM',
    scene(async (s) => {
      await set(s, ada, 'resource', things.beamer, {
        audience: 'chosen',
        organisations: [clubs.chor],
        quotas: [{ measure: 'open_bookings', most: 3 }],
        confirmations: [{ name: 'Einweisung', per: 'organisation' }],
      });
      const count = async (who: Actor, table: string) =>
        (await s.as(who).sql(`select count(*) as n from public.${table}`))[0]?.n as number;
      for (const who of [anon, mia, otto]) {
        expect(await count(who, 'quotas')).toBe(1);
        expect(await count(who, 'confirmations')).toBe(1);
        expect(await count(who, 'terms')).toBe(2);
        await refused(s.as(who).sql('update public.terms set max_days = 1'), '42501');
        await refused(s.as(who).sql('update public.effective_terms set max_days = 1'), '42501');
      }
      for (const who of [mia, otto, paul, nina])
        expect(await count(who, 'terms_organisations')).toBe(0);
      await refused(count(anon, 'terms_organisations'), '42501');
      for (const who of [olga, ada, manu, rita])
        expect(await count(who, 'terms_organisations')).toBe(1);
    }),
  );
});

describe('writing them down', () => {
  test(
    'who decides is said with the rules of a thing, and of a thing only',
    scene(async (s) => {
      await set(s, ada, 'resource', things.beamer, { approval: 'instant', max_days: 2 });
      const approval = async () =>
        (await s.sql('select approval from public.resources where id = $1', [things.beamer]))[0]
          ?.approval;
      expect(await approval()).toBe('instant');
      await set(s, ada, 'resource', things.beamer, { max_days: 3 });
      expect(await approval()).toBe('instant');
      for (const said of ['always', null])
        await refused(set(s, ada, 'resource', things.beamer, { approval: said }), 'INPUT', {
          field: 'p_approval',
        });
      await refused(set(s, ada, 'organisation', clubs.werkhof, { approval: 'instant' }), 'INPUT', {
        field: 'p_approval',
      });
      await refused(set(s, olga, 'resource', things.beamer, { approval: 'manual' }), 'DNIED');
    }),
  );

  test(
    'what is not named stays, and what belongs to another choice goes with it',
    scene(async (s) => {
      await set(s, ada, 'resource', things.beamer, {
        period_kind: 'slots',
        slot_minutes: 30,
        slot_starts_at: '08:15',
        max_minutes: 90,
        audience: 'own_first',
        own_first_days: 14,
      });
      const row = await set(s, ada, 'resource', things.beamer, {
        period_kind: 'minutes',
        audience: 'pool',
      });
      expect(row).toMatchObject({
        period_kind: 'minutes',
        slot_minutes: null,
        slot_starts_at: null,
        max_minutes: 90,
        own_first_days: null,
      });
    }),
  );

  test.each<[string, Row | null, string, Row?]>([
    ['nothing', null, 'p_terms'],
    [
      'a rule that does not exist',
      { min_minute: 5 },
      'p_terms',
      { reason: 'choice', name: 'min_minute' },
    ],
    ['money, which has an intent of its own', { deposit_minor: 500 }, 'p_terms'],
    ['somebody else for an id', { id: things.beamer }, 'p_terms'],
    [
      'no minutes at all',
      { min_minutes: 0 },
      'p_min_minutes',
      { reason: 'range', min: 1, max: 527_040 },
    ],
    ['a word for a number', { max_days: '3' }, 'p_max_days'],
    ['half a day', { max_days: 1.5 }, 'p_max_days'],
    [
      'the longest shorter than the shortest',
      { min_minutes: 60, max_minutes: 59 },
      'p_max_minutes',
    ],
    ['more at least than at most', { min_days: 3, max_days: 2 }, 'p_max_days'],
    ['a kind nobody knows', { period_kind: 'months' }, 'p_period_kind', { reason: 'choice' }],
    ['slots of no length', { period_kind: 'slots' }, 'p_slot_minutes', { reason: 'required' }],
    ['slots that do not fill a day', { period_kind: 'slots', slot_minutes: 50 }, 'p_slot_minutes'],
    ['parts without any', { period_kind: 'parts' }, 'p_day_parts', { reason: 'required' }],
    ['days without pick-up', { period_kind: 'days', return_at: '10:00' }, 'p_pickup_at'],
    ['days without return', { period_kind: 'days', pickup_at: '10:00' }, 'p_return_at'],
    [
      'a time that is none',
      { period_kind: 'days', pickup_at: '25:00', return_at: '10:00' },
      'p_pickup_at',
    ],
    [
      'opening by hours without any',
      { opening: 'hours' },
      'p_opening_hours',
      { reason: 'required' },
    ],
    ['perhaps', { closed_on_public_holidays: 'perhaps' }, 'p_closed_on_public_holidays'],
    [
      'own people first until never',
      { audience: 'own_first' },
      'p_own_first_days',
      { reason: 'required' },
    ],
    [
      'hours that end before they begin',
      { opening: 'hours', opening_hours: [{ weekday: 1, opens_at: '10:00', closes_at: '09:00' }] },
      'p_opening_hours',
      { line: 1, reason: 'end_before_start' },
    ],
    [
      'the eighth day of the week',
      {
        opening_hours: [
          { weekday: 1, opens_at: '09:00', closes_at: '10:00' },
          { weekday: 8, opens_at: '09:00', closes_at: '10:00' },
        ],
      },
      'p_opening_hours',
      { line: 2, reason: 'invalid' },
    ],
    ['hours in an object', { opening_hours: {} }, 'p_opening_hours', { reason: 'invalid' }],
    [
      'a quota of nothing',
      { quotas: [{ measure: 'days', per: 'month', most: 0 }] },
      'p_quotas',
      { line: 1 },
    ],
    ['a quota in no time', { quotas: [{ measure: 'days', most: 4 }] }, 'p_quotas', { line: 1 }],
    [
      'the same quota twice',
      {
        quotas: [
          { measure: 'open_bookings', most: 4 },
          { measure: 'open_bookings', most: 5 },
        ],
      },
      'p_quotas',
      { line: 2, reason: 'twice' },
    ],
    [
      'an organisation of another pool',
      { organisations: [clubs.westclub] },
      'p_organisations',
      { line: 1 },
    ],
    ['an organisation that is no id', { organisations: ['chor'] }, 'p_organisations', { line: 1 }],
    [
      'a confirmation without a name',
      { confirmations: [{ name: ' ', per: 'booking' }] },
      'p_confirmations',
    ],
    [
      'a confirmation of one booking that lasts for months',
      { confirmations: [{ name: 'Ausweis', per: 'booking', valid_months: 3 }] },
      'p_confirmations',
      { line: 1 },
    ],
  ])('%s is refused at its field', (_, terms, field, params = {}) =>
    scene(async (s) => {
      const refusal = await refused(set(s, ada, 'resource', things.beamer, terms), 'INPUT', {
        field,
      });
      expect(refusal.params).toMatchObject(params);
    })(),
  );

  test(
    'who saw something older is told, who saw the newest or does not say may write',
    scene(async (s) => {
      const first = await set(s, ada, 'resource', things.beamer, { max_days: 1 });
      const seen = (
        await s.sql('select updated_at::text as at from public.terms where id = $1', [first.id])
      )[0]?.at;
      await set(s, amir, 'resource', things.beamer, { max_days: 2 }, seen);
      await s.sql(
        `update public.terms set updated_at = updated_at + interval '1 second' where id = $1`,
        [first.id],
      );
      await refused(set(s, ada, 'resource', things.beamer, { max_days: 3 }, seen), 'STALE');
      await refused(
        set(s, ada, 'resource', things.benches, { max_days: 3 }, '2020-01-01'),
        'STALE',
      );
      await set(s, ada, 'resource', things.beamer, { max_days: 3 });
    }),
  );

  test(
    'a booking that stands keeps standing under stricter rules',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer, from(7, 10, 20));
      await set(s, ada, 'resource', things.beamer, { max_minutes: 60, audience: 'own' });
      expect((await s.as(amir).call('approve_booking', { p_booking_id: b.id })).status).toBe(
        'approved',
      );
    }),
  );

  test(
    'a name that stays keeps what was confirmed under it',
    scene(async (s) => {
      const both = [
        { name: 'Einweisung', per: 'organisation' },
        { name: 'Ausweis', per: 'booking' },
      ];
      await set(s, ada, 'resource', things.beamer, { confirmations: both });
      const ids = async () =>
        (await s.sql('select id, name from public.confirmations order by name')).map((r) => [
          r.name,
          r.id,
        ]);
      const before = await ids();
      await set(s, ada, 'resource', things.beamer, {
        confirmations: [{ name: ' Einweisung ', per: 'organisation', valid_months: 12 }],
      });
      expect(await ids()).toEqual(before.filter(([name]) => name === 'Einweisung'));
      await set(s, ada, 'resource', things.beamer, { confirmations: [] });
      expect(await ids()).toEqual([]);
      expect((await effective(s, things.beamer)).has_confirmations).toBe(false);
    }),
  );
});

describe('copying rules', () => {
  const everything = {
    period_kind: 'parts',
    day_parts: [
      { name: 'Vormittag', starts_at: '08:00', ends_at: '12:00' },
      { name: 'Nacht', starts_at: '22:00', ends_at: '06:00' },
    ],
    max_days: 3,
    opening: 'hours',
    opening_hours: [
      {
        weekday: 6,
        opens_at: '00:00',
        closes_at: '24:00',
        season_from: '04-01',
        season_to: '09-30',
      },
    ],
    opening_exceptions: [{ starts_on: '2027-05-01', ends_on: '2027-05-02', note: 'Fest' }],
    closed_on_public_holidays: true,
    audience: 'chosen',
    organisations: [clubs.chor],
    quotas: [{ measure: 'weekends', per: 'quarter', most: 2 }],
    confirmations: [{ name: 'Einweisung', per: 'organisation', valid_months: 6 }],
    pickups_per_day: 4,
    no_show_minutes: 30,
  };

  test(
    'gives another thing of the same owner the same, and takes what it had',
    scene(async (s) => {
      await set(s, ada, 'resource', things.beamer, everything);
      await set(s, ada, 'resource', things.bike, {
        min_minutes: 30,
        quotas: [{ measure: 'open_bookings', most: 1 }],
      });
      await s
        .as(amir)
        .call('copy_terms', { p_from_resource_id: things.beamer, p_to_resource_id: things.bike });
      const document = async (thing: string) =>
        (
          await s.sql(
            `select private.terms_document(t) - 'price_mode' as d from public.terms t where resource_id = $1`,
            [thing],
          )
        )[0]?.d as Row;
      const bare = (d: Row) =>
        JSON.parse(
          JSON.stringify(d, (k, v: unknown) => (k === 'id' || k === 'terms_id' ? undefined : v)),
        ) as Row;
      expect(bare(await document(things.bike))).toEqual(bare(await document(things.beamer)));
      expect(await effective(s, things.bike)).toMatchObject({
        min_minutes: null,
        max_days: 3,
        quotas: [{ measure: 'weekends', resource_id: things.bike }],
      });
    }),
  );

  test(
    'of a thing without rules of its own leaves none, and nobody copies over another fence',
    scene(async (s) => {
      await set(s, ada, 'resource', things.bike, everything);
      const copy = (who: Actor, a: string, b: string) =>
        s.as(who).call('copy_terms', { p_from_resource_id: a, p_to_resource_id: b });
      await refused(copy(olga, things.beamer, things.bike), 'DNIED');
      await refused(copy(mia, things.beamer, things.bike), 'DNIED');
      await refused(copy(ada, things.projector, things.bike), 'NTFND');
      await refused(copy(ada, things.beamer, things.projector), 'DNIED');
      await copy(ada, things.beamer, things.bike);
      expect(await effective(s, things.bike)).toMatchObject({
        period_kind: 'minutes',
        max_days: null,
        quotas: [],
      });
    }),
  );
});

test(
  'the search tells what stands against a time, and of what is free shows only what can be had then',
  scene(async (s) => {
    await holiday(s, on(2, 3), 'public', 'Fest');
    await ruled(s, { resource: things.beamer }, { closed_on_public_holidays: true });
    await ruled(s, { resource: things.hall }, { closed_on_public_holidays: true });
    await ruled(s, { resource: things.projector }, { min_minutes: 180 });
    await ruled(s, { resource: things.bike }, { lead_minutes: 366 * 1440 });
    await ruled(s, { resource: things.benches }, { horizon_days: 1 });
    const against = async (period: object, args = {}) => {
      const rows = await s.as(anon).rows('search_resources', {
        p_pool: 'ostviertel',
        p_limit: 100,
        ...period,
        ...args,
      });
      return new Map(rows.map((r) => [r.id as string, r.hindrance as string | null]));
    };

    const all = await against(wall(on(2, 3), '10:00', '12:00'));
    expect(all.get(things.beamer)).toBe('no_handover');
    expect(all.get(things.hall)).toBe('closed');
    expect(all.get(things.projector)).toBe('too_short');
    expect(all.get(things.bike)).toBe('too_soon');
    expect(all.get(things.benches)).toBe('too_far');

    const free = await against(wall(on(2, 3), '10:00', '12:00'), { p_quantity: 1 });
    expect(free.get(things.beamer)).toBe('no_handover');
    expect(free.get(things.projector)).toBe('too_short');
    for (const id of [things.hall, things.bike, things.benches]) expect(free.has(id)).toBe(false);

    // across the holiday: picked up before and brought back after it; one open day is enough for a room
    const across = await against({
      p_starts_at: wall(on(2, 2), '10:00', '12:00').p_starts_at,
      p_ends_at: wall(on(2, 4), '10:00', '12:00').p_ends_at,
    });
    for (const id of [things.beamer, things.hall, things.projector]) {
      expect(across.get(id)).toBeNull();
    }
    // and back on the holiday itself is not
    const until = await against({
      p_starts_at: wall(on(2, 2), '10:00', '12:00').p_starts_at,
      p_ends_at: wall(on(2, 3), '10:00', '12:00').p_ends_at,
    });
    expect(until.get(things.beamer)).toBe('no_handover');
    expect(until.get(things.hall)).toBeNull();

    expect(new Set((await against({})).values())).toEqual(new Set([null]));
  }),
);

test(
  'alternatives break no rule',
  scene(async (s) => {
    await holiday(s, on(2, 3), 'public', 'Fest');
    await ruled(s, { resource: things.beamer }, { closed_on_public_holidays: true });
    await ruled(s, { resource: things.projector }, { max_minutes: 30 });
    await ask(s, otto, things.beamer, wall(on(1, 3), '10:00', '12:00'));
    const found = await s.as(anon).rows('suggest_alternatives', {
      p_resource_id: things.beamer,
      ...wall(on(1, 3), '10:00', '12:00'),
      p_limit: 12,
    });
    expect(found.length).toBeGreaterThan(3);
    for (const r of found) {
      const p = { p_starts_at: r.starts_at, p_ends_at: r.ends_at };
      expect((await check(s, anon, r.resource_id as string, p)).violations).toEqual([]);
    }
    expect(found.map((r) => r.resource_id)).not.toContain(things.projector);
  }),
);
