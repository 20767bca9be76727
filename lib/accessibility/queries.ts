import 'server-only';
import { anonymousDb } from '../platform/db/anonymous';
import { rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import type { BarrierNote } from './model';

/** Who settles a dispute, as the operator of the pool says it; empty: nobody was named. */
export async function readArbitration(poolId: string): Promise<string> {
  const answer = await anonymousDb().from('pools').select('arbitration').eq('id', poolId).single();
  return rowsOf(answer).arbitration;
}

const MOST = 200;

/** What a pool was told about barriers, newest first; what waits for an answer before the rest. */
export async function listBarrierNotes(poolId: string): Promise<BarrierNote[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('accessibility_notes')
      .select('id, page, message, email, created_at, answered_at, profiles(display_name)')
      .eq('pool_id', poolId)
      .order('answered_at', { ascending: false, nullsFirst: true })
      .order('created_at', { ascending: false })
      .limit(MOST),
  );
  return rows.map((row) => ({
    id: row.id,
    page: row.page ?? '',
    message: row.message,
    email: row.email ?? '',
    person: row.profiles?.display_name ?? null,
    createdAt: new Date(row.created_at),
    answeredAt: row.answered_at === null ? null : new Date(row.answered_at),
  }));
}
