import 'server-only';
import { now } from '../../platform/clock';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import type { BookingStatus } from '../model';
import type { BorrowedCard, Bundle } from '../model/folded';
import { CARD, toCard } from './row';

const BORROWED = `${CARD}, events(id, title), series_occurrences(series_id)` as const;

const LIMIT = 200;
/** Over before its time; what was refused stays among the coming ones, so that somebody sees it. */
const ENDED: BookingStatus[] = ['cancelled', 'returned', 'no_show'];
export const PAST_PAGE = 30;

/** What these organisations borrow from now on or have not brought back, soonest first. */
export async function listUpcomingBookings(organisationIds: string[]): Promise<BorrowedCard[]> {
  if (organisationIds.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('bookings')
      .select(BORROWED)
      .in('organisation_id', organisationIds)
      .or(
        `status.eq.handed_over,and(ends_at.gt.${now().toISOString()},status.not.in.(${ENDED.join()}))`,
      )
      .order('starts_at')
      .order('id')
      .limit(LIMIT),
  );
  return rows.map((row) => ({ ...toCard(row), bundle: bundleOf(row) }));
}

/** What is over or was called off, latest first. One more than asked for says that there is more. */
export async function listPastBookings(
  organisationIds: string[],
  limit: number,
): Promise<BorrowedCard[]> {
  if (organisationIds.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('bookings')
      .select(BORROWED)
      .in('organisation_id', organisationIds)
      .neq('status', 'handed_over')
      .or(`ends_at.lte.${now().toISOString()},status.in.(${ENDED.join()})`)
      .order('starts_at', { ascending: false })
      .order('id')
      .limit(limit + 1),
  );
  return rows.map((row) => ({ ...toCard(row), bundle: bundleOf(row) }));
}

type BundleRow = {
  events: { id: string; title: string } | null;
  series_occurrences: { series_id: string } | null;
};

function bundleOf({ events: event, series_occurrences: occurrence }: BundleRow): Bundle | null {
  if (event) return { kind: 'event', ...event };
  return occurrence && { kind: 'series', id: occurrence.series_id, title: '' };
}
