import { BookingScreen } from './screens/booking';
import { HandoverScreen } from './screens/handover';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';
import { backdate, promisedNow } from './support/states';

test('a caretaker hands out and takes back with one tap each, and her page follows', async ({
  phoneOf,
}) => {
  const { id, title } = await promisedNow(MEMBER);
  const hers = new BookingScreen(await phoneOf(MEMBER));
  const his = new HandoverScreen(await phoneOf(APPROVER));
  await hers.open(id);
  await hers.expectStatus('Zugesagt');
  await his.open();
  await expect(his.card(id)).toContainText(title);
  await his.press(id, 'Übergeben');
  await his.expectSaid(/ist jetzt bei Vietnamesisches Kulturhaus/);
  await hers.expectStatus('Übergeben');

  // early: the rest of its time is free at once
  await his.press(id, 'Zurück, alles gut');
  await his.expectSaid(/ist wieder da und sofort frei/);
  await expect(his.card(id)).toHaveCount(0);
  await hers.expectStatus('Zurück');
  const held = await query(
    "select 1 from public.allocations where booking_id = $1 and upper(blocked) > now() + interval '1 hour'",
    [id],
  );
  expect(held).toEqual([]);
});

test('something comes back broken: two taps and a word, and the way to whom it affects', async ({
  phoneOf,
}) => {
  const { id } = await promisedNow(MEMBER);
  const his = new HandoverScreen(await phoneOf(APPROVER));
  await his.open();
  await his.press(id, 'Übergeben');
  await his.press(id, 'Etwas fehlt');
  const sheet = his.page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Zurücknehmen' }).click();
  // a word is asked for, kindly, where it belongs
  await expect(sheet.getByLabel('Was ist los?')).toHaveAttribute('aria-invalid', 'true');
  await sheet.getByLabel('Was ist los?').fill('Ein Fuß ist abgebrochen.');
  await sheet.getByRole('button', { name: 'Zurücknehmen' }).click();
  await his.expectSaid(/nicht in Ordnung/);

  const hers = new BookingScreen(await phoneOf(MEMBER));
  await hers.open(id);
  await expect(hers.page.getByText('Ein Fuß ist abgebrochen.').first()).toBeVisible();

  await his.page.getByRole('link', { name: 'Wen betrifft es?' }).click();
  await expect(
    his.page.getByRole('heading', { level: 1, name: 'Aus dem Verleih nehmen' }),
  ).toBeVisible();
});

test('nobody came: the caretaker notes it, and the rest of the time is free', async ({
  phoneOf,
}) => {
  const { id } = await promisedNow(MEMBER);
  await backdate(id, 1);
  const his = new HandoverScreen(await phoneOf(APPROVER));
  await his.open();
  await his.press(id, 'Nicht gekommen');
  await his.page.getByRole('dialog').getByRole('button', { name: 'Ja, nicht gekommen' }).click();
  await his.expectSaid(/ist wieder frei/);
  const hers = new BookingScreen(await phoneOf(MEMBER));
  await hers.open(id);
  await hers.expectStatus('Nicht abgeholt');
});

test('what is overdue stands first, with a way to call, and she is asked to bring it', async ({
  phoneOf,
}) => {
  const { id } = await promisedNow(MEMBER);
  const his = new HandoverScreen(await phoneOf(APPROVER));
  await his.open();
  await his.press(id, 'Übergeben');
  await his.expectSaid(/ist jetzt bei/);
  await backdate(id, 3);
  await his.open();
  const first = his.page.getByRole('article').first();
  await expect(first).toContainText('Sollte zurück sein');
  await expect(first.getByRole('link', { name: /anrufen$/ })).toHaveAttribute(
    'href',
    /^tel:\+?\d+$/,
  );
  const hers = new BookingScreen(await phoneOf(MEMBER));
  await hers.open(id);
  await expect(hers.page.getByText('Die Zeit ist um')).toBeVisible();
  await his.press(id, 'Zurück, alles gut');
  await his.expectSaid(/ist wieder da/);
});

test('a caretaker hands out without JavaScript', async ({ browser, phoneOf }) => {
  const { id } = await promisedNow(MEMBER);
  const known = await phoneOf(APPROVER);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await known.context().storageState(),
  });
  const his = new HandoverScreen(await context.newPage());
  await his.open();
  await his.press(id, 'Übergeben');
  await his.expectSaid(/ist jetzt bei/);
  await his.press(id, 'Zurück, alles gut');
  await his.expectSaid(/ist wieder da/);
  await context.close();
});
