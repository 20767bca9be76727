import 'server-only';
import { getLocale } from 'next-intl/server';
import { getViewer } from '../platform/auth/viewer';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { fail, ok, type Result } from '../platform/result';
import type {
  CancelInput,
  ChoiceInput,
  DecideInput,
  ItemInput,
  ItemRef,
  PlanInput,
  ReplaceInput,
  RequestInput,
} from './schema';

/** Begins an event, or changes it while it is a draft. Nobody is asked. */
export async function planEvent(plan: PlanInput): Promise<Result<{ eventId: string }>> {
  if (!(await getViewer())) return fail('LOGIN');
  const [db, locale] = [await serverDb(), await getLocale()];
  const result = resultOf(
    await db.rpc('plan_event', {
      p_event_id: plan.eventId,
      p_organisation_id: plan.organisationId,
      p_title: plan.title,
      p_starts_at: plan.period.start.toISOString(),
      p_ends_at: plan.period.end.toISOString(),
      p_guests: plan.guests,
      p_locale: locale,
      ...(plan.place ? { p_place: plan.place } : {}),
      ...(plan.template ? { p_template: plan.template } : {}),
    }),
  );
  return result.ok ? ok({ eventId: plan.eventId }) : result;
}

export async function planItem(item: ItemInput): Promise<Result<null>> {
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('plan_event_item', {
      p_event_id: item.eventId,
      p_item_id: item.itemId,
      p_what: item.what,
      p_quantity: item.quantity,
      p_picture: item.picture,
      p_starts_at: item.period.start.toISOString(),
      p_ends_at: item.period.end.toISOString(),
      ...(item.words ? { p_words: item.words } : {}),
    }),
  );
  return result.ok ? ok(null) : result;
}

export async function dropItem({ itemId }: ItemRef): Promise<Result<null>> {
  const db = await serverDb();
  const result = resultOf(await db.rpc('drop_event_item', { p_item_id: itemId }));
  // gone already: somebody else of the club was faster
  return result.ok || result.error.code === 'NTFND' ? ok(null) : result;
}

export async function chooseParts({ itemId, parts }: ChoiceInput): Promise<Result<null>> {
  const db = await serverDb();
  const args = { p_item_id: itemId, p_parts: parts };
  const result = resultOf(await db.rpc('choose_event_parts', args));
  return result.ok ? ok(null) : result;
}

/** Asks all owners in one act. */
export async function requestEvent(request: RequestInput): Promise<Result<null>> {
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('request_event', {
      p_event_id: request.eventId,
      p_items: request.items,
      p_idempotency_key: request.key,
      p_mode: request.mode,
      ...(request.note ? { p_note: request.note } : {}),
    }),
  );
  return result.ok ? ok(null) : result;
}

/** Asks somebody else for what is missing. */
export async function replaceItem({ itemId, parts }: ReplaceInput): Promise<Result<null>> {
  const db = await serverDb();
  const args = { p_item_id: itemId, p_parts: parts };
  return overtaken(resultOf(await db.rpc('replace_event_item', args)));
}

export async function acceptWithout({ itemId }: ItemRef): Promise<Result<null>> {
  const db = await serverDb();
  return overtaken(resultOf(await db.rpc('accept_without', { p_item_id: itemId })));
}

/** Calls it off; a draft is thrown away. */
export async function cancelEvent({ eventId, note }: CancelInput): Promise<Result<null>> {
  const db = await serverDb();
  const args = { p_event_id: eventId, ...(note ? { p_note: note } : {}) };
  return overtaken(resultOf(await db.rpc('cancel_event', args)));
}

export async function approveParts({ eventId, note }: DecideInput): Promise<Result<null>> {
  const db = await serverDb();
  const args = { p_event_id: eventId, ...(note ? { p_note: note } : {}) };
  return overtaken(resultOf(await db.rpc('approve_event_parts', args)));
}

export async function declineParts({ eventId, note }: DecideInput): Promise<Result<null>> {
  const db = await serverDb();
  const args = { p_event_id: eventId, ...(note ? { p_note: note } : {}) };
  return overtaken(resultOf(await db.rpc('decline_event_parts', args)));
}

/** Somebody was faster, or the press came twice: the page shows how it stands. */
function overtaken(result: Result<unknown>): Result<null> {
  return result.ok || result.error.code === 'BKSTA' ? ok(null) : result;
}
