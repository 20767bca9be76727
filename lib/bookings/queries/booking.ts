import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { oneOf } from '../../platform/closed-list';
import { getViewer } from '../../platform/auth/viewer';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import {
  BOOKING_ACTIONS,
  BOOKING_SIDES,
  type BookingDetail,
  type Contact,
  type Standing,
  type StoryEntry,
} from '../model';
import { toCard, toEventNote, visible } from './row';

const DETAIL =
  'id, price, last_details, version, status, awaiting, hold_expires_at, starts_at, ends_at, quantity, purpose, resource_id, owner_id, organisation_id, requested_by, last_actor_id, pools(slug, time_zone), resources(title, slug, kind, picture, place, resource_photos(path, position)), owner:organisations!bookings_owner_id_fkey(name, slug, phone, email), borrower:organisations!bookings_organisation_id_fkey(name, slug, phone, email), requester:profiles!bookings_requested_by_fkey(display_name), events(id, title, place, starts_at, ends_at, guests), booking_log(version, at, action, side, from_status, to_status, note, profiles(display_name))';

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
    resourceId: row.resource_id,
    organisationId: row.organisation_id,
    purpose: row.purpose,
    price: row.price,
    lastDetails: row.last_details,
    event: row.events && toEventNote(row.events),
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
