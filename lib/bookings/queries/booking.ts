import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { oneOf } from '../../platform/closed-list';
import { readQuote } from '../../prices/schema/quote';
import { getViewer } from '../../platform/auth/viewer';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import {
  BOOKING_ACTIONS,
  BOOKING_SIDES,
  RETURN_CONDITIONS,
  type BookingDetail,
  type Contact,
  type Standing,
  type StoryEntry,
} from '../model';
import { openChange } from './change';
import { toCard, toEventNote, visible } from './row';

const DETAIL =
  'id, version, status, awaiting, hold_expires_at, starts_at, ends_at, quantity, purpose, owner_id, organisation_id, requested_by, last_actor_id, last_details, resource_id, price, handed_over_at, overdue_since, returned_at, return_condition, pools(slug, time_zone), resources(title:reader_title, slug, kind, picture, place, quantity, resource_photos(path, position)), owner:organisations!bookings_owner_id_fkey(name, slug, phone, email), borrower:organisations!bookings_organisation_id_fkey(name, slug, phone, email), requester:profiles!bookings_requested_by_fkey(display_name), events(id, title, place, starts_at, ends_at, guests), booking_log(version, at, action, side, from_status, to_status, note, details, profiles(display_name)), booking_changes(id, status, starts_at, ends_at, quantity, price, from_starts_at, from_ends_at, from_quantity, from_price, note, expires_at)';

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
    ownerId: row.owner_id,
    organisationId: row.organisation_id,
    purpose: row.purpose,
    price: row.price,
    lastDetails: row.last_details,
    event: row.events && toEventNote(row.events),
    requestedBy: row.requester?.display_name ?? null,
    ownerContact: visible<Contact>(row.owner),
    borrowerContact: visible<Contact>(row.borrower),
    stock: visible(row.resources)?.quantity ?? 1,
    quote: readQuote(row.price),
    handedOverAt: asDate(row.handed_over_at),
    overdueSince: asDate(row.overdue_since),
    returnedAt: asDate(row.returned_at),
    condition: RETURN_CONDITIONS.find((known) => known === row.return_condition) ?? null,
    change: openChange(row.booking_changes),
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

function asDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

const pointSchema = z.object({
  starts_at: z.coerce.date(),
  ends_at: z.coerce.date(),
  quantity: z.number(),
});
/** What a log row tells besides; what an act has nothing to say about is missing. */
const detailsSchema = z.object({
  from: pointSchema.optional(),
  to: pointSchema.optional(),
  condition: z.enum(RETURN_CONDITIONS).optional(),
});

function toPoint({ starts_at: start, ends_at: end, quantity }: z.output<typeof pointSchema>) {
  return { period: { start, end }, quantity };
}

type LogRow = {
  version: number;
  at: string;
  action: string;
  side: string;
  from_status: string | null;
  to_status: string;
  note: string | null;
  details: unknown;
  profiles: { display_name: string } | null;
};

function toStoryEntry(row: LogRow): StoryEntry {
  const { from, to, condition } = detailsSchema.catch({}).parse(row.details);
  return {
    version: row.version,
    at: new Date(row.at),
    action: oneOf(BOOKING_ACTIONS, row.action),
    side: oneOf(BOOKING_SIDES, row.side),
    isBooking: row.from_status === null && row.to_status === 'approved',
    person: row.profiles?.display_name ?? null,
    note: row.note ?? '',
    change: from && to ? { from: toPoint(from), to: toPoint(to) } : null,
    condition: condition ?? null,
  };
}
