import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { RESOURCE_KINDS } from '../listings/model';
import { oneOf } from '../platform/closed-list';
import { getViewer } from '../platform/auth/viewer';
import { now } from '../platform/clock';
import { rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { photoUrl } from '../platform/photo-url';
import {
  BOOKING_ACTIONS,
  BOOKING_SIDES,
  BOOKING_STATUSES,
  type BookingCard,
  type BookingDetail,
  type Contact,
  type Standing,
  type StoryEntry,
  type Thing,
} from './model';

const CARD =
  'id, version, status, awaiting, hold_expires_at, starts_at, ends_at, quantity, pools(slug, time_zone), resources(title, slug, kind, picture, place, resource_photos(path, position)), owner:organisations!bookings_owner_id_fkey(name), borrower:organisations!bookings_organisation_id_fkey(name)';

const DETAIL =
  'id, version, status, awaiting, hold_expires_at, starts_at, ends_at, quantity, purpose, owner_id, organisation_id, requested_by, last_actor_id, pools(slug, time_zone), resources(title, slug, kind, picture, place, resource_photos(path, position)), owner:organisations!bookings_owner_id_fkey(name, slug, phone, email), borrower:organisations!bookings_organisation_id_fkey(name, slug, phone, email), requester:profiles!bookings_requested_by_fkey(display_name), booking_log(version, at, action, side, from_status, to_status, note, profiles(display_name))';

const LIMIT = 200;
export const PAST_PAGE = 30;

/** What these organisations borrow from now on, soonest first. What was called off is not among it. */
export async function listUpcomingBookings(organisationIds: string[]): Promise<BookingCard[]> {
  if (organisationIds.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('bookings')
      .select(CARD)
      .in('organisation_id', organisationIds)
      .gt('ends_at', now().toISOString())
      .neq('status', 'cancelled')
      .order('starts_at')
      .order('id')
      .limit(LIMIT),
  );
  return rows.map(toCard);
}

/** What is over or was called off, latest first. One more than asked for says that there is more. */
export async function listPastBookings(
  organisationIds: string[],
  limit: number,
): Promise<BookingCard[]> {
  if (organisationIds.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('bookings')
      .select(CARD)
      .in('organisation_id', organisationIds)
      .or(`ends_at.lte.${now().toISOString()},status.eq.cancelled`)
      .order('starts_at', { ascending: false })
      .order('id')
      .limit(limit + 1),
  );
  return rows.map(toCard);
}

/** Everything about one booking, or null when there is none that the viewer may see. */
export const findBooking = cache(async (id: string): Promise<BookingDetail | null> => {
  if (!z.guid().safeParse(id).success) return null;
  const viewer = await getViewer();
  if (!viewer) return null;
  const db = await serverDb();
  const [booking, memberships] = await Promise.all([
    db.from('bookings').select(DETAIL).eq('id', id).maybeSingle(),
    db.from('memberships').select('organisation_id, role').eq('person_id', viewer.id),
  ]);
  const row = rowsOf(booking);
  if (!row) return null;
  const roleIn = (organisationId: string) =>
    rowsOf(memberships).find((membership) => membership.organisation_id === organisationId)?.role;
  return {
    ...toCard(row),
    purpose: row.purpose,
    requestedBy: row.requester?.display_name ?? null,
    ownerContact: visible<Contact>(row.owner),
    borrowerContact: visible<Contact>(row.borrower),
    standing: standingOf(
      roleIn(row.organisation_id),
      roleIn(row.owner_id),
      row.requested_by === viewer.id,
    ),
    story: row.booking_log.map(toStoryEntry).sort((a, b) => a.version - b.version),
    isLastActMine: row.last_actor_id === viewer.id,
  };
});

function standingOf(
  borrowerRole: string | undefined,
  ownerRole: string | undefined,
  isRequester: boolean,
): Standing {
  const isBorrower = borrowerRole !== undefined;
  return {
    isBorrower,
    isDecider: ownerRole === 'approver' || ownerRole === 'admin',
    mayCancelForBorrower: isBorrower && (isRequester || borrowerRole !== 'member'),
  };
}

type CardRow = {
  id: string;
  version: number;
  status: string;
  awaiting: string | null;
  hold_expires_at: string | null;
  starts_at: string;
  ends_at: string;
  quantity: number;
  pools: { slug: string; time_zone: string };
  resources: ThingRow;
  owner: { name: string };
  borrower: { name: string };
};

type ThingRow = {
  title: string;
  slug: string;
  kind: string;
  picture: string;
  place: string;
  resource_photos: { path: string; position: number }[];
};

function toCard(row: CardRow): BookingCard {
  return {
    id: row.id,
    version: row.version,
    status: oneOf(BOOKING_STATUSES, row.status),
    turn: row.awaiting === 'owner' || row.awaiting === 'borrower' ? row.awaiting : null,
    holdExpiresAt: row.hold_expires_at === null ? null : new Date(row.hold_expires_at),
    period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
    zone: row.pools.time_zone,
    poolSlug: row.pools.slug,
    quantity: row.quantity,
    thing: toThing(visible(row.resources)),
    owner: visible(row.owner)?.name ?? '',
    borrower: visible(row.borrower)?.name ?? '',
  };
}

/**
 * why: what row level security hides comes as null where the types promise a row, e.g. a thing that
 * its owner has retired.
 */
function visible<T>(row: T): T | null {
  return row;
}

function toThing(row: ThingRow | null): Thing | null {
  if (!row) return null;
  const { resource_photos: photos, kind, ...thing } = row;
  const cover = photos.toSorted((a, b) => a.position - b.position)[0];
  return {
    ...thing,
    kind: oneOf(RESOURCE_KINDS, kind),
    photoUrl: cover ? photoUrl(cover.path) : null,
  };
}

type LogRow = {
  version: number;
  at: string;
  action: string;
  side: string;
  from_status: string | null;
  to_status: string;
  note: string | null;
  profiles: { display_name: string } | null;
};

function toStoryEntry(row: LogRow): StoryEntry {
  return {
    version: row.version,
    at: new Date(row.at),
    action: oneOf(BOOKING_ACTIONS, row.action),
    side: oneOf(BOOKING_SIDES, row.side),
    isBooking: row.from_status === null && row.to_status === 'approved',
    person: row.profiles?.display_name ?? null,
    note: row.note ?? '',
  };
}
