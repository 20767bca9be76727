import type { Page } from '@playwright/test';
import { Inbox } from './screens/inbox';
import { actAs } from './support/acting';
import { query } from './support/database';
import { expect, test as base } from './support/fixtures';
import { waitForMail } from './support/inbox';
import { deliver, moveTo, press, shown, syncInBackground, theOne } from './support/notifications';
import { ADMIN, APPROVER, MEMBER } from './support/people';
import { Phone, PushService } from './support/push-service';
import { signInWithCode } from './support/sign-in';
import { freeDay } from './support/states';

const test = base.extend<{ service: PushService }>({
  service: async ({ browserName }, use) => {
    expect(browserName, 'the tools that deliver a push are Chromium’s').toBe('chromium');
    const service = new PushService();
    await service.open();
    await use(service);
    await service.close();
    await query('delete from public.push_subscriptions');
  },
});

/** A phone whose browser believes in our push service, and may show notifications. */
async function withPush(page: Page, service: PushService): Promise<Phone> {
  const phone = new Phone(service);
  await page.context().grantPermissions(['notifications']);
  await phone.lendTo(page);
  return phone;
}

const vapidKey = async (page: Page): Promise<string> =>
  ((await (await page.request.get('/api/push')).json()) as { key: string }).key;

/** A member asks for a hall for whose requests the approver answers. */
async function requested(slug: string, from: number, purpose: string): Promise<string> {
  const { id, day } = await freeDay(slug, from);
  const [club] = await query<{ id: string }>(
    `select m.organisation_id as id from public.memberships m join auth.users u on u.id = m.person_id where u.email = $1 limit 1`,
    [MEMBER],
  );
  const booking = await actAs<{ id: string }>(MEMBER, 'request_booking', {
    p_resource_id: id,
    p_organisation_id: club?.id,
    p_starts_at: `${day}T10:00:00Z`,
    p_ends_at: `${day}T12:00:00Z`,
    p_purpose: purpose,
  });
  return booking.id;
}

const status = async (id: string) =>
  (await query<{ status: string }>('select status from public.bookings where id = $1', [id]))[0]
    ?.status;
const declines = (id: string) =>
  query(`select 1 from public.booking_log where booking_id = $1 and action = 'declined'`, [id]);
const devices = () => query('select 1 from public.push_subscriptions');

/** An approver who said “yes, tell me” in the inbox. */
async function listening(page: Page, service: PushService): Promise<Phone> {
  const phone = await withPush(page, service);
  await new Inbox(page).open();
  await page.getByRole('button', { name: 'Ja, gern' }).click();
  await expect(page.getByRole('button', { name: 'Ja, gern' })).toHaveCount(0);
  await expect.poll(devices).toHaveLength(1);
  // the worker has heard whose device this is
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/person'))?.text()))
    .toBeTruthy();
  return phone;
}

test('an approver is asked once whether to be told, gets the push of a real request, and says yes from the lock screen', async ({
  phoneOf,
  service,
}) => {
  const page = await phoneOf(APPROVER);
  const phone = await listening(page, service);
  const booking = await requested('saal-links', 110, 'Push und ja');
  const notice = await service.next(phone, await vapidKey(page));
  expect(notice.title).toMatch(/^Anfrage: Bürgerhaus, Saal links /);
  await deliver(page, notice);
  expect(await theOne(page)).toMatchObject({
    title: notice.title,
    dir: 'ltr',
    lang: 'de',
    tag: `booking-${booking}`,
    actions: ['approve', 'decline'],
  });
  expect(await press(page, 'approve')).toBe('');
  expect(await status(booking)).toBe('approved');
  // the same notification says what came of it, and nothing is left to send
  expect(await theOne(page)).toMatchObject({
    title: 'Zugesagt!',
    body: expect.stringContaining('Saal links'),
    actions: [],
  });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Ja, gern' })).toHaveCount(0);
  await expect(page.locator('[data-unsent]')).toHaveCount(0);
});

test('a no without network waits on the phone, and says so there and in the app', async ({
  phoneOf,
  service,
}) => {
  test.setTimeout(120_000);
  const page = await phoneOf(APPROVER);
  const phone = await listening(page, service);
  const booking = await requested('saal-rechts', 110, 'Push und nein');
  await deliver(page, await service.next(phone, await vapidKey(page)));
  await theOne(page);
  await page.context().setOffline(true);
  await press(page, 'decline');
  expect((await theOne(page)).title).toBe('Noch nicht gesendet');
  expect(await status(booking)).toBe('requested');
  await expect(page.locator('[data-unsent]')).toHaveText('1');

  await page.context().setOffline(false);
  // the page may notice the network before the worker has it; then it asks once more after half a minute
  await expect.poll(() => status(booking), { timeout: 45_000 }).toBe('declined');
  await expect(page.locator('[data-unsent]')).toHaveCount(0);
  await expect
    .poll(async () => (await shown(page)).map(({ title }) => title))
    .toEqual(['Abgelehnt']);
  expect(await declines(booking)).toHaveLength(1);
});

