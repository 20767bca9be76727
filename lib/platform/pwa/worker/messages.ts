/// <reference lib="webworker" />
import { CACHES, type ToWorker } from '../protocol';
import { keepOldPages, keepPages, showingCopy, stopKeeping } from './pages';
import { endPush } from './push';
import { answerQueue } from './queue';

// why declare: the worker's global scope is not the window that TypeScript assumes
declare const self: ServiceWorkerGlobalScope;

/** What pages ask for; only windows of our own origin can send these. */
export function answerMessages(event: ExtendableMessageEvent): void {
  // why the cast: only our own pages speak here, in the words of protocol.ts
  const message = event.data as ToWorker;
  switch (message.type) {
    case 'keep':
      event.waitUntil(keep(message.pages, message.offlinePage));
      break;
    case 'keep-also':
      event.waitUntil(keepOldPages(message.pages));
      break;
    case 'person':
      event.waitUntil(changePerson(message.person));
      break;
    case 'is-copy':
      event.ports[0]?.postMessage(
        event.source instanceof Client && showingCopy.has(event.source.id),
      );
      break;
    case 'queue': {
      if (message.ask.do === 'forget') event.waitUntil(endPush());
      const source = event.source instanceof Client ? event.source.id : '';
      const [port] = event.ports;
      event.waitUntil(
        answerQueue(message.ask, source).then(
          (answer) => port?.postMessage(answer),
          () => port?.postMessage(null),
        ),
      );
      break;
    }
    case 'take-over':
      event.waitUntil(self.skipWaiting());
      break;
    case 'make-way':
      stopKeeping();
  }
}

async function keep(paths: string[], offlinePath: string): Promise<void> {
  const pages = await caches.open(CACHES.pages);
  // once for each life of the worker is enough to follow a new version
  if (!offlineIsFresh || !(await pages.match(offlinePath))) {
    await keepPages([offlinePath, `${offlinePath}/unsent`]);
    offlineIsFresh = true;
  }
  await keepPages(paths);
}

let offlineIsFresh = false;

/** Another person, or nobody: the pages kept so far are not theirs to see. */
async function changePerson(person: string): Promise<void> {
  const about = await caches.open(CACHES.about);
  const known = await (await about.match('/person'))?.text();
  if (known === person) return;
  if (known) {
    // nobody is signed in: what is under way is still theirs, and says so on their own lock screen
    if (person) await endPush();
    const pages = await caches.open(CACHES.pages);
    for (const request of await pages.keys()) {
      if (!new URL(request.url).pathname.endsWith('/offline')) await pages.delete(request);
    }
    await caches.delete(CACHES.shared);
    // its menu is another person's: fetched anew with the next page
    offlineIsFresh = false;
  }
  await about.put('/person', new Response(person));
}
