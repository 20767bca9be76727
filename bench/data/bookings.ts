import type pg from 'pg';
import { KIT_EVERY, organisationsFor } from './catalogue';
import { withoutIndexes } from './indexes';

/** How many things have an asset, and so bookings, of their own. */
const bookable = (resources: number) => resources - Math.floor(resources / KIT_EVERY);

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Slots are filled in a scattered order, so that a tenth of the bookings spreads over the year too. */
function stride(slots: number): number {
  let step = Math.max(1, Math.round(slots * 0.618));
  while (gcd(step, slots) !== 1) step += 1;
  return step;
}

/**
 * A year (nine months back, three ahead) of each thing is cut into slots of equal length, as many as
 * it will ever have bookings. An exclusive thing's booking with its buffers stays inside its slot; a
 * pile's may reach into the next two and takes at most a third of the stock. So both guards hold
 * without a look at any other row, and the exclusion constraint accepts every one.
 */
const plan = `
  create unlogged table bench.plan as
  select bench.id('booking', j * $2::bigint + i) as booking_id,
    r.id as resource_id, a.id as asset_id, r.organisation_id as owner_id, a.exclusive,
    s.starts_at, s.starts_at + make_interval(mins => s.minutes) as ends_at,
    tstzrange(s.starts_at - make_interval(mins => r.buffer_before_minutes),
      s.starts_at + make_interval(mins => s.minutes + r.buffer_after_minutes), '[)') as blocked,
    case when a.exclusive then 1 else 1 + bench.dice('quantity', j * $2::bigint + i, greatest(1, a.quantity / 3)) end as quantity,
    bench.dice('requested', j * $2::bigint + i, 10) = 0 as may_be_open,
    1 + bench.dice('borrower', j * $2::bigint + i, $7::int) as borrower
  from generate_series(0, $2::int - 1) i
  join public.resources r on r.id = bench.id('resource', i + i / ($1::int - 1) + 1)
  join public.assets a on a.id = bench.id('asset', i + i / ($1::int - 1) + 1)
  cross join generate_series($3::bigint / $2::bigint, ($4::bigint - 1) / $2::bigint) j
  cross join lateral (
    select (525600 / $5::int)::integer as slot, date_trunc('day', now()) - interval '274 days' as year,
      30 + r.buffer_before_minutes + r.buffer_after_minutes as spare
  ) y
  cross join lateral (
    select 60 + bench.dice('minutes', j * $2::bigint + i,
      greatest(1, least((case when a.exclusive then 0.55 else 1.9 end * y.slot)::integer - 60 - y.spare, 4320))) as minutes
  ) d
  cross join lateral (
    select d.minutes, y.year + make_interval(mins => ((j * $6::bigint) % $5::bigint)::integer * y.slot
      + r.buffer_before_minutes
      + bench.dice('offset', j * $2::bigint + i,
          greatest(1, case when a.exclusive then y.slot - d.minutes - y.spare else y.slot end))) as starts_at
  ) s
  where j * $2::bigint + i >= $3::bigint and j * $2::bigint + i < $4::bigint
  order by s.starts_at`;

const bookings = `
  insert into public.bookings (id, pool_id, resource_id, owner_id, organisation_id, requested_by,
    starts_at, ends_at, counted_days, quantity, purpose, status, awaiting, hold_expires_at, last_action, last_side, created_at)
  select p.booking_id, bench.id('pool', 1), p.resource_id, p.owner_id, bench.id('organisation', p.borrower),
    bench.id('person', p.borrower), p.starts_at, p.ends_at, p.ends_at::date - p.starts_at::date + 1, p.quantity, 'Sommerfest',
    case when o.open then 'requested' else 'approved' end,
    case when o.open then 'owner' end, case when o.open then now() + interval '30 days' end,
    'requested', 'borrower', p.starts_at - interval '14 days'
  from bench.plan p
  cross join lateral (select p.may_be_open and p.starts_at > now() as open) o`;
const allocations = `
  insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
  select p.asset_id, p.exclusive, p.quantity, p.blocked,
    case when p.may_be_open and p.starts_at > now() then 'hold' else 'booking' end, p.booking_id
  from bench.plan p`;
const log = `
  insert into public.booking_log (booking_id, version, at, action, side, to_status)
  select p.booking_id, 1, p.starts_at - interval '14 days', 'requested', 'borrower', 'approved'
  from bench.plan p`;

