import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { MEMBER } from './support/people';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

const hint = (page: Page) =>
  page.getByRole('complementary', { name: 'Allmende auf dem Startbildschirm' });

/** What Chromium does when the app may be installed; counts how often its window would have come. */
const offer = (page: Page) =>
  page.evaluate(() => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        document.body.dataset.prompts = String(Number(document.body.dataset.prompts ?? 0) + 1);
        return Promise.resolve({ outcome: 'accepted' });
      },
    });
    return !window.dispatchEvent(event);
  });

/** The page has counted this visit, so it listens. */
const alive = (page: Page) =>
  page.waitForFunction(() => sessionStorage.getItem('allmende-visit') !== null);

/** The app closed and opened again. */
const comeBack = async (page: Page) => {
  await page.evaluate(() => {
    sessionStorage.clear();
  });
  await page.reload();
  await alive(page);
};

test('somebody who comes a second time is offered the app, and after a no never again', async ({
  page,
}) => {
  await page.goto('/de/ostviertel');
  await alive(page);
  // the browser's own bar never comes by itself
  expect(await offer(page)).toBe(true);
  await expect(hint(page)).toHaveCount(0);

  await comeBack(page);
  await offer(page);
  await expect(hint(page)).toBeVisible();
  await hint(page).getByRole('button', { name: 'Nein danke' }).click();
  await expect(hint(page)).toHaveCount(0);

  await comeBack(page);
  await offer(page);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(hint(page)).toHaveCount(0);
});

test('whoever agrees is asked by the browser once', async ({ page }) => {
  await page.goto('/de/ostviertel');
  await alive(page);
  await comeBack(page);
  await offer(page);
  await hint(page).getByRole('button', { name: 'Installieren' }).click();
  await expect(hint(page)).toHaveCount(0);
  await expect(page.locator('body')).toHaveAttribute('data-prompts', '1');
});

test('the account says how, whenever somebody looks', async ({ phoneOf }) => {
  const phone = await phoneOf(MEMBER);
  await phone.goto('/de/account');
  await expect(phone.getByText('Im Menü deines Browsers')).toBeVisible();
  await alive(phone);
  await offer(phone);
  await phone.getByRole('button', { name: 'Installieren' }).click();
  await expect(phone.getByText('Allmende ist auf diesem Gerät installiert.')).toBeVisible();
});

test.describe('on an iPhone', () => {
  test.use({ userAgent: IPHONE });

  test('Safari offers nothing, so the way through Share is told', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'standalone', { value: false });
    });
    await page.goto('/de/ostviertel');
    await alive(page);
    await expect(hint(page)).toHaveCount(0);
    await comeBack(page);
    await expect(hint(page)).toContainText('Zum Home-Bildschirm');
    await expect(hint(page).getByRole('button', { name: 'Installieren' })).toHaveCount(0);
    await hint(page).getByRole('button', { name: 'Verstanden' }).click();
    await comeBack(page);
    await expect(page.getByRole('article').first()).toBeVisible();
    await expect(hint(page)).toHaveCount(0);
  });

  test('from the home screen nothing is told any more', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'standalone', { value: true });
    });
    await page.goto('/de/ostviertel');
    await alive(page);
    await comeBack(page);
    await expect(page.getByRole('article').first()).toBeVisible();
    await expect(hint(page)).toHaveCount(0);
  });
});
