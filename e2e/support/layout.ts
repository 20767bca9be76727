import type { Page } from '@playwright/test';

const WIDTHS = [390, 360, 320];

/** By how much the page would have to be pushed sideways on the phones there are; empty is good. */
export async function tooWide(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) found.push(`${name}: ${String(overflow)} px too wide at ${String(width)} px`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  return found;
}