export type Fill = {
  resources: number;
  /** Bookings that are there already, and that shall be there afterwards. */
  from: number;
  to: number;
  /** The most there will ever be in this database. */
  most: number;
};

const TABLES = ['public.bookings', 'public.allocations', 'public.booking_log'];

/**
 * Bulk, in the order of time, as bookings come in: one statement each for bookings, occupancy and
 * log, while their indexes and the exclusion constraint are away; these are made anew over all rows,
 * so that what they would have refused is refused. Answers how many seconds it took.
 */
export async function fillBookings(admin: pg.Client, fill: Fill): Promise<number> {
  const before = performance.now();
  const things = bookable(fill.resources);
  const slots = Math.ceil(fill.most / things);
  const organisations = organisationsFor(fill.resources);
  await admin.query(`
    set session_replication_role = replica;
    set synchronous_commit = off;
    set work_mem = '512MB';
    set maintenance_work_mem = '1GB'`);
  await admin.query('drop table if exists bench.plan');
  await admin.query(
    inline(plan, [KIT_EVERY, things, fill.from, fill.to, slots, stride(slots), organisations]),
  );
  await withoutIndexes(admin, TABLES, async () => {
    for (const statement of [bookings, allocations, log]) await admin.query(statement);
  });
  await admin.query('drop table bench.plan');
  await admin.query(`vacuum (analyze) ${TABLES.join(', ')}`);
  await admin.query('analyze');
  await admin.query('reset all');
  return (performance.now() - before) / 1000;
}

/** `create table as` takes no parameters; these are whole numbers of our own. */
const inline = (statement: string, values: number[]): string =>
  statement.replace(/\$(\d)/g, (_, n: string) => String(values[Number(n) - 1]));

/** A week in which 19 of 20 things are closed: whoever looks for the rest walks past all others. */
export async function closeAWeek(admin: pg.Client, resources: number): Promise<void> {
  const week = `tstzrange(date_trunc('day', now()) + interval '200 days', date_trunc('day', now()) + interval '207 days', '[)')`;
  await admin.query(`
    insert into public.closures (id, resource_id, starts_at, ends_at, reason)
    select bench.id('closure', n), bench.id('resource', n), lower(${week}), upper(${week}), 'Betriebsferien'
    from generate_series(1, ${resources}) n where n % ${KIT_EVERY} <> 0 and n % 19 <> 0`);
  await admin.query(`
    insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, closure_id)
    select a.id, a.exclusive, a.quantity, ${week}, 'closure', bench.id('closure', n)
    from generate_series(1, ${resources}) n join public.assets a on a.id = bench.id('asset', n)
    where n % ${KIT_EVERY} <> 0 and n % 19 <> 0`);
}

/** Triggers and foreign keys were off; what they would have refused must not be there. */
export async function assertSound(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ what: string; wrong: string }>(`
    select 'allocations without their booking' as what, count(*) as wrong
    from public.allocations al left join public.bookings b on b.id = al.booking_id
    where al.booking_id is not null and b.id is null
    union all
    select 'bookings without their resource', count(*)
    from public.bookings b left join public.resources r on r.id = b.resource_id where r.id is null
    union all
    select 'piles lent out beyond their stock', count(*)
    from (select * from public.assets where not exclusive order by id limit 200) a
    where private.peak_quantity(a.id, tstzrange('2000-01-01', '2100-01-01')) > a.quantity
    union all
    select 'resources whose quantity is not that of their assets', count(*)
    from public.resources r where r.quantity <> (
      select min(a.quantity / ra.quantity) from public.resource_assets ra
      join public.assets a on a.id = ra.asset_id where ra.resource_id = r.id)
    union all
    select 'resources that are not the single thing they name', count(*)
    from public.resources r where r.sole_asset_id is distinct from (
      select case when count(*) = 1 and bool_and(a.exclusive) then (array_agg(a.id))[1] end
      from public.resource_assets ra join public.assets a on a.id = ra.asset_id where ra.resource_id = r.id)
    union all
    select 'resources without an asset', count(*)
    from public.resources r where not exists (select from public.resource_assets ra where ra.resource_id = r.id)`);
  for (const { what, wrong } of rows) {
    if (Number(wrong) > 0) throw new Error(`The generated data is wrong: ${wrong} ${what}`);
  }
}
