import { BookingScreen } from './screens/booking';
import { Inbox } from './screens/inbox';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER, OTHER_MEMBER } from './support/people';
import { freeDay, promised } from './support/states';

const hoursOf = async (id: string) => {
  const [row] = await query<{ hours: string }>(
    `select to_char(starts_at at time zone 'Europe/Berlin', 'HH24:MI–') ||
            to_char(ends_at at time zone 'Europe/Berlin', 'HH24:MI') as hours
     from public.bookings where id = $1`,
    [id],
  );
  return row?.hours;
};

test('a member wishes three more hours; the caretaker sees old and new and grants it, and her page follows', async ({
  phoneOf,
}) => {
  const day = await freeDay('saal-obergeschoss', 100);
  const { id, title } = await promised(MEMBER, day);
  const hers = new BookingScreen(await phoneOf(MEMBER));
  const inbox = new Inbox(await phoneOf(APPROVER));
  await hers.open(id);
  await hers.page.getByRole('link', { name: 'Ändern oder verlängern' }).click();
  await hers.page.getByRole('link', { name: '3 Stunden länger' }).click();
  const preview = hers.page.getByRole('region', { name: 'Das würde sich ändern' });
  await expect(preview).toContainText('10:00–14:00');
  await expect(preview).toContainText('10:00–17:00');
  await expect(preview).toContainText('muss zustimmen');
  await preview.getByLabel(/^Ein Wort dazu/).fill('Der Abbau dauert');
  await preview.getByRole('button', { name: 'Änderung anfragen' }).click();
  await expect(hers.page.getByText('Euer Wunsch ist angekommen.')).toBeVisible();
  await expect(hers.page.getByText('Ihr wartet auf Bürgerhaus Ost')).toBeVisible();
  // what was promised stays promised
  await hers.expectStatus('Zugesagt');
  expect(await hoursOf(id)).toBe('10:00–14:00');

  await inbox.open();
  const wish = inbox.request('Der Abbau dauert');
  await expect(wish).toContainText(title);
  await expect(wish).toContainText('10:00–14:00');
  await expect(wish).toContainText('10:00–17:00');
  await wish.getByRole('button', { name: 'So machen wir es' }).click();
  await expect(inbox.request('Der Abbau dauert')).toHaveCount(0);

  // no reload on hers
  await expect(hers.page.getByText('hat der Änderung zugestimmt')).toBeVisible();
  expect(await hoursOf(id)).toBe('10:00–17:00');
});

test('a wish that does not go leaves everything as it was, with the reason', async ({
  phoneOf,
}) => {
  const day = await freeDay('saal-obergeschoss', 110);
  const { id } = await promised(MEMBER, day);
  const hers = new BookingScreen(await phoneOf(MEMBER));
  const his = new BookingScreen(await phoneOf(APPROVER));
  await hers.page.goto(`/de/bookings/${id}/change`);
  await hers.page.getByRole('link', { name: '1 Stunde länger' }).click();
  await hers.page.getByRole('button', { name: 'Änderung anfragen' }).click();
  await expect(hers.page.getByText('Ihr wartet auf Bürgerhaus Ost')).toBeVisible();

  await his.open(id);
  await expect(his.page.getByRole('heading', { name: /möchte etwas ändern$/ })).toBeVisible();
  await his.page.getByRole('button', { name: 'Geht leider nicht' }).click();
  const sheet = his.page.getByRole('dialog');
  await sheet.getByLabel('Der Grund').fill('Danach probt der Chor.');
  await sheet.getByRole('button', { name: 'So lassen' }).click();
  await expect(his.page.getByText('hat die Änderung abgelehnt')).toBeVisible();

  await expect(hers.page.getByText('Danach probt der Chor.').first()).toBeVisible();
  await hers.expectStatus('Zugesagt');
  expect(await hoursOf(id)).toBe('10:00–14:00');
});

test('to need less needs nobody', async ({ phoneOf }) => {
  const day = await freeDay('saal-obergeschoss', 120);
  const { id } = await promised(MEMBER, day);
  const page = await phoneOf(MEMBER);
  await page.goto(`/de/bookings/${id}/change`);
  await page.getByRole('link', { name: '1 Stunde kürzer' }).click();
  await expect(page.getByText('Das gilt sofort, niemand muss zustimmen.')).toBeVisible();
  await page.getByRole('button', { name: 'Jetzt ändern' }).click();
  await expect(page.getByText('Geändert. Ab jetzt gilt die neue Zeit.')).toBeVisible();
  expect(await hoursOf(id)).toBe('10:00–13:00');
});

test('where the new time is taken she is shown others, one tap away', async ({ phoneOf }) => {
  const day = await freeDay('saal-obergeschoss', 130);
  const { id } = await promised(MEMBER, day, { from: '08:00', to: '10:00' });
  await promised(OTHER_MEMBER, day, { from: '14:00', to: '18:00' });
  const page = await phoneOf(MEMBER);
  await page.goto(
    `/de/bookings/${id}/change?from=${day.day}&to=${day.day}&part=own&start=15:00&end=17:00`,
  );
  await expect(page.getByText('So geht es leider nicht')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Dann wäre es frei' })).toBeVisible();
  await page
    .getByRole('link', { name: /\d\d:\d\d–\d\d:\d\d/ })
    .first()
    .click();
  await expect(page.getByText('So geht es leider nicht')).toHaveCount(0);
  await page.getByRole('button', { name: 'Änderung anfragen' }).click();
  await expect(page.getByText('Euer Wunsch ist angekommen.')).toBeVisible();
});
