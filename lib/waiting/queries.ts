import 'server-only';
import { RESOURCE_KINDS } from '../listings/model';
import { oneOf } from '../platform/closed-list';
import type { Period } from '../platform/dates';
import { resultOf, rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import type { WaitingEntry } from './model';

const ENTRY =
  'id, starts_at, ends_at, quantity, purpose, pools(slug, time_zone), resources(title:reader_title, slug, kind, picture), owner:organisations!waiting_entries_owner_id_fkey(name), borrower:organisations!waiting_entries_organisation_id_fkey(name), profiles(display_name)';

const LIMIT = 100;

/** Where these organisations wait, soonest first. */
export function listOwnWaiting(organisationIds: string[]): Promise<WaitingEntry[]> {
  return listWaiting('organisation_id', organisationIds);
}

/** Who waits for things of these organisations, soonest first. */
export function listWaitingFor(ownerIds: string[]): Promise<WaitingEntry[]> {
  return listWaiting('owner_id', ownerIds);
}

async function listWaiting(
  side: 'organisation_id' | 'owner_id',
  ids: string[],
): Promise<WaitingEntry[]> {
  if (ids.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('waiting_entries')
      .select(ENTRY)
      .in(side, ids)
      .eq('status', 'waiting')
      .order('starts_at')
      .order('ticket')
      .limit(LIMIT),
  );
  if (rows.length === 0) return [];
  const places = rowsOf(await db.rpc('waiting_places', { p_entry_ids: rows.map(({ id }) => id) }));
  return rows.map((row) => ({
    id: row.id,
    period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
    zone: row.pools.time_zone,
    poolSlug: row.pools.slug,
    quantity: row.quantity,
    purpose: row.purpose,
    place: places.find(({ entry_id: id }) => id === row.id)?.place ?? null,
    thing: thingOf(visible(row.resources)),
    owner: visible(row.owner)?.name ?? '',
    borrower: visible(row.borrower)?.name ?? '',
    person: row.profiles?.display_name ?? null,
  }));
}

/** How many wait for a thing at that time; null when that cannot be told. */
export async function countWaiting(resourceId: string, period: Period): Promise<number | null> {
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('waiting_count', {
      p_resource_id: resourceId,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
    }),
  );
  return result.ok ? result.value : null;
}

/** why: what row level security hides comes as null where the types promise a row. */
function visible<T>(row: T): T | null {
  return row;
}

function thingOf(
  row: { title: string | null; slug: string; kind: string; picture: string } | null,
): WaitingEntry['thing'] {
  return row && { ...row, title: row.title ?? '', kind: oneOf(RESOURCE_KINDS, row.kind) };
}
