import 'server-only';
import { now } from '../../platform/clock';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import type { BookingCard } from '../model';
import { CARD, toCard } from './row';

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
