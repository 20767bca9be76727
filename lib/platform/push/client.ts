import { PUSH_HEADER, PUSH_PATH } from '../pwa/notice';
import { registerWorker } from '../pwa/worker-client';

/** The page's side of push. */

export type PushState =
  /** This browser has none. */
  | 'unsupported'
  /** It would have, were it opened from the home screen (iPhone, iPad). */
  | 'install'
  /** The person, or whoever looks after the device, said no; only its settings can undo that. */
  | 'denied'
  | 'off'
  | 'on';

export async function pushState(key: string): Promise<PushState> {
  if (!('PushManager' in window) || !('Notification' in window)) {
    return isAppleTouch() ? 'install' : 'unsupported';
  }
  if (Notification.permission === 'denied') return 'denied';
  const registration = await ready();
  if (!registration) return 'unsupported';
  const subscription = await registration.pushManager.getSubscription();
  return subscription && hasKey(subscription, key) ? 'on' : 'off';
}

/** iPads call themselves Macs; no Mac has a touch screen. */
function isAppleTouch(): boolean {
  return (
    /iPhone|iPad/.test(navigator.userAgent) ||
    (navigator.userAgent.includes('Mac') && navigator.maxTouchPoints > 1)
  );
}

async function ready(): Promise<ServiceWorkerRegistration | null> {
  return (await registerWorker()) && navigator.serviceWorker.ready;
}

/** Asks the person, then the browser, then tells the server. Must be called from a press. */
export async function turnOnPush(key: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState(key);
  const registration = await ready();
  if (!registration) return 'unsupported';
  const { pushManager } = registration;
  const old = await pushManager.getSubscription();
  // made for keys that the server no longer has
  if (old && !hasKey(old, key)) await old.unsubscribe();
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  if (await tellServer('POST', JSON.stringify(subscription))) return 'on';
  await subscription.unsubscribe();
  throw new Error('the server did not take the subscription');
}

export async function turnOffPush(): Promise<void> {
  const subscription = await (await ready())?.pushManager.getSubscription();
  // the server first: it is the one who sends
  if (!(await tellServer('DELETE'))) throw new Error('the server did not take it');
  await subscription?.unsubscribe();
}

function hasKey({ options }: PushSubscription, key: string): boolean {
  const bytes = options.applicationServerKey;
  // some browsers do not tell: then it is the right one until a push service says otherwise
  if (!bytes) return true;
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === key;
}

async function tellServer(method: 'POST' | 'DELETE', body?: string): Promise<boolean> {
  const response = await fetch(PUSH_PATH, {
    method,
    headers: { 'content-type': 'application/json', [PUSH_HEADER]: '1' },
    ...(body ? { body } : {}),
  }).catch(() => null);
  return response?.ok ?? false;
}
