import 'server-only';
import { z } from 'zod';
import { oneOf } from '../../platform/closed-list';
import { getViewer } from '../../platform/auth/viewer';
import { now } from '../../platform/clock';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import {
  BOOKING_ACTIONS,
  type BookingCard,
  type DecidedCard,
  type EventNote,
  type OpenRequest,
} from '../model';
import { toCard, toEventNote } from './row';

const REQUEST =
  'id, version, status, awaiting, hold_expires_at, starts_at, ends_at, quantity, purpose, resource_id, owner_id, organisation_id, created_at, last_action, last_note, pools(slug, time_zone), resources(title:reader_title, slug, kind, picture, place, resource_photos(path, position)), owner:organisations!bookings_owner_id_fkey(name), borrower:organisations!bookings_organisation_id_fkey(name), requester:profiles!bookings_requested_by_fkey(display_name), events(id, title, place, starts_at, ends_at, guests)';

const DECIDED =
  'id, version, status, awaiting, hold_expires_at, starts_at, ends_at, quantity, updated_at, last_actor_id, pools(slug, time_zone), resources(title:reader_title, slug, kind, picture, place, resource_photos(path, position)), owner:organisations!bookings_owner_id_fkey(name), borrower:organisations!bookings_organisation_id_fkey(name)';

const PART =
  'id, version, status, awaiting, hold_expires_at, starts_at, ends_at, quantity, pools(slug, time_zone), resources(title:reader_title, slug, kind, picture, place, resource_photos(path, position)), owner:organisations!bookings_owner_id_fkey(name), borrower:organisations!bookings_organisation_id_fkey(name), events(id, title, place, starts_at, ends_at, guests)';

const LIMIT = 100;
const DAY = 86_400_000;

/** Undecided requests for things of these organisations, the longest waiting first. */
export async function listRequests(ownerIds: string[]): Promise<OpenRequest[]> {
  if (ownerIds.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('bookings')
      .select(REQUEST)
      .in('owner_id', ownerIds)
      .eq('status', 'requested')
      // the dates of a series are one request of their own
      .is('series_id', null)
      .order('created_at')
      .limit(LIMIT),
  );
  return rows.map((row) => ({
    ...toCard(row),
    resourceId: row.resource_id,
    ownerId: row.owner_id,
    organisationId: row.organisation_id,
    purpose: row.purpose,
    requestedBy: row.requester?.display_name ?? null,
    createdAt: new Date(row.created_at),
    lastAction: oneOf(BOOKING_ACTIONS, row.last_action),
    lastNote: row.last_note ?? '',
    event: row.events && toEventNote(row.events),
  }));
}

/** What these organisations were asked for by one event, answered or not. */
export async function listEventParts(
  eventId: string,
  ownerIds: string[],
): Promise<(BookingCard & { event: EventNote | null })[]> {
  if (ownerIds.length === 0 || !z.guid().safeParse(eventId).success) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db.from('bookings').select(PART).eq('event_id', eventId).in('owner_id', ownerIds),
  );
  return rows.map((row) => ({ ...toCard(row), event: row.events && toEventNote(row.events) }));
}

/** What was answered, called off or ran out in the last week, latest first. */
export async function listDecided(ownerIds: string[]): Promise<DecidedCard[]> {
  if (ownerIds.length === 0) return [];
  const [db, viewer] = await Promise.all([serverDb(), getViewer()]);
  const rows = rowsOf(
    await db
      .from('bookings')
      .select(DECIDED)
      .in('owner_id', ownerIds)
      .in('last_action', ['approved', 'declined', 'cancelled', 'expired', 'passed_over', 'no_show'])
      .gte('updated_at', new Date(now().getTime() - 7 * DAY).toISOString())
      .order('updated_at', { ascending: false })
      .limit(30),
  );
  return rows.map((row) => ({
    ...toCard(row),
    decidedAt: new Date(row.updated_at),
    isLastActMine: viewer !== null && row.last_actor_id === viewer.id,
  }));
}
