import { expect, test } from './support/fixtures';
import { APPROVER } from './support/people';

test('four weeks of all things fit a wide screen, and a bar leads to its booking', async ({
  phoneOf,
}) => {
  const page = await phoneOf(APPROVER);
  await page.goto('/de/organisations/buergerhaus-ost/timeline');
  const grid = page.getByRole('region').filter({ has: page.getByText('Beamer') });
  await expect(grid).toBeVisible();
  const hidden = await grid.evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(hidden).toBe(0);
  const bar = grid.getByRole('link', { name: /zugesagt/ }).first();
  await bar.click();
  await expect(page).toHaveURL(/\/bookings\//);
});

test('the same can be read line by line', async ({ phoneOf }) => {
  const page = await phoneOf(APPROVER);
  await page.goto('/de/organisations/buergerhaus-ost/timeline');
  await page.getByRole('link', { name: 'Liste' }).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('link', { name: '1 Woche' }).click();
  await expect(page).toHaveURL(/weeks=1/);
});
