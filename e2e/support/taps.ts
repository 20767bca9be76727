import { expect, type Locator, type Page } from '@playwright/test';

/** A thumb on a phone. The browser itself counts how often it touches the screen; typing is free. */
export class Thumb {
  private touches = 0;
  private budgets = 0;

  private constructor(readonly page: Page) {}

  static async on(page: Page): Promise<Thumb> {
    const thumb = new Thumb(page);
    await page.exposeFunction('thumbTouched', () => {
      thumb.touches += 1;
    });
    await page.addInitScript(
      "document.addEventListener('pointerdown', () => window.thumbTouched(), true)",
    );
    return thumb;
  }

  async tap(target: Locator): Promise<void> {
    await target.tap();
  }

  /** What the phone's own screens ask for, such as choosing one of its photos. */
  tapOutside(): void {
    this.touches += 1;
  }

  /** Fails when the journey since the last budget needed more taps than it may. */
  async within(budget: number, journey: string): Promise<void> {
    // the count travels from the page: a round trip later it is complete
    await this.page.evaluate('window.thumbTouched && 1');
    const used = this.touches - this.budgets;
    this.budgets = this.touches;
    expect(used, `${journey}: at least one tap was seen`).toBeGreaterThan(0);
    expect(used, `${journey}: taps`).toBeLessThanOrEqual(budget);
  }
}
