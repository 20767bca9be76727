import type pg from 'pg';

/** The owners whose things have every rule there is; a thousand things at full size. */
const RULED = { from: 5, to: 24 };

/**
 * Rules that are all looked at and seldom broken: what a request costs when an owner has thought of
 * everything. Borrowers belong to every organisation, so that quotas count what a club really has.
 */
const terms = {
  min_minutes: 30,
  max_minutes: 20_000,
  max_days: 14,
  day_count: 'open',
  lead_minutes: 120,
  lead_working_days: 2,
  horizon_days: 1_095,
  opening: 'hours',
  hours_apply: 'handover',
  opening_hours: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, opens_at: '00:00', closes_at: '24:00' },
    { weekday, season_from: '06-01', season_to: '08-31', opens_at: '00:00', closes_at: '12:00' },
    { weekday, season_from: '06-01', season_to: '08-31', opens_at: '12:00', closes_at: '24:00' },
  ]),
  opening_exceptions: [
    { starts_on: '2020-01-01', ends_on: '2020-01-06', note: 'Winterpause' },
    { starts_on: '2090-01-01', ends_on: '2090-01-06', note: 'Winterpause' },
  ],
  closed_on_public_holidays: true,
  closed_in_school_holidays: true,
  pickups_per_day: 1_000,
  audience: 'chosen',
  quotas: [
    { measure: 'open_bookings', most: 2_000 },
    { measure: 'hours', per: 'week', most: 2_000 },
    { measure: 'days', per: 'month', most: 2_000 },
    { measure: 'weekends', per: 'quarter', most: 13 },
  ],
};

const prices = {
  mode: 'tariff',
  groups: {
    members: { hour: { first_minor: 500, further_minor: 300, free_units: 1 } },
    common_good: { hour: { first_minor: 900, further_minor: 600, minimum_minor: 1_000 } },
    others: {
      hour: { first_minor: 1_500, further_minor: 1_000 },
      day: { first_minor: 9_000, further_minor: 6_000 },
      weekend: { first_minor: 15_000 },
    },
  },
  extras: [{ name: 'Auf- und Abbau', unit: 'flat', due: 'asked', amount_minor: 4_000 }],
  deposit_minor: 15_000,
  cleaning_minor: 2_500,
};

/** Everybody who books in a bench may book for every organisation. */
const everybodyIsMember = `
  insert into public.memberships (organisation_id, person_id, role)
  select o.id, bench.id('person', n), 'member'
  from public.organisations o cross join generate_series(1, $1::int) n
  on conflict do nothing`;

const holidays = `
  insert into public.holidays (pool_id, on_date, kind, name)
  select bench.id('pool', 1), current_date + n, case when n % 2 = 0 then 'public' else 'school' end, 'Feiertag ' || n
  from generate_series(1000, 1300, 3) n`;

const owners = `
  select bench.id('organisation', n) as id, bench.id('person', n) as admin
  from generate_series($1::int, $2::int) n`;

const chosen = `select array_agg(id) as ids from public.organisations where status = 'admitted'`;

/** Writes the rules through the functions that owners use; each owner's things then ask a standing approval. */
export async function writeRules(admin: pg.Client, borrowers: number): Promise<void> {
  await admin.query(everybodyIsMember, [borrowers]);
  await admin.query(holidays);
  const organisations = (await admin.query<{ ids: string[] }>(chosen)).rows[0]?.ids ?? [];
  const { rows } = await admin.query<{ id: string; admin: string }>(owners, [RULED.from, RULED.to]);
  for (const owner of rows) {
    await admin.query(`select set_config('request.jwt.claims', $1, false)`, [
      JSON.stringify({ sub: owner.admin, role: 'authenticated' }),
    ]);
    await admin.query(`select public.set_terms('organisation', $1, $2)`, [
      owner.id,
      { ...terms, organisations },
    ]);
    await admin.query(`select public.set_prices('organisation', $1, $2)`, [owner.id, prices]);
    await admin.query(
      `select public.grant_standing_approval($1, p_organisation_ids => $2, p_max_days => 14, p_max_quantity => 100)`,
      [owner.id, organisations],
    );
    await admin.query(
      `update public.resources set approval = 'standing' where organisation_id = $1`,
      [owner.id],
    );
  }
  await admin.query(`select set_config('request.jwt.claims', '', false)`);
  await admin.query('analyze');
}

/** Things of one under all rules. */
export async function ruledThings(admin: pg.Client) {
  const { rows } = await admin.query<{ resource: string; asset: string; quantity: number }>(
    `select r.id as resource, a.id as asset, 1 as quantity
     from public.resources r
     join public.resource_assets ra on ra.resource_id = r.id
     join public.assets a on a.id = ra.asset_id
     where a.exclusive and r.approval = 'standing'
       and (select count(*) from public.resource_assets o where o.resource_id = r.id) = 1
     order by r.id`,
  );
  return rows;
}
