import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import sharp from 'sharp';
import { CHROMIUM_ARGS, ensureChromium } from '../scripts/chromium';
import { ResourceScreen } from './screens/resource';
import { Unsent } from './screens/unsent';
import { query } from './support/database';
import { required } from './support/env';
import { expect, test } from './support/fixtures';
import { kept } from './support/kept';
import { APPROVER, MEMBER, OTHER_MEMBER } from './support/people';
import { enterCode, signInWithCode } from './support/sign-in';
import { freeDay, onDay, type FreeDay } from './support/states';

const NOT_SENT = 'Noch nicht gesendet';

const asked = (purpose: string) =>
  query<{ id: string; status: string }>(
    'select id, status from public.bookings where purpose = $1',
    [purpose],
  );

/** On the page of a thing, with everything it needs without network. */
async function atThing(page: Page, thing: FreeDay): Promise<ResourceScreen> {
  const resource = new ResourceScreen(page);
  await resource.open(thing.slug, onDay(thing.day));
  await resource.title(thing.title).waitFor();
  await kept(page, `/de/ostviertel/resources/${thing.slug}`);
  await kept(page, '/de/offline/unsent');
  return resource;
}

async function askOffline(page: Page, thing: FreeDay, purpose: string): Promise<void> {
  const resource = await atThing(page, thing);
  await page.context().setOffline(true);
  await resource.fillPurpose(purpose);
  await resource.button().click();
  await expect(page.getByRole('alert').getByText(NOT_SENT)).toBeVisible();
}

/** Its owner closes the thing for that day, as an admin of theirs would. */
const take = ({ id, day }: FreeDay) =>
  query(
    `with who as materialized (
       select set_config('request.jwt.claims', json_build_object('sub', m.person_id, 'role', 'authenticated')::text, true)
       from public.resources r
       join public.memberships m on m.organisation_id = r.organisation_id and m.role in ('approver', 'admin')
       where r.id = $1 limit 1)
     select public.close_resource($1, $2::timestamp at time zone 'Europe/Berlin',
       ($2::date + 1)::timestamp at time zone 'Europe/Berlin', 'Familienfest') from who`,
    [id, day],
  );

test('a request written without network is shown as not sent, and sent once when there is some', async ({
  phoneOf,
}) => {
  const phone = await phoneOf(MEMBER);
  const thing = await freeDay('grosser-saal', 40);
  await askOffline(phone, thing, 'Ohne Netz gefragt');
  const unsent = new Unsent(phone);
  await expect(unsent.count()).toHaveText('1');
  // pressed again: still one
  await new ResourceScreen(phone).button().click();
  await expect(unsent.count()).toHaveText('1');
  expect(await asked('Ohne Netz gefragt')).toEqual([]);

  await phone.context().setOffline(false);
  await expect.poll(() => asked('Ohne Netz gefragt')).toHaveLength(1);
  await expect(unsent.count()).toHaveCount(0);
  await unsent.open();
  await unsent
    .card(/Großer Saal/)
    .getByRole('link', { name: 'Ansehen' })
    .click();
  await expect(phone.getByRole('heading', { level: 1, name: /Großer Saal/ })).toBeVisible();
  expect(await asked('Ohne Netz gefragt')).toHaveLength(1);
});

test('a request that meets a taken day waits for a decision, with the same alternatives as online', async ({
  phoneOf,
}) => {
  const phone = await phoneOf(MEMBER);
  const thing = await freeDay('grosser-saal', 50);
  await askOffline(phone, thing, 'Zu spät gefragt');
  await take(thing);
  await phone.context().setOffline(false);
  const unsent = new Unsent(phone);
  await expect(phone.getByText(/Braucht eine Entscheidung: Anfrage · Großer Saal/)).toBeAttached();
  await unsent.open();
  const card = unsent.card(/Großer Saal/);
  await expect(card.getByRole('heading', { name: 'Dann wäre es frei' })).toBeVisible();
  // it stays refused until somebody decides
  await phone.reload();
  await expect(card).toBeVisible();
  expect(await asked('Zu spät gefragt')).toEqual([]);
  await card.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(card).toHaveCount(0);
  await expect(unsent.count()).toHaveCount(0);
});

