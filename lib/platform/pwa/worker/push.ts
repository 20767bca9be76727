/// <reference lib="webworker" />
import { now } from '../../clock';
import type { QueuedAct } from '../../queue/model';
import { allActs } from '../../queue/store';
import { PUSH_HEADER, PUSH_PATH, type Decide, type PushNotice } from '../notice';
import { answerQueue, onSent, personHere, sendNow } from './queue';

// why declare: the worker's global scope is not the window that TypeScript assumes
declare const self: ServiceWorkerGlobalScope;

const LOOK = { icon: '/icons/icon-192.png' };

/** A push arrived: what it says is written already, in the reader's language. */
export async function showPush({ data }: PushEvent): Promise<void> {
  // why the cast: only our own server can write what this browser can read
  const notice = data?.json() as PushNotice | undefined;
  if (!notice) return;
  const person = await personHere();
  // Somebody else is at this device now: it is not theirs to read.
  if (person && person !== notice.person) return endPush();
  const { title, body, lang, dir, tag, decide } = notice;
  await self.registration.showNotification(title, {
    ...LOOK,
    body,
    lang,
    dir,
    tag,
    renotify: true,
    data: notice,
    actions: decide
      ? [
          { action: 'approve', title: decide.approve },
          { action: 'decline', title: decide.decline },
        ]
      : [],
  });
}

/** Pressed: a yes or a no goes out from here, anything else leads to the page. */
export async function pressPush({ notification, action }: NotificationEvent): Promise<void> {
  notification.close();
  // why the cast: showPush put it there
  const notice = notification.data as PushNotice;
  const person = await personHere();
  const isTheirs = person === notice.person;
  if (isTheirs && notice.decide && (action === 'approve' || action === 'decline')) {
    return decideNow(notice, notice.decide, action);
  }
  return openPage(notice.path);
}

/** The very act that the form in the inbox would send, through the same queue, once however often it is pressed. */
async function decideNow(notice: PushNotice, decide: Decide, action: Answer): Promise<void> {
  const { booking, thing, locale, reason } = decide;
  const act: QueuedAct = {
    id: actId(action, booking),
    person: notice.person,
    form: `${action}-booking`,
    title: thing,
    about: booking,
    place: `/${locale}/inbox`,
    locale,
    entries: [
      ['bookingId', booking],
      ['place', 'notice'],
      ['reason', action === 'decline' ? reason : ''],
    ],
    at: now().toISOString(),
    state: 'waiting',
  };
  await answerQueue({ do: 'keep', act }, '');
  await sendNow(notice.person).catch(() => undefined);
  const after = (await allActs()).find(({ id }) => id === act.id);
  await sayWhatCameOfIt(notice, decide, action, after);
}

type Answer = 'approve' | 'decline';

const actId = (action: Answer, booking: string) => `push-${action}-${booking}`;

/** An answer that waits for the network: what it needs to say later what came of it. */
type Waiting = { notice: PushNotice; action: Answer };

// What waited is sent: the lock screen must not go on saying “not sent yet”.
onSent(async (changed) => {
  for (const { data } of await self.registration.getNotifications()) {
    // why the cast: sayWhatCameOfIt put it there
    const waiting = (data as { waiting?: Waiting } | null)?.waiting;
    const decide = waiting?.notice.decide;
    if (!waiting || !decide) continue;
    const { notice, action } = waiting;
    const act = changed.find(({ id }) => id === actId(action, decide.booking));
    if (act && act.state !== 'waiting') await sayWhatCameOfIt(notice, decide, action, act);
  }
});

async function sayWhatCameOfIt(
  notice: PushNotice,
  decide: Decide,
  action: Answer,
  act: QueuedAct | undefined,
): Promise<void> {
  const { tag, lang, dir, path, person } = notice;
  const { thing, locale, waits, late, refused, notSent } = decide;
  const about: PushNotice & { waiting?: Waiting } = {
    ...{ person, lang, dir, tag, path },
    title: '',
    body: thing,
  };
  const unsent = `/${locale}/offline/unsent`;
  if (act === undefined || act.state === 'sent') {
    about.title = action === 'approve' ? decide.approved : decide.declined;
  } else if (act.refusal?.error.code === 'BKSTA') {
    // there is nothing left to decide
    await answerQueue({ do: 'drop', id: act.id }, '');
    Object.assign(about, { title: late, body: `${thing}\n${act.refusal.error.message}` });
  } else if (act.refusal) {
    Object.assign(about, { title: refused, body: act.refusal.error.message, path: unsent });
  } else {
    Object.assign(about, { title: notSent, body: `${thing}\n${waits}`, path: unsent });
    about.waiting = { notice, action };
  }
  await self.registration.showNotification(about.title, {
    ...LOOK,
    body: about.body,
    lang,
    dir,
    tag,
    silent: true,
    // what is not sent yet stays in sight until it is: a desk lets others go by themselves after seconds
    requireInteraction: about.waiting !== undefined,
    data: about,
  });
}

/** The window that shows it already, else a new one: a half-filled form in another is nobody's to leave. */
async function openPage(path: string): Promise<void> {
  const { href, pathname } = new URL(path, self.location.origin);
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find(({ url }) => new URL(url).pathname === pathname);
  if (there) await there.focus();
  else await self.clients.openWindow(href);
}

/** This device is told nothing any more: its person went, or another one came. */
export async function endPush(): Promise<void> {
  // not every browser has one
  if ('PushManager' in self) {
    const subscription = await self.registration.pushManager.getSubscription();
    await subscription?.unsubscribe();
  }
  for (const shown of await self.registration.getNotifications()) shown.close();
}

/** The browser changed its address; only the server's record is old. */
export async function renewPush(event: PushSubscriptionChangeEvent): Promise<void> {
  const fresh = event.newSubscription ?? (await subscribeAgain(event.oldSubscription));
  if (!fresh) return;
  await fetch(PUSH_PATH, {
    method: 'POST',
    body: JSON.stringify(fresh),
    headers: { 'content-type': 'application/json', [PUSH_HEADER]: '1' },
  });
}

async function subscribeAgain(old: PushSubscription | null): Promise<PushSubscription | null> {
  const applicationServerKey = old?.options.applicationServerKey ?? (await currentKey());
  if (!applicationServerKey) return null;
  return self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

async function currentKey(): Promise<string | null> {
  const response = await fetch(PUSH_PATH);
  // why the cast: our own endpoint
  return response.ok ? ((await response.json()) as { key: string }).key : null;
}
