import type { Scene } from '../support/database';
import { ada, anon, manu, mia, otto, type Actor } from '../support/people';
import { assets, clubs, pools, things } from '../support/story';
import type { Hours } from './opening';
import type { Booked, Columns, District, Lent, Level, Quota, Standing } from './rules';
import { catalogue, startingStock, type Dice, type Thing } from './world';

/** Districts drawn by dice: who says what about which thing, and what is booked; written as owners write it. */
const MINUTE = 60_000;
export const DAY = 86_400_000;
const BOOKINGS = 24;

const { kickers, werkhof, chor } = clubs;
export const borrowers = [kickers, werkhof, chor];
export const actorOf = new Map<string | null, Actor>([
  [kickers, mia],
  [werkhof, ada],
  [chor, otto],
  [null, anon],
]);
const projector: Thing = {
  id: things.projector,
  slug: 'projector',
  instant: false,
  before: 0,
  after: 0,
  parts: [{ asset: assets.projector, per: 1 }],
};
const lent = [...catalogue, projector];
export const iso = (t: number) => new Date(t).toISOString();
const day = (t: number) => iso(t).slice(0, 10);
const maybe = <T>(d: Dice, oneIn: number, value: () => T): T | undefined =>
  d.below(oneIn) === 0 ? value() : undefined;

function columns(d: Dice): Columns {
  const all: Columns = {
    min_minutes: maybe(d, 10, () => d.one([45, 60, 90])) as number,
    max_minutes: maybe(d, 10, () => d.one([120, 240, 3000])) as number,
    min_days: maybe(d, 25, () => d.one([1, 2])) as number,
    max_days: maybe(d, 8, () => d.one([2, 3, 4])) as number,
    day_count: maybe(d, 4, () => d.one(['calendar', 'started', 'open'])) as string,
    lead_minutes: maybe(d, 8, () => d.one([0, 60, 2880, 20_160])) as number,
    lead_working_days: maybe(d, 8, () => d.one([0, 2, 8])) as number,
    horizon_days: maybe(d, 12, () => d.one([14, 150, 500])) as number,
    opening: maybe(d, 5, () => d.one(['always', 'hours', 'hours'] as const)) as 'hours',
    hours_apply: maybe(d, 6, () => d.one(['use', 'handover'] as const)) as 'use',
    closed_on_public_holidays: maybe(d, 4, () => d.below(3) > 0) as boolean,
    closed_in_school_holidays: maybe(d, 6, () => d.below(2) > 0) as boolean,
    pickups_per_day: maybe(d, 6, () => d.one([1, 2])) as number,
    audience: maybe(d, 7, () => d.one(['pool', 'chosen', 'own', 'own_first'] as const)) as 'own',
    period_kind: maybe(d, 7, () => d.one(['minutes', 'slots', 'slots'] as const)) as 'slots',
  };
  if (all.audience === 'own_first') all.own_first_days = d.one([3, 20]);
  if (all.period_kind === 'slots') all.slot_minutes = d.one([15, 30, 90]);
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function hours(d: Dice): Hours[] {
  const list: Hours[] = [];
  for (let weekday = 1; weekday <= 7; weekday++)
    if (weekday === 3 || d.below(5) > 0)
      list.push({ weekday, opens: d.one([0, 360, 540]), closes: d.one([1080, 1320, 1440]) });
  return list;
}

const quotas = (d: Dice): Quota[] =>
  Array.from({ length: d.below(3) === 0 ? 1 + d.below(2) : 0 }, (_, i): Quota =>
    i === 0
      ? {
          measure: d.one(['hours', 'days', 'weekends'] as const),
          per: d.one(['week', 'month', 'quarter', 'year'] as const),
          most: d.one([1, 2, 5, 20]),
        }
      : { measure: 'open_bookings', most: d.one([1, 3, 6]) },
  );

/** Each quota stands once in a row of terms. */
const distinct = (list: Quota[]) =>
  list.filter((q, i) => list.findIndex((o) => o.measure === q.measure && o.per === q.per) === i);
const some = (d: Dice, list: string[]) => list.filter(() => d.below(2) === 0);

function level(d: Dice, owner?: string, thing?: string): Level {
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(thing === undefined ? {} : { thing }),
    columns: columns(d),
    hours: hours(d),
    chosen: some(d, [kickers, chor]),
    quotas: quotas(d),
    confirmations: maybe(d, 6, () => [{ name: 'Einweisung', of: some(d, borrowers) }]) ?? [],
  };
}

