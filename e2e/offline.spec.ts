import { expect, test } from './support/fixtures';
import { kept, keptPages } from './support/kept';
import { MEMBER } from './support/people';

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

  test('one’s next bookings open although nobody has looked at them yet', async ({ phoneOf }) => {
    const phone = await phoneOf(MEMBER);
    await phone.goto('/de/bookings');
    const path = await kept(phone, /^\/de\/bookings\/[0-9a-f-]{36}$/);
    await phone.context().setOffline(true);
    await phone.getByRole('main').locator(`a[href="${path}"]`).first().click();
    await expect(phone).toHaveURL(new RegExp(`${path}$`));
    await expect(phone.getByText(/Kein Netz · Stand/)).toBeVisible();
    await expect(phone.getByRole('heading', { level: 1 })).not.toHaveText('Gerade kein Netz');
  });

  test('another person on the same phone sees nothing of it', async ({ phoneOf }) => {
    const phone = await phoneOf(MEMBER);
    await phone.goto('/de/bookings');
    await kept(phone, /^\/de\/bookings$/);
    await kept(phone, '/de/offline');
    await phone.goto('/de/account');
    await phone.getByRole('button', { name: 'Abmelden' }).first().click();
    await expect(phone.getByRole('link', { name: 'Anmelden' }).first()).toBeVisible();
    await expect.poll(() => keptPages(phone)).not.toContain('/de/bookings');
    await phone.context().setOffline(true);
    await phone.goto('/de/bookings');
    await expect(phone.getByRole('heading', { name: 'Gerade kein Netz' })).toBeVisible();
  });
});
