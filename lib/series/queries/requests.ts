import 'server-only';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import type { SeriesRequest } from '../model/series';
import { SERIES, toThing, toTimes, visible } from './row';

const REQUEST =
  `${SERIES}, borrower:organisations!series_organisation_id_fkey(name), bookings!inner(id, version, starts_at, ends_at, hold_expires_at)` as const;

const LIMIT = 50;

/** Series with undecided dates for things of these organisations, the longest waiting first. */
export async function listSeriesRequests(ownerIds: string[]): Promise<SeriesRequest[]> {
  if (ownerIds.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('series')
      .select(REQUEST)
      .in('owner_id', ownerIds)
      .eq('bookings.status', 'requested')
      .order('created_at')
      .limit(LIMIT),
  );
  return rows.map((row) => {
    const dates = row.bookings
      .map(({ id, version, starts_at: start, ends_at: end }) => ({
        id,
        version,
        period: { start: new Date(start), end: new Date(end) },
      }))
      .sort((a, b) => a.period.start.getTime() - b.period.start.getTime());
    const holds = row.bookings.flatMap(({ hold_expires_at: at }) => (at === null ? [] : [at]));
    const first = holds.toSorted()[0];
    return {
      id: row.id,
      rule: row.rule,
      ...toTimes(row),
      quantity: row.quantity,
      purpose: row.purpose,
      borrower: visible(row.borrower)?.name ?? '',
      requestedBy: row.requester?.display_name ?? null,
      zone: row.pools.time_zone,
      thing: toThing(visible(row.resources)),
      createdAt: new Date(row.created_at),
      holdExpiresAt: first === undefined ? null : new Date(first),
      dates,
    };
  });
}