const clock = (m: number) =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;

/** Written as owners write it. */
async function set(s: Scene, said: Level): Promise<void> {
  const [scope, id, who] = said.thing
    ? (['resource', said.thing, said.owner === chor ? otto : ada] as const)
    : said.owner
      ? (['organisation', said.owner, said.owner === chor ? otto : ada] as const)
      : (['pool', pools.ostviertel, manu] as const);
  const terms = await s.as(who).call('set_terms', {
    p_scope: scope,
    p_id: id,
    p_terms: JSON.stringify({
      ...said.columns,
      opening_hours: said.hours.map((h) => ({
        weekday: h.weekday,
        opens_at: clock(h.opens),
        closes_at: clock(h.closes),
      })),
      organisations: said.chosen,
      quotas: said.quotas,
      confirmations: said.confirmations.map(({ name }) => ({ name, per: 'organisation' })),
    }),
  });
  for (const { of } of said.confirmations)
    for (const organisation of of)
      await s.sql(
        `insert into public.organisation_confirmations (confirmation_id, organisation_id)
         select id, $2 from public.confirmations where terms_id = $1`,
        [terms.id, organisation],
      );
}

/** A booking as if it had come about somehow; left out where it would not fit. */
async function book(s: Scene, d: Dice, things: Lent[], around: number): Promise<Booked | null> {
  const thing = d.one(things);
  const status = d.one([
    'requested',
    'requested',
    'approved',
    'handed_over',
    'returned',
    'cancelled',
  ]);
  const starts = around + (d.below(40 * 48) - 20 * 48) * 30 * MINUTE;
  const ends = starts + d.one([60, 90, 300, 1440, 4000]) * MINUTE;
  const clean = d.below(3) > 0;
  await s.sql('savepoint book');
  const [row] = await s.sql(
    `insert into public.bookings (pool_id, resource_id, owner_id, organisation_id, starts_at, ends_at, quantity, status, awaiting,
       handed_over_at, returned_at, return_condition, last_action, last_side)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8 = 'requested' then 'owner' end, case when $8 = 'handed_over' then now() end,
       case when $8 = 'returned' then now() end, case when $8 = 'returned' then $9 end, 'requested', 'borrower') returning *`,
    [
      pools.ostviertel,
      thing.id,
      thing.owner,
      d.one(borrowers),
      iso(starts),
      iso(ends),
      thing.slug === 'benches' ? 1 + d.below(4) : 1,
      status,
      clean ? 'fine' : 'damaged',
    ],
  );
  if (['requested', 'approved', 'handed_over'].includes(status)) {
    const fits = await s
      .sql(
        `select private.occupy_booking(b, case b.status when 'requested' then 'hold' else 'booking' end) as fits
         from public.bookings b where id = $1`,
        [row?.id],
      )
      .catch(() => [{ fits: false }]);
    if (!fits[0]?.fits) {
      await s.sql('rollback to savepoint book');
      return null;
    }
  }
  const ranOut = status === 'requested' && d.below(4) === 0;
  return {
    id: row?.id as string,
    thing: thing.id,
    owner: thing.owner,
    borrower: row?.organisation_id as string,
    status,
    ranOut,
    clean,
    starts,
    ends,
  };
}

/** Turn by turn every rule is said for the whole pool, so that none is left to chance. */
const turn = (n: number): Columns => ({
  audience: (['chosen', 'own', 'own_first', 'pool'] as const)[n % 4] as 'own',
  ...(n % 4 === 2 ? { own_first_days: 3 } : {}),
  ...(n % 5 === 0 ? { lead_working_days: 8 } : n % 5 === 1 ? { lead_minutes: 20_160 } : {}),
  ...(n % 3 === 0 ? { opening: 'hours' as const } : {}),
  ...(n % 5 === 2 ? { horizon_days: 14 } : {}),
  ...(n % 4 === 0 ? { min_minutes: 90 } : {}),
  ...(n % 6 === 1 ? { period_kind: 'slots' as const, slot_minutes: 90 } : {}),
});