test('what waits can be changed at its form, and dropped', async ({ phoneOf }) => {
  const phone = await phoneOf(MEMBER);
  const thing = await freeDay('grosser-saal', 60);
  await askOffline(phone, thing, 'Erste Fassung');
  const unsent = new Unsent(phone);
  await unsent.open();
  await unsent
    .card(/Großer Saal/)
    .getByRole('link', { name: 'Ändern' })
    .click();
  const purpose = phone.getByLabel(/^Wofür\?/);
  await expect(purpose).toHaveValue('Erste Fassung');
  await purpose.fill('Zweite Fassung');
  await new ResourceScreen(phone).button().click();
  await expect(phone.getByRole('alert').getByText(NOT_SENT)).toBeVisible();
  await expect(unsent.count()).toHaveText('1');
  await phone.context().setOffline(false);
  await expect.poll(() => asked('Zweite Fassung')).toHaveLength(1);
  expect(await asked('Erste Fassung')).toEqual([]);

  await askOffline(phone, await freeDay('grosser-saal', 70), 'Doch nicht');
  await phone.getByRole('alert').getByRole('button', { name: 'Verwerfen' }).click();
  await expect(unsent.count()).toHaveCount(0);
  await phone.context().setOffline(false);
  await phone.reload();
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await asked('Doch nicht')).toEqual([]);
});

test('in a cellar a thing is handed over, and the moment is the one in the cellar', async ({
  phoneOf,
}) => {
  const [keeper] = await query<{ email: string }>(
    `select u.email from public.bookings b
     join public.memberships m on m.organisation_id = b.owner_id and m.role in ('approver', 'admin')
     join auth.users u on u.id = m.person_id
     where b.status = 'approved' and b.starts_at between now() and now() + interval '23 hours' limit 1`,
  );
  const phone = await phoneOf(keeper?.email ?? '');
  await phone.goto('/de/handover');
  await kept(phone, '/de/handover');
  await kept(phone, '/de/offline/unsent');
  await phone.context().setOffline(true);
  const card = phone
    .getByRole('article')
    .filter({ has: phone.getByRole('button', { name: 'Übergeben' }) })
    .first();
  const id = await card.locator('input[name=bookingId]').first().inputValue();
  await card.getByRole('button', { name: 'Übergeben' }).click();
  const sameCard = phone.getByRole('article').filter({ hasText: NOT_SENT });
  await expect(sameCard.getByRole('button', { name: 'Übergeben' })).toBeHidden();
  const before = new Date();
  await phone.reload();
  await expect(sameCard.getByText(NOT_SENT)).toBeVisible();
  await expect(phone.getByRole('link', { name: /Übergabe · / })).toBeVisible();
  await phone.context().setOffline(false);
  const noted = async () =>
    (
      await query<{ status: string; handed_over_at: Date }>(
        'select status, handed_over_at from public.bookings where id = $1',
        [id],
      )
    )[0];
  await expect.poll(async () => (await noted())?.status).toBe('handed_over');
  expect((await noted())?.handed_over_at.getTime()).toBeLessThanOrEqual(before.getTime());
});

test('an approver decides on the tram without network; nobody decides for him', async ({
  phoneOf,
}) => {
  const phone = await phoneOf(APPROVER);
  await phone.goto('/de/inbox');
  await kept(phone, '/de/inbox');
  await phone.context().setOffline(true);
  const card = phone
    .getByRole('article')
    .filter({ has: phone.getByRole('button', { name: 'Zusagen' }) })
    .first();
  const id = await card.locator('input[name=bookingId]').first().inputValue();
  await card.getByRole('button', { name: 'Nachfragen' }).click();
  const sheet = phone.getByRole('dialog');
  await sheet.getByLabel('Eure Frage').fill('Mit Rampe?');
  await sheet.getByRole('button', { name: 'Frage schicken' }).click();
  await expect(sheet.getByText(NOT_SENT)).toBeVisible();
  await phone.context().setOffline(false);
  const questions = () =>
    query(
      `select 1 from public.booking_log where booking_id = $1 and action = 'asked' and note = 'Mit Rampe?'`,
      [id],
    );
  await expect.poll(questions).toHaveLength(1);
});

test('a thing with a photo is listed from a cellar, once', async ({ phoneOf }) => {
  const phone = await phoneOf(APPROVER);
  await phone.goto('/de/resources/new');
  await kept(phone, '/de/resources/new');
  await phone.context().setOffline(true);
  await phone.reload();
  await phone.getByText('Gerät oder Gegenstand').click();
  await phone.getByLabel('Wie heißt es?').fill('Kellerregal aus Eisen');
  const photo = await sharp({
    create: { width: 1200, height: 900, channels: 3, background: '#7a9a5b' },
  })
    .jpeg()
    .toBuffer();
  await phone
    .getByLabel(/Foto machen|Aus der Galerie/)
    .last()
    .setInputFiles({ name: 'regal.jpg', mimeType: 'image/jpeg', buffer: photo });
  await expect(phone.getByRole('button', { name: 'Foto 1 weglassen' })).toBeVisible();
  await phone.getByRole('button', { name: 'In den Pool stellen' }).click();
  await expect(phone.getByRole('alert').getByText(NOT_SENT)).toBeVisible();
  await phone.context().setOffline(false);
  const listed = () =>
    query<{ photos: number }>(
      `select (select count(*)::int from public.resource_photos p where p.resource_id = r.id) as photos
       from public.resources r where r.title = 'Kellerregal aus Eisen'`,
    );
  await expect.poll(listed).toEqual([{ photos: 1 }]);
});

