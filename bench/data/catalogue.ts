import type pg from 'pg';
import { adjectives, filler, nouns } from './words';

/** One thing in twenty is a kit of two single things before it and has no bookings of its own. */
export const KIT_EVERY = 20;
export const POOL = 'bench';
const PER_ORGANISATION = 50;
/** The first organisation is a large one: its overview has so many lines. */
export const LARGEST = 200;
/** Never so few that a crowd could not come from different ones. */
export const organisationsFor = (resources: number) =>
  Math.max(64, Math.ceil(resources / PER_ORGANISATION));

/**
 * Ids are digests of a number, so that a bulk statement can name them without looking them up, and
 * are as scattered in every index as the random ones of the product.
 */
const helpers = `
  create schema bench;
  grant usage on schema bench to authenticated;
  create function bench.id(p_what text, n bigint) returns uuid language sql immutable parallel safe
    as $$ select md5(p_what || n)::uuid $$;
  create function bench.dice(p_what text, n bigint, p_sides integer) returns integer
    language sql immutable parallel safe
    as $$ select ((hashtextextended(p_what || n, 0) & 2147483647) % p_sides)::integer $$;
  -- every second piece of equipment is a pile
  create function bench.stock(n bigint, p_kind text) returns integer language sql immutable parallel safe
    as $$ select case when p_kind = 'equipment' and n % 2 = 0 and n % ${KIT_EVERY} <> 0
      then (array[6, 12, 24, 40, 80, 400])[1 + bench.dice('stock', n, 6)] else 1 end $$;`;

const people = `
  insert into auth.users (id, aud, role, email, encrypted_password, raw_app_meta_data, raw_user_meta_data)
  select bench.id('person', n), 'authenticated', 'authenticated', 'person' || n || '@bench.example', '', '{}', '{}'
  from generate_series(1, $1::int) n`;
const organisations = `
  insert into public.organisations (id, pool_id, slug, name, kind, status, admitted_at)
  select bench.id('organisation', n), bench.id('pool', 1), 'verein-' || n, 'Verein ' || n, 'association', 'admitted', now()
  from generate_series(1, $1::int) n`;
const memberships = `
  insert into public.memberships (organisation_id, person_id, role)
  select bench.id('organisation', n), bench.id('person', n), 'admin' from generate_series(1, $1::int) n`;

/**
 * `listed` and `search_text` come from the product's own triggers. `quantity` and `sole_asset_id` are
 * written here: the trigger that keeps them would write every row, and its many words in the index, a second time.
 */
const resources = `
  insert into public.resources (id, pool_id, organisation_id, slug, kind, title, description, place,
    latitude, longitude, approval, quantity, sole_asset_id, buffer_before_minutes, buffer_after_minutes, created_by, created_at)
  select bench.id('resource', n), bench.id('pool', 1), bench.id('organisation', s.organisation), 'ding-' || n, s.kind,
    ($3::text[])[1 + bench.dice('adjective', n, cardinality($3::text[]))] || ' ' || s.noun || ' ' || n,
    (select string_agg(($4::text[])[1 + bench.dice('word' || w, n, cardinality($4::text[]))], ' ')
     from generate_series(1, 40) w),
    'Straße ' || bench.dice('place', n, 300),
    -- a district of eleven by ten kilometres
    51.3 + bench.dice('latitude', n, 1000) / 10000.0, 12.3 + bench.dice('longitude', n, 1500) / 10000.0,
    case when bench.dice('approval', n, 3) = 0 then 'instant' else 'manual' end,
    bench.stock(n, s.kind), case when bench.stock(n, s.kind) = 1 and n % ${KIT_EVERY} <> 0 then bench.id('asset', n) end,
    case when s.kind in ('room', 'vehicle') then 15 else 0 end,
    case when s.kind in ('room', 'vehicle') then 30 else 0 end,
    bench.id('person', s.organisation), now() - make_interval(mins => n)
  from generate_series(1, $5::int) n
  cross join lateral (
    select ($1::text[])[t.thing] as kind, ($2::text[])[t.thing] as noun, case when n <= ${LARGEST} then 1 else 1 + (n - 1) / ${PER_ORGANISATION} end as organisation
    from (select 1 + bench.dice('noun', n, cardinality($1::text[])) as thing) t
  ) s`;
const assets = `
  insert into public.assets (id, organisation_id, name, quantity, exclusive)
  select bench.id('asset', n), r.organisation_id, r.title, r.quantity, r.quantity = 1
  from generate_series(1, $1::int) n join public.resources r on r.id = bench.id('resource', n)
  where n % $2::int <> 0`;
const parts = `
  insert into public.resource_assets (resource_id, asset_id)
  select bench.id('resource', n), bench.id('asset', n - part.back)
  from generate_series(1, $1::int) n
  cross join lateral (
    select 0 as back where n % $2::int <> 0
    union all select b from unnest(array[1, 3]) b where n % $2::int = 0
  ) part`;

/** Pool, people, organisations and things. Constraints are on; triggers too, but for the last two. */
export async function fillCatalogue(admin: pg.Client, count: number): Promise<void> {
  const organisationCount = organisationsFor(count);
  await admin.query(helpers);
  await admin.query(
    `insert into public.pools (id, slug, name) values (bench.id('pool', 1), $1, 'Bench')`,
    [POOL],
  );
  for (const statement of [people, organisations, memberships]) {
    await admin.query(statement, [organisationCount]);
  }
  await admin.query(resources, [
    nouns.map(([kind]) => kind),
    nouns.map(([, noun]) => noun),
    adjectives,
    filler,
    count,
  ]);
  await admin.query('set session_replication_role = replica');
  await admin.query(assets, [count, KIT_EVERY]);
  await admin.query(parts, [count, KIT_EVERY]);
  await admin.query('reset session_replication_role');
}
