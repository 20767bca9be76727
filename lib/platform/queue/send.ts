import { afterAnswer, QUEUE_HEADERS, QUEUE_PATH, type QueueAnswer, type QueuedAct } from './model';
import { allActs, dropAct, putAct } from './store';

/** Sending what waits; runs in the service worker. */

const SENT_STAYS_MS = 3 * 86_400_000;

type Sweep = {
  person: string;
  /** Whether a window still lives; what a dead one was sending is ours to send. */
  isAlive: (client: string) => Promise<boolean>;
  at: Date;
};

/**
 * Sends everything of this person that waits, in order. Returns what changed; throws when the network
 * failed, so that Background Sync tries again.
 *
 * why the lock: several windows and a sync event may ask at once.
 */
export async function sendWaiting({ person, isAlive, at }: Sweep): Promise<QueuedAct[]> {
  return navigator.locks.request('allmende-queue', async () => {
    const changed: QueuedAct[] = [];
    for (const act of await allActs()) {
      if (act.state === 'sent' && at.getTime() - Date.parse(act.at) > SENT_STAYS_MS) {
        await dropAct(act.id);
      }
      if (act.person !== person || !(await isOurs(act, isAlive))) continue;
      const after = afterAnswer(act, await post(act));
      await putAct(after);
      changed.push(after);
      // nothing else would fare better now
      if (after.state === 'waiting') break;
    }
    return changed;
  });
}

async function isOurs(act: QueuedAct, isAlive: Sweep['isAlive']): Promise<boolean> {
  if (act.state !== 'sending') return act.state === 'waiting';
  return !(act.client && (await isAlive(act.client)));
}

async function post(act: QueuedAct): Promise<QueueAnswer> {
  const body = new FormData();
  for (const [name, entry] of act.entries) {
    if (typeof entry === 'string') body.append(name, entry);
    else body.append(name, entry, entry.name);
  }
  const response = await fetch(QUEUE_PATH, {
    method: 'POST',
    body,
    headers: {
      [QUEUE_HEADERS.form]: act.form,
      [QUEUE_HEADERS.person]: act.person,
      // what proxy.ts says of pages: whose language the answer is in, and where it belongs
      'x-locale': act.locale,
      'x-path': encodeURI(act.place),
    },
  });
  if (!response.headers.get('content-type')?.startsWith('application/json'))
    return { status: 'later' };
  // why the cast: our own endpoint speaks in the words of model.ts
  return (await response.json()) as QueueAnswer;
}
