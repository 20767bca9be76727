import type { Locator, Page } from '@playwright/test';

/** What was written without network, as it waits on the phone. */
export class Unsent {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/de/offline/unsent');
    await this.page.getByRole('heading', { level: 1, name: 'Noch nicht gesendet' }).waitFor();
  }

  /** The number in the top bar. */
  count(): Locator {
    return this.page.getByRole('link', { name: /^Noch nicht gesendet: \d+$/ });
  }

  card(title: string | RegExp): Locator {
    return this.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { level: 3, name: title }) });
  }
}
