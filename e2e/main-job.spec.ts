import { Catalogue } from './screens/catalogue';
import { Inbox } from './screens/inbox';
import { ResourceScreen } from './screens/resource';
import { expect, test } from './support/fixtures';
import { waitForMail } from './support/inbox';
import { APPROVER, MANAGER, MEMBER, OTHER_MEMBER } from './support/people';
import { freeDay, onDay } from './support/states';

/**
 * The main job: somebody finds a free hall, asks; the caretaker's open inbox shows it and he
 * approves; her open page follows; both get mail; the neighbourhood management counts it.
 */
test('a member finds a free hall, asks for it, and sees the approval arrive by itself', async ({
  phoneOf,
}) => {
  const hall = await freeDay('grosser-saal', 30);
  const purpose = 'Neujahrsfest der Nachbarn, 60 Leute 🎉';
  const hers = await phoneOf(MEMBER);
  const his = await phoneOf(APPROVER);
  const qm = await phoneOf(MANAGER);
  const report = `/de/ostviertel/qm/report?from=${hall.day}&to=${hall.day}`;

  // nothing is counted yet: only what was used that day stands in an open table of the report
  const counted = qm.getByRole('row', { name: new RegExp(hall.title) });
  await qm.goto(report);
  await expect(qm.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(counted).toHaveCount(0);

  const inbox = new Inbox(his);
  await inbox.open();

  const catalogue = new Catalogue(hers);
  await catalogue.open(`${onDay(hall.day)}&q=Großer+Saal`);
  await expect(catalogue.card(hall.title).getByText('frei')).toBeVisible();
  const resource = await catalogue.openCard(hall.title);
  await resource.fillPurpose(purpose);
  const since = new Date(Date.now() - 1_000);
  const booking = await resource.ask();
  await booking.expectStatus('Angefragt');

  // no reload on his phone
  await expect(inbox.request(purpose)).toBeVisible();
  await inbox.approve(purpose);

  // no reload on hers
  await booking.expectStatus('Zugesagt');
  await expect(booking.story()).toHaveCount(2);

  const asked = await waitForMail(APPROVER, ({ Text }) => Text.includes(purpose), since);
  expect(asked.Subject).toContain(hall.title);
  const approved = await waitForMail(MEMBER, ({ Text }) => Text.includes(booking.id()), since);
  expect(approved.Subject).toContain(hall.title);

  await qm.goto(report);
  await expect(counted.first()).toBeVisible();
});

test('somebody signed out finds a free thing for tomorrow in two taps', async ({ page }) => {
  const catalogue = new Catalogue(page);
  await catalogue.open();
  await page.getByRole('link', { name: 'Morgen', exact: true }).click();
  await expect(page).toHaveURL(/from=/);
  const first = catalogue.cards().first();
  await expect(first).toContainText(/frei/);
  await first.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByLabel('Von', { exact: true })).not.toHaveValue('');
});

test('two clubs press at the same moment: one gets it, the other is told kindly, with alternatives', async ({
  phoneOf,
}) => {
  const room = await freeDay('clubraum-senioren', 40);
  const phones = [await phoneOf(MEMBER), await phoneOf(OTHER_MEMBER)];
  const screens = phones.map((phone) => new ResourceScreen(phone));
  for (const screen of screens) {
    await screen.open(room.slug, onDay(room.day));
    await screen.fillPurpose('Spieleabend');
  }
  await Promise.all(screens.map((screen) => screen.button().click()));
  const outcomes = await Promise.all(
    screens.map(async (screen) => {
      const won = screen.page.waitForURL(/\/bookings\/[0-9a-f-]{36}/).then(() => 'won');
      const lost = screen
        .complaint()
        .first()
        .waitFor()
        .then(() => 'lost');
      return Promise.any([won, lost]);
    }),
  );
  expect([...outcomes].sort()).toEqual(['lost', 'won']);

  const loser = screens[outcomes.indexOf('lost')];
  if (!loser) throw new Error('nobody lost');
  await expect(loser.complaint().first()).toContainText('vergeben');
  await expect(loser.page.getByLabel(/^Wofür\?/)).toHaveValue('Spieleabend');
  await expect(loser.page.getByRole('heading', { name: 'Dann wäre es frei' })).toBeVisible();
  await loser.otherTimes().first().click();
  await expect(loser.otherTimes()).toHaveCount(0);
  const booking = await loser.ask();
  await booking.expectStatus('Angefragt');
});
