import { EventScreen } from './screens/event';
import { Inbox } from './screens/inbox';
import { expect, test } from './support/fixtures';
import { waitForMail } from './support/inbox';
import { APPROVER, MEMBER } from './support/people';
import { freeDay } from './support/states';

test('a member asks several owners at once, the caretaker grants all his parts in one tap, and her page follows', async ({
  phoneOf,
}) => {
  const { day } = await freeDay('grosser-saal', 60);
  const hers = await phoneOf(MEMBER);
  const his = await phoneOf(APPROVER);
  const event = new EventScreen(hers);
  await event.begin('Fest der vielen Küchen', day);
  await event.add('Großer Saal im Bürgerhaus');
  await event.add('Stapelstühle');
  await event.add('Beamer');
  await expect(event.wish('Großer Saal im Bürgerhaus')).toContainText('von Bürgerhaus');
  await event.choose('So viel wie möglich');
  const since = new Date(Date.now() - 1_000);
  await event.send();
  await expect(hers.getByText('Warten auf Antworten')).toBeVisible();

  const mail = await waitForMail(
    APPROVER,
    ({ Subject }) => Subject.includes('Fest der vielen Küchen'),
    since,
  );
  expect(mail.Text).toContain('Großer Saal');

  const inbox = new Inbox(his);
  await inbox.open();
  const asked = inbox.request('Fest der vielen Küchen');
  await expect(asked).toHaveCount(1);
  await asked.getByRole('button', { name: /zusagen/i }).click();
  await expect(his.getByText('Zugesagt!')).toBeVisible();

  // no reload on her phone
  await expect(event.part('Großer Saal im Bürgerhaus').getByText('Zugesagt')).toBeVisible();
  await expect(hers.getByRole('heading', { name: 'Abholen und zurückbringen' })).toBeVisible();
});

test('an owner declines: she sees who could step in and asks them with one tap', async ({
  phoneOf,
}) => {
  const { day } = await freeDay('grosser-saal', 75);
  const hers = await phoneOf(MEMBER);
  const his = await phoneOf(APPROVER);
  const event = new EventScreen(hers);
  await event.begin('Konzert im Advent', day);
  await event.add('Großer Saal');
  await event.choose('Alles oder nichts');
  await event.send();

  const inbox = new Inbox(his);
  await inbox.open();
  await inbox.decline('Konzert im Advent', 'Wir brauchen es an dem Tag selbst.');
  await expect(his.getByRole('status').getByText('Abgelehnt')).toBeVisible();

  // no reload on hers: the gap, its deadline, and the way out
  await expect(hers.getByText('Etwas fehlt').first()).toBeVisible();
  await expect(hers.getByText('Wir brauchen es an dem Tag selbst.')).toBeVisible();
  await hers
    .getByRole('button', { name: /fragen$/ })
    .first()
    .click();
  await expect(hers.getByText('Ersatz ist angefragt.')).toBeVisible();
  await expect(hers.getByText('Etwas fehlt')).toHaveCount(0);
});

test('what is not free refuses the whole of all or nothing, and says what', async ({ phoneOf }) => {
  const { day } = await freeDay('grosser-saal', 90);
  const page = await phoneOf(MEMBER);
  const event = new EventScreen(page);
  await event.begin('Zu viel auf einmal', day);
  await event.add('Großer Saal');
  await event.add('Raumschiff');
  await expect(event.wish('Raumschiff')).toContainText('nichts Freies');
  await page.getByRole('button', { name: /anfragen$/ }).click();
  await expect(page.getByRole('alert').getByText(/Raumschiff/)).toBeVisible();
  await event
    .wish('Raumschiff')
    .getByRole('button', { name: /von der Liste nehmen/ })
    .click();
  await expect(event.wish('Raumschiff')).toHaveCount(0);
  await event.send();
});

test('a template brings a list whose numbers follow the guests, step by step without JavaScript', async ({
  browser,
  phoneOf,
}) => {
  const known = await phoneOf(MEMBER);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await known.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto('/de/events/new');
  await page.getByRole('link', { name: 'Straßenfest' }).click();
  await page.getByLabel('Wie viele Leute kommen?').fill('40');
  await page.getByRole('button', { name: 'Weiter zur Liste' }).click();
  await expect(page.getByRole('article', { name: /5 × Tische mit Bänken/ })).toBeVisible();
  await page.getByText('So viel wie möglich', { exact: true }).click();
  await page.getByRole('button', { name: /anfragen$/ }).click();
  await expect(page.getByText('Abgeschickt!')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Wer was dazugibt' })).toBeVisible();
  await context.close();
});