export async function found(s: Scene, d: Dice, n: number, around: number): Promise<District> {
  const things = lent.map((thing): Lent => ({
    ...thing,
    owner: thing === projector ? chor : werkhof,
    isRoom: ['hall', 'halla', 'hallb', 'kitchen'].includes(thing.slug),
    approval: d.one(['instant', 'manual', 'standing', 'standing'] as const),
  }));
  const pool = level(d);
  pool.columns = { ...pool.columns, ...turn(n) };
  pool.quotas = distinct([{ measure: 'weekends', per: 'quarter', most: 1 }, ...pool.quotas]);
  const levels = [
    pool,
    level(d, werkhof),
    level(d, chor),
    ...things.filter(() => d.below(2) === 0).map((t) => level(d, t.owner, t.id)),
  ];
  const standing = Array.from({ length: 3 }, (): Standing => {
    const isNamed = d.below(2) === 0;
    return {
      owner: werkhof,
      thing: maybe(d, 2, () => d.one(things.filter((t) => t.owner === werkhof)).id),
      named: isNamed ? [d.one([kickers, chor])] : [],
      minCleanReturns: isNamed ? undefined : d.one([1, 2]),
      maxDays: maybe(d, 2, () => d.one([1, 3])),
      maxQuantity: maybe(d, 2, () => d.one([1, 4])),
      weekdays: maybe(d, 3, () =>
        d.one([
          [6, 7],
          [1, 2, 3, 4, 5],
          [5, 6, 7, 1],
        ]),
      ),
    };
  });
  const near = () => day(around + (d.below(12) - 6) * DAY);
  const publicHolidays = [...new Set([near(), near()])];
  const schoolHolidays = [...new Set([near(), near(), near()])];

  await s.sql(
    'alter table public.bookings disable trigger user; alter table public.bookings enable trigger t20_days; alter table public.allocations enable trigger user',
  );
  for (const thing of things)
    await s.sql('update public.resources set approval = $2 where id = $1', [
      thing.id,
      thing.approval,
    ]);
  for (const [kind, dates] of [
    ['public', publicHolidays],
    ['school', schoolHolidays],
  ] as const)
    await s.sql(
      'insert into public.holidays (pool_id, on_date, kind, name) select $1, d, $2, $2 from unnest($3::date[]) d',
      [pools.ostviertel, kind, dates],
    );
  for (const said of levels) await set(s, said);
  for (const x of standing)
    await s.as(ada).call('grant_standing_approval', {
      p_organisation_id: werkhof,
      p_resource_id: x.thing ?? null,
      p_organisation_ids: x.named,
      p_min_clean_returns: x.minCleanReturns ?? null,
      p_max_days: x.maxDays ?? null,
      p_max_quantity: x.maxQuantity ?? null,
      p_weekdays: x.weekdays ?? null,
    });
  const bookings: Booked[] = [];
  for (let i = 0; i < BOOKINGS; i++) {
    const one = await book(s, d, things, around);
    if (one) bookings.push(one);
  }
  await s.sql(
    `update public.bookings set hold_expires_at = now() - interval '1 hour' where id = any($1)`,
    [bookings.filter((b) => b.ranOut).map((b) => b.id)],
  );
  const pieces = await s.sql(
    `select asset_id, quantity, lower(blocked) as starts, upper(blocked) as ends, kind, booking_id from public.allocations`,
  );
  const [clock] = await s.sql('select now() as now');
  const stock = startingStock();
  stock.set(assets.projector, 1);
  return {
    now: (clock?.now as Date).getTime(),
    levels,
    things,
    stock,
    bookings,
    standing,
    publicHolidays,
    schoolHolidays,
    pieces: pieces.map((p) => ({
      asset: p.asset_id as string,
      quantity: p.quantity as number,
      from: (p.starts as Date).getTime(),
      to: (p.ends as Date).getTime(),
      held: p.kind === 'hold',
      booking: p.booking_id as string | null,
    })),
  };
}

/** Both changes of the clocks, a leap day, the turn of a year, and the weeks to come. */
export const anchors = ['2026-10-25', '2027-03-28', '2028-02-29', '2026-12-31'].map((d) =>
  Date.parse(d),
);
