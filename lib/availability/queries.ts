import 'server-only';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import type { Period } from '../platform/dates';
import { ok, type Result } from '../platform/result';
import type { AskedSpan, BusySpan } from './model';

/**
 * When less than everything is free, without names: buffers, holds and closures included. A booking
 * that is to be changed is left out: its own time is free for it.
 */
export async function listBusySpans(
  resourceId: string,
  period: Period,
  exceptBookingId?: string,
): Promise<Result<BusySpan[]>> {
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('resource_calendar', {
      p_resource_id: resourceId,
      p_from: period.start.toISOString(),
      p_to: period.end.toISOString(),
      ...(exceptBookingId ? { p_except_booking_id: exceptBookingId } : {}),
    }),
  );
  if (!result.ok) return result;
  return ok(
    result.value.map((row) => ({
      start: new Date(row.starts_at),
      end: new Date(row.ends_at),
      state: row.state === 'some' || row.state === 'requested' ? row.state : 'taken',
      free: row.free_quantity,
    })),
  );
}

/** For how many the same time is wished while none of them holds it; only where requests compete. */
export async function listAskedSpans(resourceId: string, period: Period): Promise<AskedSpan[]> {
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('asked_times', {
      p_resource_id: resourceId,
      p_from: period.start.toISOString(),
      p_to: period.end.toISOString(),
    }),
  );
  if (!result.ok) return [];
  return result.value.map(({ starts_at, ends_at, requests }) => ({
    start: new Date(starts_at),
    end: new Date(ends_at),
    requests,
  }));
}
