import { expect, type Locator, type Page } from '@playwright/test';

/** What leaves and returns today. */
export class HandoverScreen {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/de/handover');
    await this.page.getByRole('heading', { level: 1, name: 'Heute: raus und rein' }).waitFor();
  }

  card(bookingId: string): Locator {
    return this.page
      .getByRole('article')
      .filter({ has: this.page.locator(`a[href$="/bookings/${bookingId}"]`) });
  }

  async press(bookingId: string, name: string | RegExp): Promise<void> {
    await this.card(bookingId).getByRole('button', { name }).click();
  }

  async expectSaid(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main').getByRole('status').getByText(text)).toBeVisible();
  }
}