test('with a session that ran out it waits for its person, and goes to nobody else', async ({
  phoneOf,
}) => {
  const phone = await phoneOf(OTHER_MEMBER);
  await askOffline(phone, await freeDay('grosser-saal', 80), 'Nach dem Anmelden');
  const unsent = new Unsent(phone);
  await phone.context().clearCookies();
  await phone.context().setOffline(false);
  await signInWithCode(phone, MEMBER);
  await unsent.open();
  await expect(phone.getByText('Alles gesendet')).toBeVisible();
  await expect(unsent.count()).toHaveCount(0);
  expect(await asked('Nach dem Anmelden')).toEqual([]);

  await phone.context().clearCookies();
  await signInWithCode(phone, OTHER_MEMBER);
  await expect.poll(() => asked('Nach dem Anmelden')).toHaveLength(1);
});

test('signing out asks first when something is unsent, and then leaves nothing behind', async ({
  passerBy,
}) => {
  const phone = await passerBy();
  await signInWithCode(phone, MEMBER);
  const thing = await freeDay('grosser-saal', 90);
  await askOffline(phone, thing, 'Geht verloren');
  await take(thing);
  await phone.context().setOffline(false);
  await expect(phone.getByText(/Braucht eine Entscheidung: Anfrage/)).toBeAttached();
  await phone.goto('/de/account');
  await phone.getByRole('button', { name: 'Auf diesem Gerät abmelden' }).click();
  await expect(
    phone.getByText('Was noch nicht gesendet ist, geht beim Abmelden verloren.'),
  ).toBeVisible();
  await phone.getByRole('button', { name: 'Trotzdem abmelden' }).click();
  await expect(phone.getByRole('link', { name: 'Anmelden' }).first()).toBeVisible();
  const left = () =>
    phone.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open('allmende-queue');
          request.onerror = () => {
            reject(request.error ?? new Error('no queue'));
          };
          request.onsuccess = () => {
            const count = request.result.transaction('acts').objectStore('acts').count();
            count.onsuccess = () => {
              request.result.close();
              resolve(count.result);
            };
          };
        }),
    );
  await expect.poll(left).toBe(0);
  await phone.goto('/de/sign-in');
  await enterCode(phone, MEMBER);
  await expect(new Unsent(phone).count()).toHaveCount(0);
  expect(await asked('Geht verloren')).toEqual([]);
});

test.describe('a browser that is killed', () => {
  let profile: string;
  let contexts: BrowserContext[] = [];

  /** A browser with a profile on disk, as a phone has it: closed and opened again it knows everything. */
  async function open(): Promise<Page> {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: ensureChromium(() => undefined),
      args: CHROMIUM_ARGS,
      baseURL: required('E2E_BASE_URL'),
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 390, height: 844 },
    });
    contexts.push(context);
    return context.pages()[0] ?? context.newPage();
  }

  test.beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'allmende-phone-'));
    contexts = [];
  });
  test.afterEach(async () => {
    for (const context of contexts) await context.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('while something waits has lost nothing', async () => {
    const before = await open();
    await signInWithCode(before, MEMBER);
    await askOffline(before, await freeDay('grosser-saal', 100), 'Akku leer');
    await before.context().close();

    const after = await open();
    await after.goto('/de/bookings');
    await expect.poll(() => asked('Akku leer')).toHaveLength(1);
    await expect(new Unsent(after).count()).toHaveCount(0);
  });

  test('between the press and the answer has sent it once', async () => {
    const before = await open();
    await signInWithCode(before, MEMBER);
    const thing = await freeDay('grosser-saal', 110);
    const resource = await atThing(before, thing);
    await resource.fillPurpose('Antwort verloren');
    // the server hears it, the phone never hears the server
    const reached = new Promise<void>((resolve) => {
      void before.route(`**/resources/${thing.slug}**`, async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch({ maxRedirects: 0 }).catch(() => undefined);
        resolve();
      });
    });
    await resource.button().click();
    await reached;
    expect(await asked('Antwort verloren')).toHaveLength(1);
    await before.context().close();

    const after = await open();
    const unsent = new Unsent(after);
    await unsent.open();
    await expect(unsent.card(/Großer Saal/).getByRole('link', { name: 'Ansehen' })).toBeVisible();
    expect(await asked('Antwort verloren')).toHaveLength(1);
  });
});
