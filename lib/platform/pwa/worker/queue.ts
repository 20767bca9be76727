/// <reference lib="webworker" />
import { now } from '../../clock';
import { sendWaiting } from '../../queue/send';
import { allActs, dropAct, putAct } from '../../queue/store';
import type { QueuedAct } from '../../queue/model';
import { CACHES, type FromWorker, type QueueAsk } from '../protocol';

// why declare: the worker's global scope is not the window that TypeScript assumes
declare const self: ServiceWorkerGlobalScope & {
  // Background Sync, where the platform has it
  registration: { sync?: { register: (tag: string) => Promise<void> } };
};

/** What pages ask of the queue; the answer goes back through the port that came along. */
export async function answerQueue(ask: QueueAsk, source: string): Promise<unknown> {
  switch (ask.do) {
    case 'list':
      return Promise.all(
        (await allActs()).filter(({ person }) => person === ask.person).map(asItStands),
      );
    case 'keep':
      await putAct({ ...ask.act, client: source });
      // an ordinary press with network: nothing to show
      if (ask.act.state === 'sending') return true;
      if (ask.act.state === 'waiting') await sendSoon();
      break;
    case 'drop':
      await dropAct(ask.id);
      break;
    case 'send':
      await sendNow(ask.person);
      return true;
    case 'forget':
      for (const act of await allActs()) if (act.person === ask.person) await dropAct(act.id);
      // their pages went with the change of person (messages.ts)
      await caches.delete(CACHES.pictures);
  }
  await tellPages([]);
  return true;
}

/** What a window was sending when it died waits like the rest. */
async function asItStands(act: QueuedAct): Promise<QueuedAct> {
  const isOrphan = act.state === 'sending' && !(act.client && (await isAlive(act.client)));
  return isOrphan ? { ...act, state: 'waiting' } : act;
}

async function isAlive(client: string): Promise<boolean> {
  return Boolean(await self.clients.get(client));
}

async function sendSoon(): Promise<void> {
  // where there is none, pages ask when they start, come to the front or are online again
  await self.registration.sync?.register(SYNC_TAG).catch(() => undefined);
}

export const SYNC_TAG = 'allmende-queue';

/** Sends what waits for the person whose device this is now. Throws when the network fails. */
export async function sendNow(whose?: string): Promise<void> {
  const person = whose ?? (await personHere());
  if (!person) return;
  const changed = await sendWaiting({
    person,
    at: now(),
    isAlive,
  });
  if (changed.length === 0) return;
  await tellPages(changed);
  await hearsOfSent(changed);
}

type Hearing = (changed: QueuedAct[]) => Promise<void>;
let hearsOfSent: Hearing = () => Promise.resolve();

/** Who else wants to know what became of what waited: the lock screen (push.ts). */
export function onSent(hearing: Hearing): void {
  hearsOfSent = hearing;
}

/** Whose device this is; empty: nobody is signed in, or it was never told. */
export async function personHere(): Promise<string> {
  const about = await caches.open(CACHES.about);
  return (await (await about.match('/person'))?.text()) ?? '';
}

async function tellPages(changed: QueuedAct[]): Promise<void> {
  const message: FromWorker = {
    type: 'queue-changed',
    answered: changed.map(({ form, title, state }) => ({ form, title, state })),
  };
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(message);
}
