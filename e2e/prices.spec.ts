import type { Page } from '@playwright/test';
import { BookingScreen } from './screens/booking';
import { ResourceScreen } from './screens/resource';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MANAGER, OTHER_MEMBER } from './support/people';
import { freeDay, onDay } from './support/states';

/** The price editor, as its sentences read. */
async function sayPrice(page: Page, resourceId: string): Promise<void> {
  await page.goto(`/de/resources/${resourceId}/prices`);
  await page.getByText('Nach Preisen', { exact: true }).click();
  const others = page.locator('details').filter({ hasText: 'Alle anderen' }).first();
  await others.getByRole('combobox').selectOption('tariff');
  await others.getByLabel('Alle anderen: Preis (Tag)', { exact: true }).fill('40');
  await page.getByLabel('Kaution', { exact: true }).fill('100,00');
  await page.getByLabel(/^Tage vorher/).fill('7');
  await page.getByLabel(/^Prozent des Preises/).fill('50');
  await page.getByRole('button', { name: 'Preise speichern' }).click();
}

test('the caretaker says what a room costs, a member reads it, agrees to it and calls off in time', async ({
  phoneOf,
}) => {
  const day = await freeDay('kleiner-saal-og', 60);
  const owner = await phoneOf(APPROVER);
  await sayPrice(owner, day.id);
  await expect(owner.getByText('40 € je Tag')).toBeVisible();

  const member = await phoneOf(OTHER_MEMBER);
  const screen = new ResourceScreen(member);
  await screen.open(day.slug, onDay(day.day));
  const price = member.getByRole('region', { name: 'Was es kostet' });
  await expect(price).toContainText('1 Tag');
  await expect(price).toContainText('40,00 €');
  await expect(price).toContainText('100 € Kaution');
  await screen.fillPurpose('Probe');
  const booking = await screen.ask();
  await booking.expectStatus('Angefragt');
  await expect(member.getByRole('region', { name: 'Preis' })).toContainText('40,00 €');

  // a later price changes nothing that was promised
  await owner.goto(`/de/resources/${day.id}/prices`);
  await owner.getByLabel('Alle anderen: Preis (Tag)', { exact: true }).fill('55');
  await owner.getByRole('button', { name: 'Preise speichern' }).click();
  await expect(owner.getByText('55 € je Tag')).toBeVisible();
  await member.reload();
  await expect(member.getByRole('region', { name: 'Preis' })).toContainText('40,00 €');

  await member.getByRole('button', { name: 'Absagen', exact: true }).click();
  await expect(member.getByRole('dialog')).toContainText('Absagen kostet jetzt nichts.');
});

test('who calls off too late reads what it costs before it is done, and after', async ({
  phoneOf,
}) => {
  const day = await freeDay('kleiner-saal-og', 3);
  const owner = await phoneOf(APPROVER);
  await sayPrice(owner, day.id);
  await expect(owner.getByText('40 € je Tag')).toBeVisible();
  const member = await phoneOf(OTHER_MEMBER);
  const screen = new ResourceScreen(member);
  await screen.open(day.slug, onDay(day.day));
  await screen.fillPurpose('Spontan');
  const booking = await screen.ask();
  await owner.goto(`/de/bookings/${booking.id()}`);
  await owner.getByRole('button', { name: 'Zusagen' }).click();
  await new BookingScreen(owner).expectStatus('Zugesagt');
  await member.reload();
  await member.getByRole('button', { name: 'Absagen', exact: true }).click();
  const sheet = member.getByRole('dialog');
  await expect(sheet).toContainText('Absagen kostet jetzt 20 €.');
  await sheet.getByRole('button', { name: 'Ja, absagen' }).click();
  await booking.expectStatus('Abgesagt');
  await expect(member.getByText('Für die Absage werden 20 € fällig.')).toBeVisible();
});

test('the price follows what is chosen while asking', async ({ phoneOf }) => {
  const day = await freeDay('spielmobil', 90);
  const member = await phoneOf('jonas.peters@example.org');
  await new ResourceScreen(member).open(day.slug, onDay(day.day));
  const price = member.getByRole('region', { name: 'Was es kostet' });
  await expect(price).toContainText('Preis für: Mitglieder');
  await expect(price).toContainText('50,00 €');
  await price.getByLabel(/^Betreuung/).fill('3');
  await expect(price).toContainText('80,00 €');
});

test('a mistake in the price editor is said at its blank, and nothing typed is lost', async ({
  phoneOf,
}) => {
  const [room] = await query<{ id: string }>(
    `select id from public.resources where slug = 'festsaal-erdgeschoss'`,
  );
  const owner = await phoneOf(APPROVER);
  await owner.goto(`/de/resources/${room?.id ?? ''}/prices`);
  await owner.getByText('Nach Preisen', { exact: true }).click();
  const others = owner.locator('details').filter({ hasText: 'Alle anderen' }).first();
  await others.getByRole('combobox').selectOption('tariff');
  const blank = others.getByLabel('Alle anderen: Preis (Tag)', { exact: true });
  await blank.fill('viel Geld');
  await owner.getByRole('button', { name: 'Preise speichern' }).click();
  await expect(owner.getByText('Ein Betrag wie 25 oder 12,50.')).toBeVisible();
  await expect(blank).toHaveValue('viel Geld');
  await expect(blank).toBeFocused();
});

test('the neighbourhood management recognises who serves the common good', async ({ phoneOf }) => {
  const page = await phoneOf(MANAGER);
  await page.goto('/de/ostviertel/qm/organisations');
  const card = page.getByRole('article').filter({ hasText: 'Café Nachbar' });
  await card.getByRole('button', { name: 'Als gemeinnützig anerkennen' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Als gemeinnützig anerkennen' })
    .click();
  await expect(card.getByText('gemeinnützig', { exact: true })).toBeVisible();
  await expect(card.getByRole('button', { name: 'Anerkennung zurücknehmen' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a passer-by reads the prices of a thing and what a day costs', async ({ page }) => {
    const day = await freeDay('spielmobil', 120);
    await new ResourceScreen(page).open(day.slug, onDay(day.day));
    await expect(page.getByRole('region', { name: 'Preis' })).toContainText('50 € je Tag');
    const price = page.getByRole('region', { name: 'Was es kostet' });
    await expect(price).toContainText('250,00 €');
    await expect(price).toContainText('Je nach Verein ab 50 €.');
  });
});
