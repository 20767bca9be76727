import type { Page } from '@playwright/test';

/** What is wrong for those who walk by headings and landmarks, in words; empty is good. */
export async function outlineFlaws(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const flaws: string[] = [];
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter(
        (el) => el.checkVisibility() && !el.closest('dialog'),
      );
    const levels = seen('h1, h2, h3, h4').map((el) => Number(el.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) flaws.push('not one first heading');
    levels.reduce((before, level) => {
      if (level > before + 1) flaws.push(`a heading of level ${level} after ${before}`);
      return level;
    }, 0);
    for (const landmark of ['header', 'main', 'footer', 'a[href="#main"]'])
      if (document.querySelectorAll(landmark).length === 0) flaws.push(`no ${landmark}`);
    const names = seen('nav').map((nav) => nav.getAttribute('aria-label') ?? '');
    if (names.includes('')) flaws.push('a nav without a name');
    return flaws;
  });
}