test('a no without network goes out by itself when the phone is online again, with the app closed', async ({
  phoneOf,
  service,
}) => {
  const page = await phoneOf(APPROVER);
  const phone = await listening(page, service);
  const booking = await requested('saal-rechts', 130, 'Push und nein, später');
  await deliver(page, await service.next(phone, await vapidKey(page)));
  await theOne(page);
  // no page of ours is open any more: a picture has no script that could notice the network
  await page.goto('/icons/icon-192.png');
  await page.context().setOffline(true);
  await press(page, 'decline');
  expect((await theOne(page)).title).toBe('Noch nicht gesendet');
  expect(await status(booking)).toBe('requested');

  await page.context().setOffline(false);
  await syncInBackground(page);
  await expect.poll(() => status(booking)).toBe('declined');
  await expect
    .poll(async () => (await shown(page)).map(({ title }) => title))
    .toEqual(['Abgelehnt']);
  // another round finds nothing left to send
  await syncInBackground(page);
  await page.goto('/de/inbox');
  await expect(page.locator('[data-unsent]')).toHaveCount(0);
  expect(await declines(booking)).toHaveLength(1);
});

test('a phone whose address changed is reached at the new one', async ({ phoneOf, service }) => {
  const page = await phoneOf(APPROVER);
  const before = await listening(page, service);
  const moved = new Phone(service);
  await moveTo(page, moved);
  await expect
    .poll(() =>
      query('select 1 from public.push_subscriptions where endpoint = $1', [
        moved.subscription.endpoint,
      ]),
    )
    .toHaveLength(1);
  // the address that the browser gave up answers as push services do
  expect(before.path).not.toBe(moved.path);
  await requested('saal-links', 140, 'Push nach dem Umzug');
  const notice = await service.next(moved, await vapidKey(page));
  expect(notice.title).toMatch(/^Anfrage: Bürgerhaus, Saal links /);
});

test('who presses yes after a colleague said no is told so, in words', async ({
  phoneOf,
  service,
}) => {
  const page = await phoneOf(APPROVER);
  const phone = await listening(page, service);
  const booking = await requested('saal-links', 120, 'Push zu spät');
  await deliver(page, await service.next(phone, await vapidKey(page)));
  await theOne(page);
  await actAs(APPROVER, 'decline_booking', { p_booking_id: booking, p_note: 'Geht nicht' });
  await press(page, 'approve');
  const { title, body } = await theOne(page);
  expect(title).toBe('Da war schon jemand schneller');
  expect(body.split('\n')[1]).toMatch(/\S{3,}/);
  expect(await status(booking)).toBe('declined');
  await page.goto('/de/account');
  expect(await press(page, '')).toMatch(new RegExp(`/de/inbox#b-${booking}$`));
  await expect(page.locator('[data-unsent]')).toHaveCount(0);
});

test('a press beside the buttons opens the request; a push for somebody else is not shown', async ({
  phoneOf,
  service,
}) => {
  const page = await phoneOf(APPROVER);
  const phone = await listening(page, service);
  const booking = await requested('saal-rechts', 120, 'Push zum Ansehen');
  const notice = await service.next(phone, await vapidKey(page));
  await deliver(page, { ...notice, person: '00000000-0000-4000-8000-000000000000' });
  await deliver(page, notice);
  await theOne(page);
  await page.goto('/de/account');
  expect(await press(page, '')).toMatch(new RegExp(`/de/inbox#b-${booking}$`));
  expect(await shown(page)).toEqual([]);
});

test('a phone that is gone is forgotten, and the mail arrives all the same', async ({
  phoneOf,
  service,
}) => {
  const page = await phoneOf(APPROVER);
  const phone = await listening(page, service);
  service.status = 503;
  const since = new Date();
  await requested('saal-links', 130, 'Push ins Leere');
  await expect.poll(() => service.count(phone)).toBe(1);
  expect(await devices()).toHaveLength(1);
  await waitForMail(APPROVER, ({ Text }) => Text.includes('Push ins Leere'), since);
  service.status = 410;
  await query('update private.push_deliveries set next_attempt_at = now() where sent_at is null');
  await expect.poll(devices).toHaveLength(0);
});

test('one chooses what to be told of, sees the devices, and signing out ends it on this one', async ({
  passerBy,
  service,
}) => {
  const page = await passerBy();
  await withPush(page, service);
  await signInWithCode(page, ADMIN);
  await page.goto('/de/account');
  await page.getByRole('button', { name: 'Hier einschalten' }).click();
  await expect(page.getByText('Auf diesem Gerät eingeschaltet')).toBeVisible();
  await expect(page.getByText('dieses Gerät', { exact: true })).toBeVisible();
  await page.getByLabel('Morgen geht es los').uncheck();
  await page.getByRole('button', { name: 'Auswahl speichern' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await expect(page.getByLabel('Morgen geht es los')).not.toBeChecked();
  await expect(page.getByLabel('Zusagen und Absagen')).toBeChecked();
  expect(await query('select muted from public.push_settings')).toEqual([{ muted: ['tomorrow'] }]);
  expect(await devices()).toHaveLength(1);
  await page.getByRole('button', { name: 'Auf diesem Gerät abmelden' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/account'));
  expect(await devices()).toEqual([]);
  await query('delete from public.push_settings');
});

test('who says no is not asked again, and a browser that refuses is explained', async ({
  phoneOf,
}) => {
  const page = await phoneOf(APPROVER);
  await page.context().grantPermissions(['notifications']);
  await new Inbox(page).open();
  await page.getByRole('button', { name: 'Nein, danke' }).click();
  await expect(page.getByRole('button', { name: 'Ja, gern' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Eingang' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ja, gern' })).toHaveCount(0);
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { value: 'denied' });
  });
  await page.goto('/de/account');
  await expect(page.getByText(/Dieser Browser hält Nachrichten von Allmende zurück/)).toBeVisible();
});
