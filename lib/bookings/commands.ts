import 'server-only';
import { getLocale } from 'next-intl/server';
import { whenOf, whenQuery } from '../availability/model';
import { RESOURCE_KINDS } from '../listings/model';
import { getViewer } from '../platform/auth/viewer';
import { oneOf } from '../platform/closed-list';
import { formatPeriod } from '../platform/date-format';
import type { Period } from '../platform/dates';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { fail, ok, type Result } from '../platform/result';
import type { Alternatives, BookingRequest } from './model';

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

/** Other times of the same thing, and similar things at that time, with words for a button. */
export async function proposeAlternatives(
  request: BookingRequest,
): Promise<Alternatives | undefined> {
  const { resourceId, period, zone, quantity } = request;
  const [db, locale] = await Promise.all([serverDb(), getLocale()]);
  const result = resultOf(
    await db.rpc('suggest_alternatives', {
      p_resource_id: resourceId,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
      p_quantity: quantity,
    }),
  );
  if (!result.ok) return undefined;
  const queryFor = (time: Period) =>
    new URLSearchParams({ ...whenQuery(whenOf(time, zone)), n: String(quantity) }).toString();
  return {
    query: queryFor(period),
    times: result.value
      .filter(({ reason }) => reason === 'other_time')
      .map(({ starts_at: startsAt, ends_at: endsAt }) => {
        const time = { start: new Date(startsAt), end: new Date(endsAt) };
        return { startsAt, endsAt, label: formatPeriod(time, locale, zone), query: queryFor(time) };
      }),
    resources: result.value
      .filter(({ reason }) => reason === 'other_resource')
      .map(({ slug, title, kind, picture, organisation_name: organisationName }) => ({
        slug,
        title,
        kind: oneOf(RESOURCE_KINDS, kind),
        picture,
        organisationName,
      })),
  };
}

type Word = { bookingId: string; note?: string | undefined };

/** Calls a request or a booking off and frees its slot. Refused once it is over or ended already. */
export async function cancelBooking({ bookingId, note }: Word): Promise<Result<null>> {
  const db = await serverDb();
  const args = { p_booking_id: bookingId, ...(note ? { p_note: note } : {}) };
  const result = resultOf(await db.rpc('cancel_booking', args));
  return result.ok ? ok(null) : result;
}

/** The borrower answers a question, or adds a word; then it is the owner's turn. */
export async function answerBooking({ bookingId, note = '' }: Word): Promise<Result<null>> {
  const db = await serverDb();
  const args = { p_booking_id: bookingId, p_note: note };
  const result = resultOf(await db.rpc('answer_booking', args));
  return result.ok ? ok(null) : result;
}
