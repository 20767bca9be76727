import { WORKER_PATH, type ToWorker } from './protocol';

/** The page's side of the service worker. Where there is none (development, old browsers) nothing happens. */

let registering: Promise<ServiceWorkerRegistration | null> | undefined;

export function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  registering ??= register();
  return registering;
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  return navigator.serviceWorker.register(WORKER_PATH).catch(() => null);
}

export async function tellWorker(message: ToWorker): Promise<void> {
  if (!(await registerWorker())) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(message);
}

/** Whether this window shows a kept copy because the network failed or was very slow. */
export async function showsCopy(): Promise<boolean> {
  if (!(await registerWorker())) return false;
  const worker = navigator.serviceWorker.controller;
  if (!worker) return false;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data === true);
    };
    const question: ToWorker = { type: 'is-copy' };
    worker.postMessage(question, [port2]);
  });
}

const LOOK_AGAIN_MS = 60 * 60_000;

/** Calls back when a new version waits; `takeOver` lets it in and reloads this window, no other. */
export async function whenNewVersion(found: (takeOver: () => void) => void): Promise<void> {
  const registration = await registerWorker();
  if (!registration) return;
  lookAgain(registration);
  const offer = (worker: ServiceWorker) => {
    found(() => {
      letIn(worker);
    });
  };
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      // the very first version replaces nothing
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
    });
  });
}

function letIn(worker: ServiceWorker): void {
  const reload = () => {
    location.reload();
  };
  // another window has let it in already, and left this one alone
  if (worker.state === 'activated') {
    reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  const takeOver: ToWorker = { type: 'take-over' };
  worker.postMessage(takeOver);
  const makeWay: ToWorker = { type: 'make-way' };
  navigator.serviceWorker.controller?.postMessage(makeWay);
}

/** why: browsers look for a new version at full loads only, and an app on the home screen has few. */
function lookAgain(registration: ServiceWorkerRegistration): void {
  let lookedAt = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - lookedAt < LOOK_AGAIN_MS)
      return;
    lookedAt = performance.now();
    registration.update().catch(() => undefined); // no network: next time
  });
}
