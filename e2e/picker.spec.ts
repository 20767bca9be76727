import { addDays, asDay, startOfDay, type Day } from '../lib/platform/dates';
import { ResourceScreen } from './screens/resource';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { tooWide } from './support/layout';
import { freeDay, onDay } from './support/states';

const ZONE = 'Europe/Berlin';

async function today(): Promise<Day> {
  const [row] = await query<{ day: string }>(
    `select to_char((now() at time zone 'Europe/Berlin')::date, 'YYYY-MM-DD') as day`,
  );
  return asDay(row?.day ?? '');
}

/** The next day with so many hours: 23 in spring, 25 in autumn. */
async function dayOfHours(hours: 23 | 25): Promise<Day> {
  const first = await today();
  for (let n = 1; n < 370; n++) {
    const day = addDays(first, n);
    const length = startOfDay(addDays(day, 1), ZONE).getTime() - startOfDay(day, ZONE).getTime();
    if (length === hours * 3_600_000) return day;
  }
  throw new Error('the clocks do not change within a year');
}

test('the chosen day stands where it is seen, though its chip is the last of a row that scrolls', async ({
  page,
}) => {
  await page.goto('/de/ostviertel');
  const chips = page.getByRole('navigation', { name: 'Wann?' }).getByRole('link');
  await expect(chips.last()).not.toBeInViewport({ ratio: 1 });
  await page.goto((await chips.last().getAttribute('href')) ?? '');
  await expect(chips.last()).toHaveAttribute('aria-current', 'true');
  await expect(chips.last()).toBeInViewport({ ratio: 1 });
});

test('with keys alone somebody chooses the first and the last day in the catalogue', async ({
  page,
}) => {
  await page.goto('/de/ostviertel');
  const when = page.getByRole('button', { name: /^Wann\?/ });
  const sheet = page.getByRole('dialog');
  await expect(async () => {
    await when.focus();
    await page.keyboard.press('Enter');
    await expect(sheet).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const start = await today();
  const dayIn = (day: Day) => sheet.locator(`[data-day="${day}"]`);
  await expect(dayIn(start)).toBeVisible();
  // the whole month is one stop
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(dayIn(start)).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await expect(dayIn(addDays(start, 7))).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(dayIn(addDays(start, 9))).toBeFocused();
  await page.keyboard.press('Enter');
  // never into the past, however far the keys are pressed
  await page.keyboard.press('Shift+PageUp');
  await expect(dayIn(start)).toBeFocused();
  await expect(sheet.getByLabel('Von', { exact: true })).toHaveValue(addDays(start, 7));
  await sheet.getByRole('button', { name: 'Zeigen' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('to') === addDays(start, 9));
});

test('from right to left the left key leads to the next day, and the month follows the keys', async ({
  page,
}) => {
  const room = await freeDay('clubraum-senioren', 60);
  const day = asDay(room.day);
  await page.goto(`/ar/ostviertel/resources/${room.slug}${onDay(day)}`);
  const grid = page.getByRole('grid');
  const dayIn = (of: Day) => grid.locator(`[data-day="${of}"]`);
  await expect(grid).toBeVisible();
  await dayIn(day).focus();
  await page.keyboard.press('PageDown');
  const later = page.locator(':focus');
  await expect(later).not.toHaveAttribute('data-day', day);
  await expect(later).toHaveAttribute('data-day', /-\d\d$/);
  await page.keyboard.press('PageUp');
  await expect(dayIn(day)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAttribute('data-day', addDays(day, 1));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('from') === addDays(day, 1));
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(1);
});

for (const width of [390, 360]) {
  test(`with a thumb, ${String(width)} px wide: a day, its hour, and for how long`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const room = await freeDay('clubraum-senioren', 70);
    const thing = new ResourceScreen(page);
    await thing.open(room.slug, `?month=${room.day.slice(0, 7)}`);
    const grid = page.getByRole('grid');
    await grid.locator(`[data-day="${room.day}"]`).tap();
    await page.waitForURL((url) => url.searchParams.get('from') === room.day);
    const ten = page.getByRole('link', { name: /^10:00, frei/ });
    const box = await ten.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await ten.tap();
    await page.waitForURL((url) => url.searchParams.get('start') === '10:00');
    await page.getByRole('link', { name: '3 Stunden', exact: true }).tap();
    await page.waitForURL((url) => url.searchParams.get('end') === '13:00');
    await expect(page.getByLabel('Von', { exact: true })).toHaveValue(room.day);
    await expect(page.getByLabel('Ab (Uhrzeit)')).toHaveValue('10:00');
    await expect(page.getByLabel('Bis (Uhrzeit)')).toHaveValue('13:00');
    expect(await tooWide(page, 'a thing with its hours')).toEqual([]);
  });
}

test('on the days of the clock change the missing hour is none, and the doubled one is told', async ({
  page,
}) => {
  const thing = new ResourceScreen(page);
  await thing.open('clubraum-senioren', onDay(await dayOfHours(23)));
  await expect(page.getByText('Die Stunde von 2 bis 3 Uhr fällt aus.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^01:00, frei/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^02:00/ })).toHaveCount(0);
  await thing.open('clubraum-senioren', onDay(await dayOfHours(25)));
  await expect(page.getByText('Die Stunde von 2 bis 3 Uhr kommt zweimal.')).toBeVisible();
  await expect(page.getByRole('link', { name: '02:00, das zweite Mal, frei' })).toBeVisible();
});

test('the week begins as the language counts it, on every screen of days', async ({ page }) => {
  for (const [locale, first] of [
    ['de', 'Mo'],
    ['ar', 'س'],
  ] as const) {
    await page.goto(`/${locale}/ostviertel/resources/clubraum-senioren`);
    await expect(page.getByRole('grid').getByRole('columnheader').first()).toHaveText(first);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('days, hours and lengths are links, and the catalogue takes typed days', async ({
    page,
  }) => {
    const room = await freeDay('clubraum-senioren', 80);
    const thing = new ResourceScreen(page);
    await thing.open(room.slug, `?month=${room.day.slice(0, 7)}`);
    await page.locator(`table a[data-day="${room.day}"]`).click();
    await expect(page).toHaveURL(new RegExp(`from=${room.day}`));
    await page.getByRole('link', { name: /^10:00, frei/ }).click();
    await expect(page).toHaveURL(/start=10%3A00/);
    await page.getByRole('link', { name: '1 Stunde', exact: true }).click();
    await expect(page).toHaveURL(/end=11%3A00/);
    await expect(page.getByLabel('Ab (Uhrzeit)')).toHaveValue('10:00');

    await page.goto('/de/ostviertel');
    await page.getByLabel('Von', { exact: true }).fill(room.day);
    await page.getByRole('button', { name: 'Zeigen' }).click();
    await expect(page).toHaveURL(new RegExp(`from=${room.day}`));
  });
});
