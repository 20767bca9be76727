import { expect, type Page, type Worker } from '@playwright/test';
import type { PushNotice } from '@/lib/platform/pwa/notice';
import type { Phone } from './push-service';

/** What the lock screen shows. */
export type Shown = {
  title: string;
  body: string;
  dir: string;
  lang: string;
  tag: string;
  actions: string[];
};

type WorkerEvent =
  | { name: 'ServiceWorker.deliverPushMessage'; data: string }
  | { name: 'ServiceWorker.dispatchSyncEvent'; tag: string; lastChance: boolean };

/**
 * Lets the browser itself wake the service worker, through its own tools; back when the worker has
 * done what the event asked of it. Who asks for the notifications before that can lose one: asked
 * while one is being shown, Chromium takes it for closed and forgets it.
 */
async function wake(page: Page, { name, ...params }: WorkerEvent): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const tools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  const where = { origin: new URL(page.url()).origin, registrationId: await registered };
  const worker = await workerOf(page);
  const done = await workOf(worker, name === 'ServiceWorker.deliverPushMessage' ? 'push' : 'sync');
  // why the cast: which params belong to which name, WorkerEvent says
  await tools.send(name as 'ServiceWorker.deliverPushMessage', { ...where, ...params } as never);
  await done.evaluate(({ work }) => work);
  await tools.detach();
}

/** What the worker does about the next event of this type: settled when it is done with it. */
const workOf = (worker: Worker, type: 'push' | 'sync') =>
  worker.evaluateHandle((awaited) => {
    // why the cast: the worker's global scope is not the window that TypeScript assumes
    const { prototype } = (globalThis as unknown as { ExtendableEvent: { prototype: Waits } })
      .ExtendableEvent;
    const { waitUntil } = prototype;
    const work = new Promise<unknown>((resolve) => {
      prototype.waitUntil = function (promise) {
        waitUntil.call(this, promise);
        if (this.type !== awaited) return;
        prototype.waitUntil = waitUntil;
        // how it ended is for the test to see, on the screen
        resolve(promise.catch(() => undefined));
      };
    });
    // in an object: a bare promise would be waited for here and now
    return { work };
  }, type);

type Waits = Event & { waitUntil: (this: Waits, work: Promise<unknown>) => void };

/** Hands a push to the page's service worker. */
export const deliver = (page: Page, notice: PushNotice): Promise<void> =>
  wake(page, { name: 'ServiceWorker.deliverPushMessage', data: JSON.stringify(notice) });

/** What the phone does by itself once it has network again: Background Sync. */
export const syncInBackground = (page: Page): Promise<void> =>
  wake(page, {
    name: 'ServiceWorker.dispatchSyncEvent',
    tag: 'allmende-queue',
    lastChance: false,
  });

/** The browser gave the phone another address to push to, and says so to the worker. */
export async function moveTo(page: Page, phone: Phone): Promise<void> {
  const worker = await workerOf(page);
  await worker.evaluate(async (subscription) => {
    let work: Promise<unknown> | undefined;
    const event = Object.assign(new Event('pushsubscriptionchange'), {
      oldSubscription: null,
      newSubscription: subscription,
      waitUntil: (promise: Promise<unknown>) => {
        work = promise;
      },
    });
    globalThis.dispatchEvent(event);
    await work;
  }, phone.subscription);
}

async function workerOf(page: Page): Promise<Worker> {
  return page.context().serviceWorkers()[0] ?? (await page.context().waitForEvent('serviceworker'));
}

export function shown(page: Page): Promise<Shown[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map((one) => ({
      title: one.title,
      body: one.body,
      dir: one.dir,
      lang: one.lang,
      tag: one.tag,
      actions: ((one as { actions?: { action: string }[] }).actions ?? []).map(
        ({ action }) => action,
      ),
    }));
  });
}

/** Waits for the one notification that there is. */
export async function theOne(page: Page): Promise<Shown> {
  await expect.poll(async () => (await shown(page)).length).toBe(1);
  const [one] = await shown(page);
  if (!one) throw new Error('it went again');
  return one;
}

/**
 * Presses a notification, or one of its buttons ('' for the notification itself); gives the address that it opened.
 * The event is the browser's own kind; nobody but a hand can press a real one.
 */
export async function press(page: Page, action: '' | 'approve' | 'decline'): Promise<string> {
  const worker = await workerOf(page);
  return worker.evaluate(async (which) => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      clients: { openWindow: (href: string) => Promise<null> };
      NotificationEvent: new (type: string, init: object) => Event;
    };
    const [notification] = await scope.registration.getNotifications();
    const event = new scope.NotificationEvent('notificationclick', { notification, action: which });
    let opened = '';
    let work: Promise<unknown> | undefined;
    // only the browser may keep a worker alive, and only a hand may open windows
    Object.defineProperty(event, 'waitUntil', {
      value: (promise: Promise<unknown>) => {
        work = promise;
      },
    });
    Object.defineProperty(scope.clients, 'openWindow', {
      configurable: true,
      value: (href: string) => {
        opened = href;
        return Promise.resolve(null);
      },
    });
    globalThis.dispatchEvent(event);
    await work;
    return opened;
  }, action);
}
