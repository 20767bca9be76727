import type { FromWorker, QueueAsk, ToWorker } from '../pwa/protocol';
import { registerWorker } from '../pwa/worker-client';
import type { QueuedAct } from './model';

/**
 * The page's side of the queue. The service worker keeps and sends; where there is none (development,
 * some private windows) nothing can wait, and forms say so.
 */

/** Null when there is no worker, or it could not do it. */
async function askQueue(ask: QueueAsk): Promise<unknown> {
  if (!(await registerWorker())) return null;
  const worker = navigator.serviceWorker.controller ?? (await navigator.serviceWorker.ready).active;
  if (!worker) return null;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data);
    };
    const message: ToWorker = { type: 'queue', ask };
    worker.postMessage(message, [port2]);
  });
}

export async function listActs(person: string): Promise<QueuedAct[]> {
  if (!person) return [];
  // why the cast: our own worker answers in the words of model.ts
  return ((await askQueue({ do: 'list', person })) as QueuedAct[] | null) ?? [];
}

/** True once it is on disk. */
export async function keepAct(act: QueuedAct): Promise<boolean> {
  return (await askQueue({ do: 'keep', act })) === true;
}

export async function dropAct(id: string): Promise<void> {
  await askQueue({ do: 'drop', id });
}

/** Tries to send what waits. */
export async function sendActs(person: string): Promise<void> {
  await askQueue({ do: 'send', person });
}

/** Somebody signs out: what waits and what was kept for them goes. */
export async function forgetAll(person: string): Promise<void> {
  await askQueue({ do: 'forget', person });
}

/** Calls back whenever the queue changed; returns how to stop. */
export function onQueueChange(changed: (what: FromWorker) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const listen = ({ data }: MessageEvent) => {
    // why the cast: only our own worker sends to this page
    const message = data as FromWorker | null;
    if (message?.type === 'queue-changed') changed(message);
  };
  navigator.serviceWorker.addEventListener('message', listen);
  return () => {
    navigator.serviceWorker.removeEventListener('message', listen);
  };
}
