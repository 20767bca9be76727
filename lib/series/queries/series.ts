import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { BOOKING_STATUSES, type Contact } from '../../bookings/model';
import { getViewer } from '../../platform/auth/viewer';
import { oneOf } from '../../platform/closed-list';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { asDay } from '../../platform/dates';
import { OCCURRENCE_STATES, type Occurrence, type SeriesDetail } from '../model/series';
import { SERIES, toThing, toTimes, visible } from './row';

const DETAIL =
  `${SERIES}, owner:organisations!series_owner_id_fkey(name, slug, phone, email), borrower:organisations!series_organisation_id_fkey(name, slug, phone, email), slot_questions(id, unused_on, answer)` as const;

const OCCURRENCE =
  'occurrence_on, state, bookings(id, version, status, awaiting, starts_at, ends_at, quantity, owner_id, resource_id, resources(title:reader_title), booking_changes(status, starts_at, ends_at))';

/** A series with all its dates, or null when there is none that the viewer may see. */
export const findSeries = cache(async (id: string): Promise<SeriesDetail | null> => {
  if (!z.guid().safeParse(id).success) return null;
  const viewer = await getViewer();
  if (!viewer) return null;
  const db = await serverDb();
  const [series, dates, memberships] = await Promise.all([
    db.from('series').select(DETAIL).eq('id', id).maybeSingle(),
    db.from('series_occurrences').select(OCCURRENCE).eq('series_id', id).order('occurrence_on'),
    db.from('memberships').select('organisation_id, role').eq('person_id', viewer.id),
  ]);
  const row = rowsOf(series);
  if (!row) return null;
  const roleIn = (organisationId: string) =>
    rowsOf(memberships).find((membership) => membership.organisation_id === organisationId)?.role;
  const borrows = roleIn(row.organisation_id);
  const lends = roleIn(row.owner_id);
  const open = row.slot_questions.find(({ answer }) => answer === null);
  return {
    id: row.id,
    version: row.version,
    rule: row.rule,
    ...toTimes(row),
    quantity: row.quantity,
    purpose: row.purpose,
    isEnded: row.status === 'ended',
    zone: row.pools.time_zone,
    poolSlug: row.pools.slug,
    resourceId: row.resource_id,
    ownerId: row.owner_id,
    organisationId: row.organisation_id,
    thing: toThing(visible(row.resources)),
    owner: visible<Contact>(row.owner),
    borrower: visible<Contact>(row.borrower),
    requestedBy: row.requester?.display_name ?? null,
    standing: {
      isBorrower: borrows !== undefined,
      isDecider: lends === 'approver' || lends === 'admin',
      mayChange: borrows !== undefined && (row.requested_by === viewer.id || borrows !== 'member'),
    },
    occurrences: rowsOf(dates).map((date) => toOccurrence(date, row.resource_id)),
    question: open ? { id: open.id, unusedOn: open.unused_on.map(asDay) } : null,
  };
});

type OccurrenceRow = {
  occurrence_on: string;
  state: string;
  bookings: BookingRow | null;
};

type BookingRow = {
  id: string;
  version: number;
  status: string;
  awaiting: string | null;
  starts_at: string;
  ends_at: string;
  quantity: number;
  owner_id: string;
  resource_id: string;
  resources: { title: string | null };
  booking_changes: { status: string; starts_at: string; ends_at: string }[];
};

function toOccurrence(row: OccurrenceRow, resourceId: string): Occurrence {
  return {
    on: asDay(row.occurrence_on),
    state: oneOf(OCCURRENCE_STATES, row.state),
    booking: row.bookings && toBooking(row.bookings, resourceId),
  };
}

function toBooking(row: BookingRow, resourceId: string): NonNullable<Occurrence['booking']> {
  const wished = row.booking_changes.find(({ status }) => status === 'proposed');
  return {
    id: row.id,
    version: row.version,
    status: oneOf(BOOKING_STATUSES, row.status),
    turn: row.awaiting === 'owner' || row.awaiting === 'borrower' ? row.awaiting : null,
    period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
    ownerId: row.owner_id,
    resourceId: row.resource_id,
    otherThing: row.resource_id === resourceId ? null : (visible(row.resources)?.title ?? ''),
    wishedPeriod: wished
      ? { start: new Date(wished.starts_at), end: new Date(wished.ends_at) }
      : null,
    quantity: row.quantity,
  };
}

/** The series a booking belongs to, for the link on its page. */
export async function findSeriesOf(bookingId: string): Promise<string | null> {
  const db = await serverDb();
  const row = rowsOf(
    await db
      .from('series_occurrences')
      .select('series_id')
      .eq('booking_id', bookingId)
      .maybeSingle(),
  );
  return row?.series_id ?? null;
}
