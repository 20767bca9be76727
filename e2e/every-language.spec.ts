import type { Page } from '@playwright/test';
import { LOCALE_CODES, LOCALES, type Locale } from '../lib/platform/i18n/locales';
import { axeFindings } from './support/axe';
import { expect, test } from './support/fixtures';
import { tooWide } from './support/layout';
import { MEMBER } from './support/people';
import { tour } from './support/tour';

const RIGHT_TO_LEFT = LOCALE_CODES.filter((code) => LOCALES[code].dir === 'rtl');
/** What a newcomer sees first, and what is fullest of words. */
const FIRST_SCREENS = ['catalogue', 'hall', 'bookings', 'event-new', 'account'];

test.describe.configure({ timeout: 400_000 });

for (const locale of RIGHT_TO_LEFT) {
  test(`every screen reads from right to left, without barrier and without overflow: ${locale}`, async ({
    phoneOf,
    passerBy,
  }) => {
    const found: string[] = [];
    const pages = new Map<string | undefined, Page>();
    for (const { path, person } of await tour()) {
      const page =
        pages.get(person) ?? (await (person === undefined ? passerBy() : phoneOf(person)));
      pages.set(person, page);
      await page.goto(`/${locale}${path}`);
      await page.getByRole('heading').first().waitFor();
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      found.push(...(await axeFindings(page)).map((finding) => `${locale}${path}: ${finding}`));
      found.push(...(await tooWide(page, `${locale}${path}`)));
    }
    expect(found).toEqual([]);
  });
}

test('in every language the first screens say so, follow it and fit the smallest phone', async ({
  phoneOf,
}) => {
  const screens = (await tour()).filter(({ name }) => FIRST_SCREENS.includes(name));
  const page = await phoneOf(MEMBER);
  const found: string[] = [];
  const others: Locale[] = LOCALE_CODES.filter((code) => !RIGHT_TO_LEFT.includes(code));
  for (const locale of others) {
    for (const { path } of screens) {
      await page.goto(`/${locale}${path}`);
      await page.getByRole('heading').first().waitFor();
      await expect(page.locator('html')).toHaveAttribute('lang', LOCALES[locale].lang);
      found.push(...(await tooWide(page, `${locale}${path}`)));
    }
  }
  expect(found).toEqual([]);
});

test('a first visit is in the language of the browser', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'uk-UA' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page).toHaveURL(/\/uk(\/|$)/);
  await context.close();
});
