import 'server-only';
import type { z } from 'zod';
import { periodOfDays } from '../platform/dates';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { ok, type Result } from '../platform/result';
import type {
  damageSchema,
  handOverSchema,
  noShowSchema,
  returnSchema,
  withdrawSchema,
} from './schema';

type Input<S extends z.ZodType> = z.output<S>;

/** Notes that a thing left. */
export async function handOver(input: Input<typeof handOverSchema>): Promise<Result<null>> {
  const db = await serverDb();
  return overtaken(resultOf(await db.rpc('hand_over_booking', { ...noted(input) })));
}

/** Notes that it is back; what is left of its time is free at once. */
export async function takeBack(input: Input<typeof returnSchema>): Promise<Result<null>> {
  const db = await serverDb();
  const args = { ...noted(input), p_condition: input.condition };
  return overtaken(resultOf(await db.rpc('return_booking', args)));
}

/** Notes that nobody came. */
export async function markNoShow(input: Input<typeof noShowSchema>): Promise<Result<null>> {
  const db = await serverDb();
  return overtaken(resultOf(await db.rpc('mark_no_show', word(input))));
}

/** Tells the other side that something is damaged. */
export async function reportDamage(input: Input<typeof damageSchema>): Promise<Result<null>> {
  const db = await serverDb();
  const args = { ...noted(input), p_note: input.note };
  return overtaken(resultOf(await db.rpc('report_damage', args)));
}

/** Takes a thing out of lending although bookings stand; they stay until somebody decides. */
export async function withdraw(input: Input<typeof withdrawSchema>): Promise<Result<null>> {
  const db = await serverDb();
  const { start, end } = periodOfDays(input.from, input.to, input.zone);
  const result = resultOf(
    await db.rpc('withdraw_resource', {
      p_resource_id: input.resourceId,
      p_from: start.toISOString(),
      p_until: end.toISOString(),
      ...(input.reason ? { p_reason: input.reason } : {}),
    }),
  );
  return result.ok ? ok(null) : result;
}

type Word = { bookingId: string; note?: string | undefined };

function word({ bookingId, note }: Word) {
  return { p_booking_id: bookingId, ...(note ? { p_note: note } : {}) };
}

type Noted = Word & { key?: string | undefined; writtenAt?: string | undefined };

function noted({ key, writtenAt, ...input }: Noted) {
  return {
    ...word(input),
    ...(key ? { p_idempotency_key: key } : {}),
    ...(writtenAt ? { p_at: writtenAt } : {}),
  };
}

/** A colleague noted it already, or the same press came twice: the page shows how it stands. */
function overtaken(result: Result<unknown>): Result<null> {
  return result.ok || result.error.code === 'BKSTA' ? ok(null) : result;
}
