import 'server-only';
import { getViewer } from '../platform/auth/viewer';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { fail, ok, type Result } from '../platform/result';
import type { WaitingWish } from './model';

/** Takes a place in line for a time that is taken; the same wish again keeps the place one has. */
export async function joinWaitingList(wish: WaitingWish): Promise<Result<null>> {
  // why here: to the database a passer-by is only somebody without the right.
  if (!(await getViewer())) return fail('LOGIN');
  if (!wish.organisationId) {
    return fail('INPUT', { field: 'organisationId', params: { reason: 'required' } });
  }
  const db = await serverDb();
  return nothing(
    await db.rpc('join_waiting_list', {
      p_resource_id: wish.resourceId,
      p_organisation_id: wish.organisationId,
      p_starts_at: wish.period.start.toISOString(),
      p_ends_at: wish.period.end.toISOString(),
      p_quantity: wish.quantity,
      p_purpose: wish.purpose,
    }),
  );
}

export async function leaveWaitingList({ entryId }: { entryId: string }): Promise<Result<null>> {
  const db = await serverDb();
  return nothing(await db.rpc('leave_waiting_list', { p_entry_id: entryId }));
}

/** Takes what was offered: it is booked, or asked for where the owner wants to be asked. */
export async function acceptOffer({ bookingId }: { bookingId: string }): Promise<Result<null>> {
  const db = await serverDb();
  return nothing(await db.rpc('accept_offer', { p_booking_id: bookingId }));
}

/** Gives back what was offered; the next in line gets it. */
export async function declineOffer({ bookingId }: { bookingId: string }): Promise<Result<null>> {
  const db = await serverDb();
  return nothing(await db.rpc('decline_offer', { p_booking_id: bookingId }));
}

function nothing(answer: Parameters<typeof resultOf>[0]): Result<null> {
  const result = resultOf(answer);
  return result.ok ? ok(null) : result;
}
