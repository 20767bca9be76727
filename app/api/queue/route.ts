import {
  approveBookingAction,
  askAboutBookingAction,
  declineBookingAction,
} from '@/lib/approvals/actions';
import {
  answerBookingAction,
  cancelBookingAction,
  requestBookingAction,
} from '@/lib/bookings/actions';
import { damageAction, handOverAction, noShowAction, takeBackAction } from '@/lib/handover/actions';
import { listResourceAction } from '@/lib/listings/actions';
import { getViewer } from '@/lib/platform/auth/viewer';
import type { ErrorCode } from '@/lib/platform/errors';
import { REPLAY, type ActionState } from '@/lib/platform/forms';
import { log } from '@/lib/platform/log';
import { QUEUE_HEADERS, type QueueAnswer, type QueuedForm } from '@/lib/platform/queue/model';

/** The very actions that the forms call: the queue has no rules of its own. */
const ACTIONS: Record<QueuedForm, (form: FormData) => Promise<ActionState>> = {
  'request-booking': (form) => requestBookingAction(REPLAY, form),
  'cancel-booking': (form) => cancelBookingAction(REPLAY, form),
  'answer-booking': (form) => answerBookingAction(REPLAY, form),
  'approve-booking': (form) => approveBookingAction(REPLAY, form),
  'decline-booking': (form) => declineBookingAction(REPLAY, form),
  'ask-about-booking': (form) => askAboutBookingAction(REPLAY, form),
  'hand-over': (form) => handOverAction(REPLAY, form),
  'take-back': (form) => takeBackAction(REPLAY, form),
  'take-back-flawed': (form) => takeBackAction(REPLAY, form),
  'no-show': (form) => noShowAction(REPLAY, form),
  'report-damage': (form) => damageAction(REPLAY, form),
  'list-resource': (form) => listResourceAction(REPLAY, form),
};

/** The backend is away, or asks for patience: nothing is decided yet. */
const LATER: readonly ErrorCode[] = ['NETWK', 'RATEL'];
// as for the forms themselves, see next.config.ts
const MAX_BYTES = 12_000_000;

/**
 * A form that waited on a device without network, sent by the service worker; see docs/offline.md.
 * Another site can not send it: it does not get our headers past the browser.
 */
export async function POST(request: Request): Promise<Response> {
  const name = request.headers.get(QUEUE_HEADERS.form) ?? '';
  if (!isQueued(name)) return Response.json({ error: 'NTFND' }, { status: 404 });
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) {
    return Response.json({ error: 'INPUT' }, { status: 413 });
  }
  try {
    const viewer = await getViewer();
    if (viewer?.id !== request.headers.get(QUEUE_HEADERS.person)) {
      return answer({ status: 'not-yours' });
    }
    return answer(answerOf(await ACTIONS[name](await request.formData())));
  } catch (error) {
    log.error(`the queue's ${name} failed`, error);
    return answer({ status: 'later' });
  }
}

function answerOf(state: ActionState): QueueAnswer {
  if (!state.error) return { status: 'done', goTo: state.goTo ?? '' };
  if (state.error.code === 'LOGIN') return { status: 'not-yours' };
  if (LATER.includes(state.error.code)) return { status: 'later' };
  return {
    status: 'refused',
    error: state.error,
    fieldErrors: state.fieldErrors,
    ...(state.value === undefined ? {} : { value: state.value }),
  };
}

function isQueued(name: string): name is QueuedForm {
  return Object.hasOwn(ACTIONS, name);
}

function answer(body: QueueAnswer): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}
