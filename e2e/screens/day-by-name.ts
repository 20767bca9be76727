import { expect, type Locator, type Page } from '@playwright/test';

/** The month of a thing, found by what its days are called and walked with keys only. */
export class DayByName {
  constructor(readonly page: Page) {}

  /** “Samstag, 16. Januar” */
  name(day: string): string {
    return new Intl.DateTimeFormat('de-DE', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${day}T12:00:00Z`));
  }

  day(day: string): Locator {
    return this.page
      .getByRole('grid')
      .first()
      .getByRole('link', { name: new RegExp(`^${this.name(day)}\\b`) });
  }

  /** The grid is one stop; arrows walk through its weeks and days, and on into the next month. */
  async choose(day: string, into: (grid: Locator) => Promise<void>): Promise<void> {
    await into(this.page.getByRole('grid').first().locator('[tabindex="0"]'));
    for (let at = await this.focused(); at < day;) {
      const isNear = Date.parse(day) - Date.parse(at) < 7 * 86_400_000;
      await this.page.keyboard.press(isNear ? 'ArrowRight' : 'ArrowDown');
      // a day of the next month has to come first
      const before = at;
      await expect.poll(async () => !['', before].includes((at = await this.focused()))).toBe(true);
    }
    await expect(this.day(day)).toBeFocused();
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL(new RegExp(`from=${day}`));
  }

  /** The day that has the focus; none while the next month is on its way. */
  private focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('data-day') ?? '');
  }
}
