import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 200;

/** Hands that only press keys. At each stop the focus must be seen, and nothing may lie over it. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Tab by tab from where we are, round once if need be. */
  async to(target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await isFocused(target)) return;
      await this.page.keyboard.press('Tab');
      // the page may still be on its way to where the focus is
      await expect.poll(() => this.unseen(), { timeout: 3_000 }).toBeNull();
    }
    throw new Error(`the keyboard does not reach ${String(target)}`);
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.type(text);
  }

  /** A sheet takes the focus, keeps it, and gives it back to what opened it. */
  async opensAndLeaves(opener: Locator): Promise<void> {
    await this.press(opener);
    const sheet = this.page.getByRole('dialog');
    await expect(sheet).toBeVisible();
    const isInside = () => sheet.evaluate((dialog) => dialog.contains(document.activeElement));
    expect(await isInside(), 'the focus went into the sheet').toBe(true);
    await this.page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(opener.first()).toBeFocused();
  }

  /** Null when whoever looks sees where they are; otherwise what is wrong. */
  private unseen(): Promise<string | null> {
    return this.page.evaluate(() => {
      const at = document.activeElement;
      // the browser's own frame comes between the last and the first stop
      if (!at || at === document.body || at.id === 'main') return null;
      const name = `${at.tagName} ${(at.getAttribute('aria-label') ?? at.textContent).trim().slice(0, 60)}`;
      // what is one thing to the eye, such as a field with its button, may show the focus as a whole
      const around = [at, at.parentElement, at.parentElement?.parentElement, at.closest('label')];
      const shown = around.find((el) => {
        if (!el) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(el);
        // a field that is hidden in its label shows nothing, whatever its own outline says
        const { width, height } = el.getBoundingClientRect();
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 1 && height > 1;
      });
      if (!shown) return `no outline: ${name}`;
      const box = shown.getBoundingClientRect();
      // of what is partly beyond the edge, as in a row that scrolls, the part that is seen counts
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [above, below] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (right - left < 8 || below - above < 8) return `out of sight: ${name}`;
      const [x, y] = [(left + right) / 2, (above + below) / 2];
      const top = document.elementFromPoint(x, y);
      return top && (shown.contains(top) || top.contains(shown)) ? null : `covered: ${name}`;
    });
  }
}

async function isFocused(target: Locator): Promise<boolean> {
  return target.first().evaluate((el) => el === document.activeElement);
}
