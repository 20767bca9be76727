import sharp from 'sharp';
import type { Locator, Page } from '@playwright/test';
import { DayByName } from './screens/day-by-name';
import { Catalogue } from './screens/catalogue';
import { HandoverScreen } from './screens/handover';
import { Inbox } from './screens/inbox';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';
import { freeDay, promisedNow } from './support/states';

/** What a screen reader has: roles, names, headings, landmarks, and what is announced. */
test.describe.configure({ timeout: 120_000 });

/** What is said politely; once said it may go again, so it is waited for as soon as it is due. */
async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: words })).toBeAttached();
}

/** Pressed by its role and name, from the keyboard: nothing here is found by how it looks. */
const press = (control: Locator, key = 'Enter') => control.press(key);

test('by roles and names alone a hall is found, asked for and promised, and both sides are told', async ({
  phoneOf,
}) => {
  const room = await freeDay('saal-obergeschoss', 26);
  const purpose = `Vorlesenachmittag, ${room.day}`;
  const hers = await phoneOf(MEMBER);
  const his = await phoneOf(APPROVER);
  const inbox = new Inbox(his);
  await inbox.open();

  const catalogue = new Catalogue(hers);
  await catalogue.open();
  await hers.getByRole('searchbox', { name: 'Was sucht ihr?' }).fill(room.title);
  await press(hers.getByRole('button', { name: 'Suchen' }));
  await hers.waitForURL(/q=/);
  await press(catalogue.card(room.title).getByRole('link', { name: room.title, exact: true }));
  await hers.getByRole('heading', { level: 1, name: room.title }).waitFor();

  const days = new DayByName(hers);
  await days.choose(room.day, (stop) => stop.focus());
  await expectSaid(hers, days.name(room.day));
  await expect(hers.getByRole('gridcell', { selected: true })).toHaveCount(1);
  await expect(days.day(room.day)).toHaveAccessibleName(/, (frei|teils frei)$/);
  await hers.getByRole('textbox', { name: /^Wofür\?/ }).fill(purpose);
  await press(hers.getByRole('button', { name: 'Anfragen' }));
  await hers.waitForURL(/\/bookings\/[0-9a-f-]{36}/);
  await expect(hers.getByRole('heading', { level: 1, name: room.title })).toBeVisible();

  // somebody else's act reaches both without a reload, and is said
  await expectSaid(his, 'Im Eingang gibt es Neues.');
  await expect(inbox.request(purpose)).toMatchAriaSnapshot(`
    - article /${room.title}/:
      - heading /${room.title}/ [level=3]:
        - link /${room.title}/
      - button "Zusagen"
      - button "Nachfragen"
      - button "Ablehnen"
  `);
  await press(inbox.request(purpose).getByRole('button', { name: 'Zusagen' }));
  await expectSaid(hers, `${room.title}: Zugesagt`);
  await expectSaid(his, 'Zugesagt!');
});

test('by roles and names alone the caretaker hands over and lists a thing with a photo', async ({
  phoneOf,
}) => {
  const { id, title } = await promisedNow(MEMBER);
  const page = await phoneOf(APPROVER);
  const handover = new HandoverScreen(page);
  await handover.open();
  await expect(handover.card(id)).toHaveAccessibleName(title);
  await press(handover.card(id).getByRole('button', { name: 'Übergeben' }));
  await expectSaid(page, /ist jetzt bei/);

  await page.goto('/de/resources/new');
  await page.getByRole('radio', { name: /^Gerät oder Gegenstand/ }).check();
  await page.getByRole('textbox', { name: 'Wie heißt es?' }).fill('Tafel nach Namen');
  const photos = page.getByRole('group', { name: 'Foto', exact: true });
  const buffer = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#7a9a5b' },
  })
    .jpeg()
    .toBuffer();
  const photo = (name: string) => ({ name, mimeType: 'image/jpeg', buffer });
  await photos
    .getByLabel('Aus der Galerie')
    .setInputFiles([photo('tafel.jpg'), photo('noch-einmal.jpg')]);
  await expectSaid(page, 'Fotos dabei: 2');
  await press(photos.getByRole('button', { name: 'Foto 2 weglassen' }));
  await expectSaid(page, 'Fotos dabei: 1');
  await expect(photos.getByLabel('Foto machen')).toBeFocused();
  await press(page.getByRole('button', { name: 'In den Pool stellen' }));
  await expect(page.getByRole('main').getByText('Steht drin!')).toBeVisible();
});
