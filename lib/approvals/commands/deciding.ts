import 'server-only';
import { resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { ok, type Result } from '../../platform/result';
import type { DecisionPlace } from '../model';

type Decision = {
  bookingId: string;
  note?: string | undefined;
  place?: DecisionPlace;
};

/** Says yes. Meets the same guard against double booking as a new request. */
export async function approveBooking({ bookingId, note, place }: Decision): Promise<Result<null>> {
  const db = await serverDb();
  const result = resultOf(await db.rpc('approve_booking', args(bookingId, note)));
  return place === 'notice' ? unlessOtherwise(result, 'approved') : overtaken(result);
}

/** Says no, with the reason that the borrower reads. */
export async function declineBooking({ bookingId, note, place }: Decision): Promise<Result<null>> {
  const db = await serverDb();
  const result = resultOf(await db.rpc('decline_booking', args(bookingId, note)));
  return place === 'notice' ? unlessOtherwise(result, 'declined') : overtaken(result);
}

/** Asks back; the request keeps its slot meanwhile. */
export async function askAboutBooking(
  question: Decision & { key?: string | undefined },
): Promise<Result<null>> {
  const { bookingId, note = '', key } = question;
  const db = await serverDb();
  const answer = await db.rpc('ask_about_booking', {
    p_booking_id: bookingId,
    p_note: note,
    ...(key ? { p_idempotency_key: key } : {}),
  });
  return overtaken(resultOf(answer));
}

type ChangeDecision = { changeId: string; note?: string | undefined };

/** Agrees to a wish to change; the booking takes its times and number. */
export async function grantChange(decision: ChangeDecision): Promise<Result<null>> {
  const db = await serverDb();
  return overtaken(resultOf(await db.rpc('grant_change', changeArgs(decision))));
}

/** Says no to a wish to change; the booking stays as it was. */
export async function declineChange(decision: ChangeDecision): Promise<Result<null>> {
  const db = await serverDb();
  return overtaken(resultOf(await db.rpc('decline_change', changeArgs(decision))));
}

function changeArgs({ changeId, note }: ChangeDecision) {
  return { p_change_id: changeId, ...(note ? { p_note: note } : {}) };
}

function args(bookingId: string, note: string | undefined) {
  return { p_booking_id: bookingId, ...(note ? { p_note: note } : {}) };
}

/**
 * Somebody else decided meanwhile, or the same press came twice: nobody's mistake. The screen that
 * follows reads how it stands and who did it.
 */
function overtaken(result: Result<unknown>): Result<null> {
  return result.ok || result.error.code === 'BKSTA' ? ok(null) : result;
}

/** The same without a screen: that it stands as wished is fine, that it stands otherwise must be said. */
function unlessOtherwise(result: Result<unknown>, wished: string): Result<null> {
  const isAsWished =
    !result.ok && result.error.code === 'BKSTA' && result.error.params?.status === wished;
  return result.ok || isAsWished ? ok(null) : result;
}
