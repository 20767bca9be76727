import { ResourceScreen } from './screens/resource';
import { Catalogue } from './screens/catalogue';
import { expect, test } from './support/fixtures';
import { onDay, freeDay } from './support/states';

test.use({ javaScriptEnabled: false });

test('the catalogue searches, filters and leads to a thing without JavaScript', async ({
  page,
}) => {
  const catalogue = new Catalogue(page);
  await catalogue.open();
  await catalogue.search('Baenke');
  await expect(page).toHaveURL(/q=Baenke/);
  await expect(catalogue.card('Festzeltgarnituren')).toBeVisible();
  await page
    .getByRole('link', { name: /^Räume/ })
    .first()
    .click();
  await expect(page).toHaveURL(/kind/);
  await page.goto('/de/ostviertel');
  await page.getByRole('link', { name: 'Morgen', exact: true }).click();
  await expect(catalogue.cards().first()).toContainText(/frei/);
});

test('a request form reaches the server without JavaScript', async ({ page }) => {
  const day = await freeDay('clubraum-senioren', 140);
  const screen = new ResourceScreen(page);
  await screen.open(day.slug, onDay(day.day));
  await screen.fillPurpose('Ohne Skript');
  await screen.button().click();
  await expect(page).toHaveURL(/\/sign-in/);
});
