import 'server-only';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { ok, type Result } from '../platform/result';
import type { BarrierInput, TickInput } from './schema';

/** One intent of the database each; what they refuse stands in docs/api.md. */

export async function reportBarrier(input: BarrierInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const told = resultOf(
    await db.rpc('report_barrier', {
      p_pool: input.pool,
      p_message: input.message,
      ...(input.page ? { p_page: input.page } : {}),
      ...(input.email ? { p_email: input.email } : {}),
    }),
  );
  return told.ok ? ok(undefined) : told;
}

export async function tickBarrier(input: TickInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const ticked = resultOf(
    await db.rpc('tick_barrier', { p_note_id: input.noteId, p_answered: input.answered }),
  );
  return ticked.ok ? ok(undefined) : ticked;
}
