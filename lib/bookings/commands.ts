import 'server-only';
import { getViewer } from '../platform/auth/viewer';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { fail, ok, type Result } from '../platform/result';
import type { Alternatives, BookingRequest } from './model';
import { findAlternatives } from './queries/alternatives';

/** Asks for a thing, or takes it at once where its owner allows that. */
export async function requestBooking(
  request: BookingRequest,
): Promise<Result<{ bookingId: string }>> {
  const { resourceId, organisationId, period, quantity, purpose, key, extras } = request;
  // why here: to the database a passer-by is only somebody without the right.
  if (!(await getViewer())) return fail('LOGIN');
  if (!organisationId) {
    return fail('INPUT', { field: 'organisationId', params: { reason: 'required' } });
  }
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('request_booking', {
      p_resource_id: resourceId,
      p_organisation_id: organisationId,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
      p_quantity: quantity,
      p_purpose: purpose,
      p_idempotency_key: key,
      p_extras: extras,
    }),
  );
  return result.ok ? ok({ bookingId: result.value.id }) : result;
}

/** What would do instead, with words for a button. */
export function proposeAlternatives(request: BookingRequest): Promise<Alternatives | undefined> {
  return findAlternatives(request);
}

type Word = { bookingId: string; note?: string | undefined };

/** Calls a request or a booking off and frees its slot. Refused once it is over or ended already. */
export async function cancelBooking({ bookingId, note }: Word): Promise<Result<null>> {
  const db = await serverDb();
  const args = { p_booking_id: bookingId, ...(note ? { p_note: note } : {}) };
  const result = resultOf(await db.rpc('cancel_booking', args));
  return result.ok ? ok(null) : result;
}

type Wish = {
  bookingId: string;
  startsAt: string;
  endsAt: string;
  quantity: number;
  note?: string | undefined;
};

/** Other times or another number: granted at once where nobody is asked, else the owner is. */
export async function changeBooking(wish: Wish): Promise<Result<null>> {
  const { bookingId, startsAt, endsAt, quantity, note } = wish;
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('change_booking', {
      p_booking_id: bookingId,
      p_starts_at: startsAt,
      p_ends_at: endsAt,
      p_quantity: quantity,
      ...(note ? { p_note: note } : {}),
    }),
  );
  return result.ok ? ok(null) : result;
}

/** Takes a wish to change back; all stays as it was. */
export async function withdrawChange(changeId: string): Promise<Result<null>> {
  const db = await serverDb();
  const result = resultOf(await db.rpc('withdraw_change', { p_change_id: changeId }));
  return result.ok ? ok(null) : result;
}

/** The borrower answers a question, or adds a word; then it is the owner's turn. */
export async function answerBooking(
  answer: Word & { key?: string | undefined },
): Promise<Result<null>> {
  const { bookingId, note = '', key } = answer;
  const db = await serverDb();
  const args = {
    p_booking_id: bookingId,
    p_note: note,
    ...(key ? { p_idempotency_key: key } : {}),
  };
  const result = resultOf(await db.rpc('answer_booking', args));
  return result.ok ? ok(null) : result;
}
