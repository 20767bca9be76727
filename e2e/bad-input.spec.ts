import { Catalogue } from './screens/catalogue';
import { ResourceScreen } from './screens/resource';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { MEMBER } from './support/people';
import { freeDay, onDay } from './support/states';

const NASTY = `Fest'); drop table bookings; -- <script>alert(1)</script> <img src=x onerror=alert(2)> \u202Eegrem 😀 شكراً`;

test.describe('what cannot be booked is explained where it was typed, and nothing typed is lost', () => {
  test('the end before the start', async ({ phoneOf }) => {
    const day = await freeDay('clubraum-senioren', 90);
    const screen = new ResourceScreen(await phoneOf(MEMBER));
    await screen.open(day.slug, onDay(day.day));
    await screen.fillWhen(day.day, day.day, { start: '18:00', end: '16:00' });
    await screen.fillPurpose('Rückwärts');
    await screen.button().click();
    await expect(
      screen.page.getByText('Das Ende muss nach dem Anfang liegen.').first(),
    ).toBeVisible();
    await expect(screen.page.getByLabel('Ab (Uhrzeit)')).toHaveValue('18:00');
    await expect(screen.page.getByLabel(/^Wofür\?/)).toHaveValue('Rückwärts');
  });

  test('more pieces than there are', async ({ phoneOf }) => {
    const day = await freeDay('turnmatten', 90, 2);
    const screen = new ResourceScreen(await phoneOf(MEMBER));
    await screen.open(day.slug, onDay(day.day));
    await screen.fillQuantity(5000);
    await screen.button().click();
    await expect(screen.page.locator('[aria-invalid="true"]').first()).toBeVisible();
    await expect(screen.page.getByLabel('Wie viele?')).toHaveValue('5000');
  });

  test('longer than a year', async ({ phoneOf }) => {
    const day = await freeDay('clubraum-senioren', 90);
    const screen = new ResourceScreen(await phoneOf(MEMBER));
    await screen.open(day.slug, onDay(day.day));
    const year = Number(day.day.slice(0, 4)) + 2;
    await screen.fillWhen(day.day, `${String(year)}${day.day.slice(4)}`);
    await screen.button().click();
    await expect(screen.complaint().first()).toBeVisible();
    await expect(screen.page).not.toHaveURL(/\/bookings\//);
  });
});

test('code, commands and turned-around text in a purpose stay text', async ({ phoneOf }) => {
  const day = await freeDay('clubraum-senioren', 100);
  const page = await phoneOf(MEMBER);
  const screen = new ResourceScreen(page);
  await screen.open(day.slug, onDay(day.day));
  await screen.fillPurpose(NASTY);
  const booking = await screen.ask();
  await expect(page.getByText('<script>alert(1)</script>').first()).toBeVisible();
  const [stored] = await query<{ purpose: string }>(
    'select purpose from public.bookings where id = $1',
    [booking.id()],
  );
  expect(stored?.purpose).toContain('drop table bookings');
  expect(stored?.purpose).not.toContain('\u202E');
});

test('nonsense in the address leads to a page that helps, never to a fault', async ({ page }) => {
  const catalogue = new Catalogue(page);
  for (const search of [
    '?from=gestern&to=2027-13-45',
    '?from=2027-02-30&to=2027-02-30',
    '?kind=nonsense&quantity=-5',
    `?q=${encodeURIComponent("'; drop table resources; --")}`,
    `?q=${encodeURIComponent('%_\\<b>')}`,
    '?after=xyz&cursor=xyz',
    `?q=${'a'.repeat(3000)}`,
  ]) {
    await catalogue.open(search);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Da ist etwas schiefgegangen')).toHaveCount(0);
  }
  await page.goto('/de/ostviertel/resources/gibt-es-nicht');
  await expect(page.getByRole('link', { name: 'Zum Katalog' }).first()).toBeVisible();
  await page.goto('/de/nirgendwo');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
