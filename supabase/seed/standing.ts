import type pg from 'pg';
import { days, iso, localDay } from './calendar';
import { standingApprovals, type StandingSeed } from './data/house-rules';
import { insertRows } from './insert';
import { idOf } from './random';
import type { Thing } from './occupancy';
import { organisationId, type Pool } from './world';

const standingId = (pool: Pool, { owner, thing }: StandingSeed) =>
  idOf('standing', pool.slug, owner, thing);
/** After a month owners know whom they trust. */
const agreedAt = (pool: Pool, { thing }: StandingSeed) =>
  (pool.listedAt.get(thing) ?? 0) + days(30);

interface Asked {
  thing: Thing;
  /** Slug of the borrower. */
  organisation: string;
  createdAt: number;
  startsAt: number;
  endsAt: number;
  quantity: number;
}

/** Nobody was asked: it is lent at once, or its owner had agreed to this borrower in advance. */
export function isAtOnce(pool: Pool, asked: Asked): boolean {
  const { thing, organisation, createdAt, startsAt, endsAt, quantity } = asked;
  if (thing.seed.approval === 'instant') return true;
  const dates = localDay(endsAt - 1) - localDay(startsAt) + 1;
  return standingApprovals.some(
    (one) =>
      one.thing === thing.seed.slug &&
      (one.organisations?.includes(organisation) ?? false) &&
      createdAt >= agreedAt(pool, one) &&
      dates <= (one.maxDays ?? Infinity) &&
      quantity <= (one.maxQuantity ?? Infinity),
  );
}

/** What owners agreed to in advance, as `grant_standing_approval` writes it. */
export async function writeStanding(client: pg.Client, pool: Pool): Promise<void> {
  const things = new Map(pool.things.map((thing) => [thing.seed.slug, thing]));
  const here = standingApprovals.flatMap((one) => {
    const thing = things.get(one.thing);
    return thing?.seed.owner === one.owner ? [{ one, thing }] : [];
  });
  const approver = (owner: string) =>
    pool.cast.memberships.find((m) => m.organisation === owner && m.role !== 'member')?.person.id;
  await insertRows(
    client,
    'public.standing_approvals',
    here.map(({ one, thing }) => ({
      id: standingId(pool, one),
      organisation_id: thing.ownerId,
      resource_id: thing.id,
      min_clean_returns: one.minCleanReturns ?? null,
      max_days: one.maxDays ?? null,
      max_quantity: one.maxQuantity ?? null,
      note: one.note,
      created_by: approver(one.owner) ?? null,
      created_at: iso(agreedAt(pool, one)),
    })),
  );
  await insertRows(
    client,
    'public.standing_approval_organisations',
    here.flatMap(({ one }) =>
      (one.organisations ?? []).map((slug) => ({
        standing_approval_id: standingId(pool, one),
        organisation_id: organisationId(pool.slug, slug),
      })),
    ),
  );
  await client.query(`update public.resources set approval = 'standing' where id = any ($1)`, [
    here.map(({ thing }) => thing.id),
  ]);
}

/** Why nobody was asked, in the words of the engine. */
export async function writeDecisions(client: pg.Client, pool: Pool): Promise<void> {
  await client.query(
    `update public.bookings b set decision = d.decision
     from (
       select a.id, private.decision(r, t, p.time_zone, a.organisation_id, a.starts_at, a.ends_at, a.quantity, a.price) as decision
       from public.bookings a
       join public.resources r on r.id = a.resource_id and r.approval <> 'manual'
       join public.effective_terms t on t.resource_id = r.id
       join public.pools p on p.id = a.pool_id
       join public.booking_log l on l.booking_id = a.id and l.version = 1 and l.to_status = 'approved'
       where a.pool_id = $1
     ) d
     where b.id = d.id and d.decision ->> 'by' <> 'approver'`,
    [pool.id],
  );
}
