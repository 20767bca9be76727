import type { Locator, Page } from '@playwright/test';
import { ResourceScreen } from './screens/resource';
import { expect, test } from './support/fixtures';
import { MANAGER } from './support/people';
import { freeDay, onDay } from './support/states';

/** What people set on their own device. Text size and contrast on every screen: every-screen.spec. */

/** How it looks to who sees shapes and edges, but only the few colours of the system. */
const look = (of: Locator): Promise<string> =>
  of.evaluate((el) => {
    const { backgroundColor, backgroundImage, borderColor, borderStyle, textDecorationLine } =
      getComputedStyle(el);
    return [backgroundColor, backgroundImage, borderColor, borderStyle, textDecorationLine].join();
  });

test.describe('in the contrast colours of the system', () => {
  const inContrast = (page: Page) => page.emulateMedia({ forcedColors: 'active' });

  test('the chosen day, a free one and today look different, and the focus is seen on each', async ({
    page,
  }) => {
    await inContrast(page);
    const room = await freeDay('clubraum-senioren', 40);
    await new ResourceScreen(page).open(room.slug, onDay(room.day));
    const grid = page.getByRole('grid');
    const chosen = grid.locator(`[data-day="${room.day}"]`);
    await expect(grid.getByRole('gridcell', { selected: true })).toHaveCount(1);
    const other = grid.locator('td[aria-selected="false"] a').first();
    expect(await look(chosen)).not.toBe(await look(other));
    const before = await look(chosen);
    await chosen.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await expect(chosen).toBeFocused();
    await expect(chosen).toHaveCSS('outline-style', 'solid');
    const [outline, ground] = await chosen.evaluate((el) => [
      getComputedStyle(el).outlineColor,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(outline).not.toBe(ground);
    expect(await look(chosen)).toBe(before);

    await new ResourceScreen(page).open(room.slug);
    const today = grid.locator('[aria-current="date"]');
    const next = grid.locator('td[aria-selected="false"] a').nth(1);
    expect(await look(today)).toBe(await look(next));
    await expect(today.locator('.underline')).toBeVisible();
  });

  test('what is chosen in a form and in a filter says so, and each bar of a chart has its own pattern', async ({
    page,
    phoneOf,
  }) => {
    await inContrast(page);
    await new ResourceScreen(page).open('grosser-saal');
    const parts = page.locator('label:has(> input[name="part"])');
    const whole = parts.filter({ hasText: 'Ganzer Tag' });
    const evening = parts.filter({ hasText: 'Abend' });
    await evening.getByRole('radio').press('Space');
    await expect(evening.getByRole('radio')).toBeChecked();
    expect(await look(evening)).not.toBe(await look(whole));
    const several = page.getByRole('button', { name: 'Mehrere Tage' });
    expect(await look(page.getByRole('button', { name: 'Ein Tag' }))).not.toBe(await look(several));

    const office = await phoneOf(MANAGER);
    await inContrast(office);
    await office.goto('/de/ostviertel/qm/report');
    const signs = office.locator('figcaption span > span');
    const looks = await Promise.all((await signs.all()).map(look));
    expect(looks).toHaveLength(3);
    expect(new Set(looks).size).toBe(3);
  });
});

test('nothing moves for who wants no motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/de/ostviertel');
  await page.getByRole('button', { name: /^Wann\?/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
      .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.className ?? '?'),
  );
  expect(moving).toEqual([]);
});
