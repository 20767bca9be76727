import type { Locator, Page } from '@playwright/test';
import type { Keyboard } from '../support/keyboard';

/** The month of a thing, found by what its days are called and by nothing else. */
export class DayByName {
  constructor(
    readonly page: Page,
    readonly keys: Keyboard,
  ) {}

  /** “Samstag, 16. Januar: frei” */
  day(day: string): Locator {
    const name = new Intl.DateTimeFormat('de-DE', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${day}T12:00:00Z`));
    return this.page.getByRole('main').getByRole('link', { name: new RegExp(`^${name}\\b`) });
  }

  /** Month by month until the day is there. */
  async choose(day: string): Promise<void> {
    const month = new Intl.DateTimeFormat('de-DE', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(`${day}T12:00:00Z`));
    const table = this.page.getByRole('table', { name: new RegExp(month) });
    for (let ahead = 0; ahead < 12 && !(await table.isVisible()); ahead++) {
      const shown = await this.page.getByRole('table').first().getByRole('caption').textContent();
      await this.keys.press(this.page.getByRole('link', { name: 'Nächster Monat' }));
      await this.page
        .getByRole('caption')
        .filter({ hasNotText: shown ?? '' })
        .waitFor({ state: 'attached' });
    }
    await this.keys.press(this.day(day));
    await this.page.waitForURL(new RegExp(`from=${day}`));
  }
}
