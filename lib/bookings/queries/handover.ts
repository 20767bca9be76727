import 'server-only';
import type { Handover } from '../../handover/model';
import { now } from '../../platform/clock';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { CARD, toCard, visible } from './row';

const LIMIT = 200;
const DAY = 86_400_000;

/** What is out, and what is promised from now to tomorrow night, of these owners. */
export async function listHandovers(ownerIds: string[]): Promise<Handover[]> {
  if (ownerIds.length === 0) return [];
  const db = await serverDb();
  const at = now().getTime();
  const [from, to] = [at, at + 2 * DAY].map((time) => new Date(time).toISOString());
  const rows = rowsOf(
    await db
      .from('bookings')
      .select(
        `${CARD}, resource_id, owner_id, organisation_id, contact:organisations!bookings_organisation_id_fkey(phone), requester:profiles!bookings_requested_by_fkey(display_name)`,
      )
      .in('owner_id', ownerIds)
      .or(
        `status.eq.handed_over,and(status.eq.approved,starts_at.lt.${String(to)},ends_at.gt.${String(from)})`,
      )
      .order('starts_at')
      .order('id')
      .limit(LIMIT),
  );
  return rows.map((row) => ({
    ...toCard(row),
    resourceId: row.resource_id,
    ownerId: row.owner_id,
    organisationId: row.organisation_id,
    person: row.requester?.display_name ?? null,
    phone: visible(row.contact)?.phone ?? '',
  }));
}
