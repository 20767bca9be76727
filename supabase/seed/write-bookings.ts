import type pg from 'pg';
import { days, iso } from './calendar';
import type { Closure } from './closures';
import { insertRows, type Row } from './insert';
import { type Act, type Booking, HOLD } from './ledger';
import type { Occupied } from './occupancy';
import { organisationId, type Pool } from './world';

/** Until when an open request keeps its slot, as the intents count it. */
function holdOf({ createdAt, startsAt, acts }: Booking, before = acts.length): string {
  let hold = Math.min(createdAt + HOLD, startsAt);
  for (const act of acts.slice(0, before))
    hold = Math.max(hold, Math.min(act.at + days(2), startsAt));
  return iso(hold);
}

/** Each booking as it was asked for; the triggers write log and outbox as in real life. */
async function writeRequests(client: pg.Client, pool: Pool, bookings: Booking[]): Promise<void> {
  await insertRows(
    client,
    'public.bookings',
    bookings.map((booking) => ({
      id: booking.id,
      pool_id: pool.id,
      resource_id: booking.thing.id,
      owner_id: booking.thing.ownerId,
      organisation_id: organisationId(pool.slug, booking.organisation),
      requested_by: booking.requestedBy,
      starts_at: iso(booking.startsAt),
      ends_at: iso(booking.endsAt),
      quantity: booking.quantity,
      purpose: booking.purpose,
      status: booking.isAtOnce ? 'approved' : 'requested',
      awaiting: booking.isAtOnce ? null : 'owner',
      hold_expires_at: booking.isAtOnce ? null : holdOf(booking, 0),
      version: 1,
      last_action: 'requested',
      last_side: 'borrower',
      last_actor_id: booking.requestedBy,
      created_at: iso(booking.createdAt),
      updated_at: iso(booking.createdAt),
    })),
  );
}

function rowOf(booking: Booking, act: Act, index: number): Row {
  const isOpen = act.status === 'requested';
  return {
    id: booking.id,
    status: act.status,
    awaiting: isOpen ? (act.action === 'asked' ? 'borrower' : 'owner') : null,
    hold_expires_at: isOpen ? holdOf(booking, index + 1) : null,
    last_action: act.action,
    last_side: act.side,
    last_actor_id: act.actor,
    last_note: act.note,
    updated_at: iso(act.at),
  };
}

/** One round for all second acts, one for all third ones, and so on. */
async function writeActs(client: pg.Client, bookings: Booking[]): Promise<void> {
  for (let round = 0; ; round += 1) {
    const rows = bookings.flatMap((booking) => {
      const act = booking.acts[round];
      return act ? [{ row: rowOf(booking, act, round), at: act.at }] : [];
    });
    if (rows.length === 0) return;
    rows.sort((a, b) => a.at - b.at);
    await client.query(
      `update public.bookings b
       set status = a.status, awaiting = a.awaiting, hold_expires_at = a.hold_expires_at,
           version = b.version + 1, last_action = a.last_action, last_side = a.last_side,
           last_actor_id = a.last_actor_id, last_note = a.last_note, updated_at = a.updated_at
       from json_populate_recordset(null::public.bookings, $1) a
       where b.id = a.id`,
      [JSON.stringify(rows.map(({ row }) => row))],
    );
  }
}

function allocation(
  one: Occupied,
  kind: string,
  booking: string | null,
  closure: string | null,
): Row {
  return {
    asset_id: one.part.assetId,
    exclusive: one.part.stock === 1,
    quantity: one.quantity,
    blocked: `[${iso(one.from)},${iso(one.to)})`,
    kind,
    booking_id: booking,
    closure_id: closure,
  };
}

export async function writeBookings(
  client: pg.Client,
  pool: Pool,
  bookings: Booking[],
  closures: Closure[],
): Promise<void> {
  const inOrder = bookings.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  // Nobody listens yet: ten thousand times "look again" would be two thirds of the work. The trigger
  // that checks each step and writes the log stays on.
  await client.query('alter table public.bookings disable trigger t60_announce');
  await writeRequests(client, pool, inOrder);
  await writeActs(client, inOrder);
  await client.query('alter table public.bookings enable trigger t60_announce');
  await client.query('alter table public.closures disable trigger t60_announce');
  await insertRows(
    client,
    'public.closures',
    closures.map(({ id, thing, startsAt, endsAt, reason, createdAt }) => ({
      id,
      resource_id: thing.id,
      starts_at: iso(startsAt),
      ends_at: iso(endsAt),
      reason,
      created_at: iso(createdAt),
    })),
  );
  await client.query('alter table public.closures enable trigger t60_announce');
  await insertRows(client, 'public.allocations', [
    ...inOrder.flatMap((booking) => {
      const status = booking.acts.at(-1)?.status ?? (booking.isAtOnce ? 'approved' : 'requested');
      const kind = status === 'requested' ? 'hold' : 'booking';
      return booking.occupied.map((one) => allocation(one, kind, booking.id, null));
    }),
    ...closures.flatMap(({ id, occupied }) =>
      occupied.map((one) => allocation(one, 'closure', null, id)),
    ),
  ]);
}
