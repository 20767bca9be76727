import { beforeAll, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { acting, testDatabase } from '../support/database';
import { ada, amir, anon, mia, rita, type Actor } from '../support/people';
import { assets, clubs, pools, things } from '../support/story';
import { from, when } from '../support/when';

const db = testDatabase();
let owner: pg.Client;

beforeAll(async () => {
  owner = await db.connect();
  // A district of 3,000 things with 30,000 bookings: enough that a sequential scan is the wrong plan.
  await owner.query(`
    alter table public.resources disable trigger user;
    alter table public.resource_assets disable trigger user;
    alter table public.bookings disable trigger user;
    alter table public.allocations disable trigger user;
    insert into auth.users (id, email) select ('00000000-0000-4000-c000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org' from generate_series(0, 299) n;
    insert into public.assets (id, organisation_id, name, quantity)
    select ('00000000-0000-4000-a000-' || lpad(n::text, 12, '0'))::uuid, '${clubs.chor}', 'a' || n, case when n % 3 = 0 then 20 else 1 end from generate_series(1, 3000) n;
    insert into public.resources (id, pool_id, organisation_id, slug, kind, title, listed, quantity, search_text, created_at)
    select id, '${pools.ostviertel}', organisation_id, 'r-' || name, 'equipment', 'Ding ' || md5(name), true, quantity,
      'ding ' || md5(name) || ' ' || md5(name || 'x'), now() - random() * interval '300 days'
    from public.assets where name like 'a%' and id >= '00000000-0000-4000-a000-000000000000';
    insert into public.resource_assets (resource_id, asset_id) select id, id from public.assets where id >= '00000000-0000-4000-a000-000000000000';
    insert into public.bookings (id, pool_id, resource_id, owner_id, organisation_id, requested_by, starts_at, ends_at, counted_days, quantity, status, awaiting, hold_expires_at, last_action, last_side)
    select ('00000000-0000-4000-b000-' || lpad((n * 10 + k)::text, 12, '0'))::uuid, '${pools.ostviertel}', ('00000000-0000-4000-a000-' || lpad(n::text, 12, '0'))::uuid,
      '${clubs.chor}', '${clubs.werkhof}', ('00000000-0000-4000-c000-' || lpad((n % 300)::text, 12, '0'))::uuid, date_trunc('day', now()) + k * interval '1 day', date_trunc('day', now()) + k * interval '1 day' + interval '3 hours', 1, 1,
      case when k = 0 and n % 30 = 0 then 'requested' else 'approved' end, case when k = 0 and n % 30 = 0 then 'owner' end,
      case when k = 0 and n % 30 = 0 then now() + interval '1 day' end, 'requested', 'borrower'
    from generate_series(1, 3000) n, generate_series(0, 9) k;
    insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
    select a.id, a.exclusive, 1, tstzrange(b.starts_at, b.ends_at), 'booking', b.id
    from public.bookings b join public.assets a on a.id = b.resource_id;
    insert into public.booking_log (booking_id, version, at, action, side, from_status, to_status, actor_id)
    select id, 1, created_at, 'requested', 'borrower', null, status, null from public.bookings;
    insert into public.resource_photos (resource_id, path, width, height)
    select id, organisation_id || '/' || id || '/' || gen_random_uuid() || '.webp', 8, 8 from public.resources where title like 'Ding%';
    insert into private.vocabulary (pool_id, word, in_title)
    select pool_id, unnest(private.words_in(search_text)), true from public.resources where title like 'Ding%' on conflict do nothing;
    select private.refresh_effective_terms(array(select id from public.resources));
    set constraints all immediate;
    alter table public.resources enable trigger user;
    alter table public.resource_assets enable trigger user;
    alter table public.bookings enable trigger user;
    alter table public.allocations enable trigger user;
    analyze;`);
});

const counters = async () => {
  await owner.query('select pg_stat_force_next_flush()');
  await owner.query('select pg_stat_clear_snapshot()');
  const { rows } = await owner.query(`
    select relname || ' sequentially' as name, seq_scan as n from pg_stat_user_tables where schemaname = 'public' or relname = 'concept_words'
    union all select indexrelname, idx_scan from pg_stat_user_indexes where schemaname = 'public' or relname = 'concept_words'`);
  return new Map(rows.map((r) => [r.name as string, r.n as number]));
};

/** What an act of somebody reads through: the names of the indexes, and of tables that were walked from end to end. */
async function scansOf(
  actor: Actor,
  fn: string,
  args: Record<string, unknown>,
): Promise<Set<string>> {
  const before = await counters();
  await acting(owner)(actor).rows(fn, args);
  const after = await counters();
  return new Set(
    [...after].filter(([name, n]) => n > (before.get(name) ?? 0)).map(([name]) => name),
  );
}

const pile = '00000000-0000-4000-a000-000000000003';
const single = '00000000-0000-4000-a000-000000000001';
const big = [
  'allocations sequentially',
  'bookings sequentially',
  'resources sequentially',
  'assets sequentially',
  'resource_assets sequentially',
  'resource_photos sequentially',
  'booking_log sequentially',
  'concept_words sequentially',
];

describe('the hot paths find their rows by index, among many', () => {
  test.each<[string, Actor, string, Record<string, unknown>, string[]]>([
    [
      'asking for a single thing',
      mia,
      'request_booking',
      { p_resource_id: single, p_organisation_id: clubs.kickers, ...from(40, 1, 2) },
      ['bookings_hold_expires_at_idx', 'allocations_asset_id_blocked_excl'],
    ],
    [
      'asking for some of a pile',
      mia,
      'request_booking',
      { p_resource_id: pile, p_organisation_id: clubs.kickers, ...from(5, 1, 2) },
      ['allocations_pile_idx', 'bookings_hold_expires_at_idx'],
    ],
    [
      'the calendar of a single thing',
      anon,
      'resource_calendar',
      { p_resource_id: single, p_from: when(0), p_to: when(31) },
      ['allocations_asset_id_blocked_excl'],
    ],
    [
      'the calendar of a pile',
      anon,
      'resource_calendar',
      { p_resource_id: pile, p_from: when(0), p_to: when(31) },
      ['allocations_pile_idx'],
    ],
    [
      'the first page of the catalogue for a period',
      anon,
      'search_resources',
      { p_pool: 'ostviertel', ...from(3, 1, 2) },
      ['resources_listed_idx', 'allocations_asset_id_blocked_excl', 'allocations_pile_idx'],
    ],
    [
      'the things nearest to somebody',
      anon,
      'search_resources',
      { p_pool: 'ostviertel', p_latitude: 51.3, p_longitude: 12.3, ...from(3, 1, 2) },
      ['resources_near_idx', 'allocations_asset_id_blocked_excl', 'allocations_pile_idx'],
    ],
    [
      'a search by word',
      anon,
      'search_resources',
      { p_pool: 'ostviertel', p_query: 'Bierbänke' },
      ['resources_words_idx'],
    ],
    [
      'a search by a word of another language, with a typo',
      anon,
      'search_resources',
      { p_pool: 'ostviertel', p_query: 'праектор', p_locale: 'ru' },
      ['resources_words_idx', 'concept_words_alike_idx'],
    ],
  ])('%s', async (_title, actor, fn, args, indexes) => {
    const scans = await scansOf(actor, fn, args);
    expect([...scans]).toEqual(expect.arrayContaining(indexes));
    expect([...scans].filter((name) => big.includes(name))).toEqual([]);
  });

  test('the sweep of holds', async () => {
    const scans = await scansOf('service', 'expire_holds', {});
    expect([...scans]).toContain('bookings_hold_expires_at_idx');
    expect([...scans].filter((name) => big.includes(name))).toEqual([]);
  });

  test('the free quantity of one thing at one time', async () => {
    for (const [id, index] of [
      [assets.beamer, 'allocations_asset_id_blocked_excl'],
      [assets.benches, 'allocations_pile_idx'],
    ] as const) {
      const before = await counters();
      await owner.query(
        'select private.free_quantity(ra.resource_id, $2, $3) from public.resource_assets ra where ra.asset_id = $1',
        [id, when(3, 1), when(3, 2)],
      );
      const after = await counters();
      expect(after.get(index)).toBeGreaterThan(before.get(index) ?? 0);
      expect(after.get('allocations sequentially')).toBe(before.get('allocations sequentially'));
    }
  });
});

test('who stands against closing a single thing, and against closing a pile', async () => {
  for (const id of [single, pile]) {
    const before = await counters();
    const { rows } = await owner.query(
      'select private.standing($1, tstzrange($2::timestamptz, $3::timestamptz))',
      [id, when(3, 1), when(3, 2)],
    );
    expect(rows).toHaveLength(1);
    const after = await counters();
    const more = [...after].filter(([name, n]) => n > (before.get(name) ?? 0));
    expect(more.map(([name]) => name)).toContain('bookings_pkey');
    expect(more.filter(([name]) => big.includes(name))).toEqual([]);
  }
});

/** How often memberships and staff were looked at, and which of the big tables were walked from end to end. */
async function costOf(actor: Actor, sql: string) {
  const before = await counters();
  await acting(owner)(actor).sql(sql);
  const after = await counters();
  const more = [...after]
    .map(([name, n]) => [name, n - (before.get(name) ?? 0)] as const)
    .filter(([, n]) => n > 0);
  return {
    lookups: more
      .filter(([name]) => /^(memberships|pool_staff)/.test(name))
      .reduce((sum, [, n]) => sum + n, 0),
    walked: more.map(([name]) => name).filter((name) => big.includes(name)),
  };
}

describe('row level security costs little per row, because rights are looked up once per statement', () => {
  test.each<[string, Actor, string, string[]]>([
    [
      'a passer-by reads 3,000 things',
      anon,
      'select * from public.resources',
      ['resources sequentially'],
    ],
    [
      'a member reads 3,000 things',
      mia,
      'select * from public.resources',
      ['resources sequentially'],
    ],
    [
      'a member reads 30,000 bookings of her club',
      amir,
      'select * from public.bookings',
      ['bookings sequentially'],
    ],
    [
      'a member asks for the story of one booking',
      amir,
      `select * from public.booking_log where booking_id = '00000000-0000-4000-b000-000000000015'`,
      [],
    ],
    [
      'a passer-by reads the photos of one thing',
      anon,
      `select * from public.resource_photos where resource_id = '${single}'`,
      [],
    ],
    [
      'a reviewer reads a report over 30,000 bookings',
      rita,
      `select * from public.report_totals('ostviertel', current_date, current_date + 30)`,
      ['bookings sequentially', 'booking_log sequentially'],
    ],
    [
      'an admin opens the inbox',
      ada,
      `select * from public.bookings where owner_id = '${clubs.werkhof}' and status = 'requested' order by created_at limit 50`,
      [],
    ],
    ['a member reads the names of all', mia, 'select * from public.profiles', []],
  ])('%s', async (_title, actor, sql, mayWalk) => {
    const { lookups, walked } = await costOf(actor, sql);
    // a right that is looked up per row is looked up thousands of times
    expect(lookups).toBeLessThanOrEqual(20);
    expect(walked.filter((name) => !mayWalk.includes(name))).toEqual([]);
  });
});

test('the catalogue asks once a page what is free', async () => {
  const admin = await db.connect('admin');
  await admin.query(`set track_functions = 'all'`);
  const asked = async () => {
    await admin.query('select pg_stat_force_next_flush()');
    await admin.query('select pg_stat_clear_snapshot()');
    const { rows } = await admin.query<{ calls: number }>(
      `select calls from pg_stat_user_functions where schemaname = 'private' and funcname = 'free_among'`,
    );
    return rows[0]?.calls ?? 0;
  };
  for (const p_query of [null, 'ding']) {
    const before = await asked();
    const found = await acting(admin)(anon).rows('search_resources', {
      p_pool: 'ostviertel',
      p_query,
      p_quantity: 1,
      ...from(60, 1, 2),
    });
    expect(found).toHaveLength(24);
    expect((await asked()) - before).toBe(1);
  }
});

test('who loses a slot has written neither booking nor log nor message', async () => {
  const written = async () =>
    (
      await owner.query(`
        select pg_sequence_last_value(pg_get_serial_sequence('public.booking_log', 'id')) as log,
          pg_sequence_last_value(pg_get_serial_sequence('private.outbox', 'id')) as outbox`)
    ).rows;
  for (const [thing, quantity, code] of [
    [things.beamer, 1, 'BKOVL'],
    [things.benches, 12, 'BKCAP'],
  ] as const) {
    const ask = () =>
      acting(owner)(mia).call('request_booking', {
        p_resource_id: thing,
        p_organisation_id: clubs.kickers,
        p_quantity: quantity,
        ...from(50, 1, 2),
      });
    await ask();
    // a sequence does not roll back: it would tell
    const before = await written();
    await expect(ask()).rejects.toMatchObject({ code });
    expect(await written()).toEqual(before);
  }
});

test("the story's own things are still there", async () => {
  expect(
    (await owner.query('select title from public.resources where id = $1', [things.beamer])).rows,
  ).toEqual([{ title: 'Beamer' }]);
});
