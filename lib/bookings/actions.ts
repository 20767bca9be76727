'use server';

import { getTranslations } from 'next-intl/server';
import { whenOf } from '../availability/model';
import { defineAction } from '../platform/action';
import type { ErrorCode } from '../platform/errors';
import { typedValues, type ActionState } from '../platform/forms';
import { paths, safeNext } from '../platform/paths';
import { ok, type Result } from '../platform/result';
import {
  answerBooking,
  cancelBooking,
  changeBooking,
  proposeAlternatives,
  requestBooking,
  withdrawChange,
} from './commands';
import type { RequestAnswer } from './model';
import {
  answerSchema,
  cancelSchema,
  changeSchema,
  requestSchema,
  withdrawChangeSchema,
} from './schema';

const CONFLICTS: readonly ErrorCode[] = ['BKOVL', 'BKCAP'];

const sendRequest = defineAction<typeof requestSchema, RequestAnswer>({
  name: 'request-booking',
  schema: requestSchema,
  run: requestBooking,
  fields: { startsAt: 'from', endsAt: 'to', idempotencyKey: 'key' },
  whenRefused: ({ code }, request) =>
    CONFLICTS.includes(code) ? proposeAlternatives(request) : Promise.resolve(undefined),
  goTo: (answer, _, locale) =>
    'bookingId' in answer ? paths.booking(locale, answer.bookingId) : paths.bookings(locale),
});

/** Sends a request. A proposed other time, pressed, only refills the form: nothing is sent unseen. */
export async function requestBookingAction(
  previous: ActionState<RequestAnswer>,
  form: FormData,
): Promise<ActionState<RequestAnswer>> {
  const proposed = proposedTime(form);
  if (proposed) return refill(previous, form, proposed);
  const state = await sendRequest(previous, form);
  return state.error?.code === 'IDEMP' ? askAgain(state) : state;
}

type Proposed = { start: Date; end: Date };

function proposedTime(form: FormData): Proposed | null {
  const choice = form.get('choose');
  if (typeof choice !== 'string') return null;
  const [start, end] = choice.split('/').map((text) => new Date(text));
  if (!start || !end || Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return null;
  return { start, end };
}

function refill(
  previous: ActionState<RequestAnswer>,
  form: FormData,
  proposed: Proposed,
): ActionState<RequestAnswer> {
  const values = typedValues(form);
  const zone = typeof values.zone === 'string' ? values.zone : 'UTC';
  const { from, to, start, end } = whenOf(proposed, zone);
  const time = start === null ? { part: 'day' } : { part: 'own', start, end: end ?? '' };
  delete values.choose;
  return {
    status: 'idle',
    attempt: previous.attempt + 1,
    values: { ...values, from, to, ...time },
    fieldErrors: {},
  };
}

// Back on the page after asking, with another wish in the form: that is a second request, but one
// nobody should send by accident. The next press does it, under a new key.
async function askAgain(state: ActionState<RequestAnswer>): Promise<ActionState<RequestAnswer>> {
  const t = await getTranslations('bookings.request');
  return {
    ...state,
    values: { ...state.values, key: crypto.randomUUID() },
    fieldErrors: {},
    error: { code: 'IDEMP', message: t('askedAlready') },
  };
}

// Both lead to the booking as it stands now: that closes the sheet, and says it without JavaScript.
export const cancelBookingAction = defineAction({
  name: 'cancel-booking',
  schema: cancelSchema,
  run: async (input) => afterAll(await cancelBooking(input)),
  goTo: (_, { bookingId, next }, locale) =>
    next ? safeNext(next, locale) : paths.booking(locale, bookingId, { after: 'cancel' }),
});

export const changeBookingAction = defineAction({
  name: 'change-booking',
  schema: changeSchema,
  run: async (input) => afterAll(await changeBooking(input)),
  goTo: (_, { bookingId }, locale) => paths.booking(locale, bookingId, { after: 'change' }),
});

export const withdrawChangeAction = defineAction({
  name: 'withdraw-change',
  schema: withdrawChangeSchema,
  run: async ({ changeId }) => afterAll(await withdrawChange(changeId)),
  goTo: (_, { bookingId }, locale) => paths.booking(locale, bookingId, { after: 'change' }),
});

export const answerBookingAction = defineAction({
  name: 'answer-booking',
  schema: answerSchema,
  run: async (input) => afterAll(await answerBooking(input)),
  goTo: (_, { bookingId }, locale) => paths.booking(locale, bookingId, { after: 'answer' }),
});

/** Somebody else was first: the page shows how it stands, so that is no failure of the form. */
function afterAll(result: Result<null>): Result<null> {
  return !result.ok && result.error.code === 'BKSTA' ? ok(null) : result;
}
