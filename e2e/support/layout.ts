import type { Page } from '@playwright/test';

const WIDTHS = [390, 360, 320];

/**
 * What does not fit the phones there are, and the smallest of them with text twice as large: pages to
 * push sideways, words that end; empty is good.
 */
export async function tooWide(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    found.push(...(await overflow(page)).map((by) => `${name}: ${by} at ${String(width)} px`));
  }
  await enlargeText(page, 200);
  const large = [...(await overflow(page)), ...(await cramped(page))];
  found.push(...large.map((finding) => `${name}, text twice as large: ${finding}`));
  await enlargeText(page, 100);
  await page.setViewportSize({ width: 390, height: 844 });
  return found;
}

async function overflow(page: Page): Promise<string[]> {
  const by = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return by > 0 ? [`${String(by)} px too wide`] : [];
}

/** What people choose in the settings of their browser: from there on every rem is so much larger. */
export async function enlargeText(page: Page, percent: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100 } });
  await session.detach();
  // asked for is not yet laid out
  const size = `${String((17 * percent) / 100)}px`;
  await page.waitForFunction(
    (wanted) => getComputedStyle(document.documentElement).fontSize === wanted,
    size,
  );
}

/**
 * What can be pressed and cannot be read whole, or lies under something else that can be pressed;
 * empty is good. What floats above the page (menu, primary action) is left out: the page scrolls
 * from under it.
 */
export async function cramped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = (el: Element) => el.checkVisibility({ visibilityProperty: true });
    const nameOf = (el: Element) =>
      (el.getAttribute('aria-label') ?? el.textContent).trim().replace(/\s+/g, ' ').slice(0, 50);
    const floats = (el: Element) => {
      for (let at: Element | null = el; at; at = at.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
      }
      return false;
    };
    const pressable = [
      ...document.querySelectorAll('main a, main button, main summary, main label'),
    ].filter((el) => isSeen(el) && !floats(el) && !el.closest('.sr-only, svg'));
    const found: string[] = [];
    for (const el of document.querySelectorAll(
      ':is(a, button, summary, label, h1, h2, h3, nav li), :is(a, button, summary, label, h1, h2, h3, nav li) *',
    )) {
      const { overflowX, textOverflow } = getComputedStyle(el);
      if (overflowX === 'visible' || overflowX === 'auto' || overflowX === 'scroll') continue;
      // two words of a long text and three dots are a choice; a word that just ends is not
      if (
        !isSeen(el) ||
        el.closest('.sr-only, [aria-hidden="true"], [aria-label], [title]') ||
        el.clientWidth <= 1
      )
        continue;
      if (el.scrollWidth > el.clientWidth + 1) found.push(`cut (${textOverflow}): ${nameOf(el)}`);
    }
    for (const el of document.querySelectorAll(':is(header, nav, main, footer) :is(a, button)')) {
      const { left, right, width } = el.getBoundingClientRect();
      const scrolls = el.closest('.overflow-x-auto, .overflow-auto, .sr-only, [role="region"]');
      if (isSeen(el) && !scrolls && width > 1 && (left < -1 || right > innerWidth + 1))
        found.push(`out of the screen: ${nameOf(el)}`);
    }
    const boxes = pressable.flatMap((el) => [...el.getClientRects()].map((box) => ({ el, box })));
    boxes.forEach(({ el, box }, index) => {
      for (const { el: other, box: its } of boxes.slice(index + 1)) {
        if (el === other || el.contains(other) || other.contains(el)) continue;
        const width = Math.min(box.right, its.right) - Math.max(box.left, its.left);
        const height = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
        if (width > 4 && height > 4)
          found.push(`over each other: ${nameOf(el)} / ${nameOf(other)}`);
      }
    });
    return [...new Set(found)];
  });
}
