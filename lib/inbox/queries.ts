import 'server-only';
import { cache } from 'react';
import { getViewer } from '../platform/auth/viewer';
import { rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import type { Period } from '../platform/dates';
import type { Neighbour } from './model/day';

/** How many requests wait for the viewer's yes or no; for the badge on the tab. Short questions. */
export const countOpenDecisions = cache(async (): Promise<number> => {
  const viewer = await getViewer();
  if (!viewer) return 0;
  const db = await serverDb();
  const [single, series, wishes] = await Promise.all([
    countSingles(db, viewer.id),
    countSeries(db, viewer.id),
    countWishes(db, viewer.id),
  ]);
  return single + series + wishes;
});

type Db = Awaited<ReturnType<typeof serverDb>>;

async function countSingles(db: Db, personId: string): Promise<number> {
  const { count, error } = await db
    .from('bookings')
    .select('id, owner:organisations!bookings_owner_id_fkey!inner(memberships!inner(role))', {
      count: 'exact',
      head: true,
    })
    .eq('status', 'requested')
    .eq('awaiting', 'owner')
    .is('series_id', null)
    .eq('owner.memberships.person_id', personId)
    .in('owner.memberships.role', ['approver', 'admin']);
  // A badge is not worth an error page.
  return error ? 0 : (count ?? 0);
}

/** Wishes to change what is promised. */
async function countWishes(db: Db, personId: string): Promise<number> {
  const { count, error } = await db
    .from('booking_changes')
    .select(
      'id, bookings!inner(owner:organisations!bookings_owner_id_fkey!inner(memberships!inner(role)))',
      { count: 'exact', head: true },
    )
    .eq('status', 'proposed')
    .eq('bookings.owner.memberships.person_id', personId)
    .in('bookings.owner.memberships.role', ['approver', 'admin']);
  return error ? 0 : (count ?? 0);
}

/** A series is one thing to decide, however many dates it has. */
async function countSeries(db: Db, personId: string): Promise<number> {
  const { count, error } = await db
    .from('series')
    .select(
      'id, bookings!inner(id), owner:organisations!series_owner_id_fkey!inner(memberships!inner(role))',
      {
        count: 'exact',
        head: true,
      },
    )
    .eq('bookings.status', 'requested')
    .eq('bookings.awaiting', 'owner')
    .eq('owner.memberships.person_id', personId)
    .in('owner.memberships.role', ['approver', 'admin']);
  return error ? 0 : (count ?? 0);
}

const LIMIT = 300;

/** What else of these organisations happens in these stretches of time. */
export async function listNeighbours(
  ownerIds: string[],
  periods: readonly Period[],
): Promise<Neighbour[]> {
  if (ownerIds.length === 0 || periods.length === 0) return [];
  const db = await serverDb();
  const within = periods
    .map(
      ({ start, end }) =>
        `and(starts_at.lt.${end.toISOString()},ends_at.gt.${start.toISOString()})`,
    )
    .join(',');
  const [bookings, closures] = await Promise.all([
    db
      .from('bookings')
      .select(
        'id, status, resource_id, owner_id, event_id, quantity, starts_at, ends_at, resources(title:reader_title), borrower:organisations!bookings_organisation_id_fkey(name)',
      )
      .in('owner_id', ownerIds)
      .in('status', ['requested', 'offered', 'approved', 'handed_over'])
      .or(within)
      .order('starts_at')
      .limit(LIMIT),
    db
      .from('closures')
      .select(
        'id, reason, starts_at, ends_at, resource_id, resources!inner(title:reader_title, organisation_id)',
      )
      .in('resources.organisation_id', ownerIds)
      .is('reopened_at', null)
      .or(within)
      .order('starts_at')
      .limit(LIMIT),
  ]);
  return [...rowsOf(bookings).map(fromBooking), ...rowsOf(closures).map(fromClosure)];
}

type BookingRow = {
  id: string;
  status: string;
  resource_id: string;
  owner_id: string;
  event_id: string | null;
  quantity: number;
  starts_at: string;
  ends_at: string;
  resources: { title: string | null };
  borrower: { name: string };
};

function fromBooking(row: BookingRow): Neighbour {
  return {
    id: row.id,
    kind: row.status === 'requested' || row.status === 'offered' ? 'request' : 'booking',
    resourceId: row.resource_id,
    ownerId: row.owner_id,
    eventId: row.event_id,
    title: row.resources.title ?? '',
    // why: a suspended borrower's name does not come through row level security.
    label: nameOf(row.borrower),
    quantity: row.quantity,
    period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
  };
}

function nameOf(organisation: { name: string } | null): string {
  return organisation?.name ?? '';
}

type ClosureRow = {
  id: string;
  reason: string;
  starts_at: string;
  ends_at: string;
  resource_id: string;
  resources: { title: string | null; organisation_id: string };
};

function fromClosure(row: ClosureRow): Neighbour {
  return {
    id: row.id,
    kind: 'closure',
    resourceId: row.resource_id,
    ownerId: row.resources.organisation_id,
    eventId: null,
    title: row.resources.title ?? '',
    label: row.reason,
    quantity: 1,
    period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
  };
}
