import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { MEMBER } from './support/people';
/** Waits until the phone has kept a page. */
async function kept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async (wanted) => {
        const pages = await caches.open('pages');
        return (await pages.keys()).some(({ url }) => new URL(url).pathname === wanted);
      }, path),
    )
    .toBe(true);
}

test.describe('without network', () => {
  test('what was looked at opens again and says as of when', async ({ page, context }) => {
    await page.goto('/de/ostviertel/resources/gluecksrad');
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await kept(page, '/de/ostviertel/resources/gluecksrad');
    await kept(page, '/de/offline');
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText(/Kein Netz · Stand \d\d:\d\d/)).toBeVisible();
    await context.setOffline(false);
    await page.reload();
    await expect(page.getByText(/Kein Netz/)).toHaveCount(0);
  });

  test('a page that was never there says so and leads to those that were', async ({
    page,
    context,
  }) => {
    await page.goto('/de/ostviertel/resources/gluecksrad');
    await kept(page, '/de/ostviertel/resources/gluecksrad');
    await kept(page, '/de/offline');
    await context.setOffline(true);
    await page.goto('/de/ostviertel/resources/beamer-und-leinwand');
    await expect(page.getByRole('heading', { name: 'Gerade kein Netz' })).toBeVisible();
    await page.getByRole('link', { name: /Glücksrad/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Glücksrad/ })).toBeVisible();
  });

  test('another person on the same phone sees nothing of it', async ({ phoneOf }) => {
    const phone = await phoneOf(MEMBER);
    await phone.goto('/de/bookings');
    await kept(phone, '/de/bookings');
    await kept(phone, '/de/offline');
    await phone.goto('/de/account');
    await phone.getByRole('button', { name: 'Abmelden' }).first().click();
    await expect(phone.getByRole('link', { name: 'Anmelden' }).first()).toBeVisible();
    await expect
      .poll(() =>
        phone.evaluate(async () => {
          const pages = await caches.open('pages');
          return (await pages.keys()).map(({ url }) => new URL(url).pathname);
        }),
      )
      .not.toContain('/de/bookings');
    await phone.context().setOffline(true);
    await phone.goto('/de/bookings');
    await expect(phone.getByRole('heading', { name: 'Gerade kein Netz' })).toBeVisible();
  });
});
