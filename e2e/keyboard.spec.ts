import sharp from 'sharp';
import type { Page } from '@playwright/test';
import { DayByName } from './screens/day-by-name';
import { HandoverScreen } from './screens/handover';
import { Inbox } from './screens/inbox';
import { expect, test } from './support/fixtures';
import { Keyboard } from './support/keyboard';
import { waitForMail } from './support/inbox';
import { APPROVER, MEMBER } from './support/people';
import { freeDay, promisedNow } from './support/states';

/** The whole main job with keys only: no press, no drag, and the focus is seen all the way. */
test.describe.configure({ timeout: 180_000 });

async function signIn(page: Page, keys: Keyboard, email: string): Promise<void> {
  const since = new Date(Date.now() - 1_000);
  await keys.type(page.getByLabel('E-Mail-Adresse'), email);
  await page.keyboard.press('Enter');
  const code = page.getByLabel('Sechsstelliger Code');
  await code.waitFor();
  const mail = await waitForMail(email, ({ Text }) => /\b\d{6}\b/.test(Text), since);
  await keys.type(code, /\b(\d{6})\b/.exec(mail.Text)?.[1] ?? '');
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
  // the new page has come: it begins at its top
  await page.getByRole('link', { name: 'Konto' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Was braucht ihr?' }).waitFor();
}

async function signOut(page: Page, keys: Keyboard): Promise<void> {
  await keys.press(page.getByRole('link', { name: 'Konto' }));
  await page.getByRole('heading', { level: 1, name: 'Konto' }).waitFor();
  await keys.press(page.getByRole('button', { name: 'Auf diesem Gerät abmelden' }));
  await page.getByRole('link', { name: 'Anmelden' }).first().waitFor();
}

test('somebody finds, asks, signs out, and the caretaker signs in and says yes: with keys only', async ({
  passerBy,
}) => {
  const page = await passerBy();
  const keys = new Keyboard(page);
  const room = await freeDay('kleiner-saal-og', 12);
  const purpose = `Doppelkopf nur mit Tasten, ${room.day}`;

  await page.goto('/de/sign-in');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await signIn(page, keys, MEMBER);

  await keys.press(page.getByRole('link', { name: 'Finden' }));
  await page.waitForURL(/\/ostviertel/);
  await keys.type(page.getByRole('searchbox', { name: 'Was sucht ihr?' }), room.title);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  await keys.press(page.getByRole('article').getByRole('link', { name: room.title, exact: true }));
  await page.getByRole('heading', { level: 1, name: room.title }).waitFor();

  await new DayByName(page).choose(room.day, (stop) => keys.to(stop));
  await keys.type(page.getByLabel(/^Wofür\?/), purpose);
  await keys.press(page.getByRole('button', { name: 'Anfragen' }));
  await page.waitForURL(/\/bookings\/[0-9a-f-]{36}/);
  await keys.opensAndLeaves(page.getByRole('button', { name: 'Absagen', exact: true }));

  await signOut(page, keys);
  await page.goto('/de/sign-in');
  await signIn(page, keys, APPROVER);
  await keys.press(page.getByRole('link', { name: /^Eingang/ }));
  const request = new Inbox(page).request(purpose);
  await keys.opensAndLeaves(request.getByRole('button', { name: 'Ablehnen' }));
  await keys.press(request.getByRole('button', { name: 'Zusagen' }));
  await expect(page.getByRole('status').getByText('Zugesagt!')).toBeVisible();
});

test('the caretaker hands over and lists a new thing with a photo: with keys only', async ({
  phoneOf,
}) => {
  const { id } = await promisedNow(MEMBER);
  const page = await phoneOf(APPROVER);
  const keys = new Keyboard(page);
  const handover = new HandoverScreen(page);
  await handover.open();
  await keys.press(handover.card(id).getByRole('button', { name: 'Übergeben' }));
  await handover.expectSaid(/ist jetzt bei Vietnamesisches Kulturhaus/);

  await page.goto('/de/resources/new');
  // a group of radio buttons is one stop; the arrows choose
  await keys.press(page.getByRole('radio').first(), 'Space');
  await expect(page.getByRole('radio').first()).toBeChecked();
  await keys.type(page.getByLabel('Wie heißt es?'), 'Tafel nur mit Tasten');
  const file = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#7a9a5b' },
  })
    .jpeg()
    .toBuffer();
  const chooser = page.waitForEvent('filechooser');
  await keys.press(page.getByLabel('Aus der Galerie'));
  await (await chooser).setFiles({ name: 'tafel.jpg', mimeType: 'image/jpeg', buffer: file });
  await expect(page.getByRole('button', { name: 'Foto 1 weglassen' })).toBeVisible();
  await keys.press(page.getByRole('button', { name: 'In den Pool stellen' }));
  await expect(page.getByText('Steht drin!')).toBeVisible();
});
