import { expect, type Page } from '@playwright/test';

export type StatusWord =
  | 'Angefragt'
  | 'Zugesagt'
  | 'Abgelehnt'
  | 'Abgesagt'
  | 'Abgelaufen'
  | 'Rückfrage'
  | 'Übergeben'
  | 'Zurück'
  | 'Nicht abgeholt';

export class BookingScreen {
  constructor(readonly page: Page) {}

  async open(id: string): Promise<void> {
    await this.page.goto(`/de/bookings/${id}`);
  }

  id(): string {
    return /\/bookings\/([0-9a-f-]{36})/.exec(this.page.url())?.[1] ?? '';
  }

  async expectStatus(word: StatusWord): Promise<void> {
    await expect(
      this.page.getByRole('main').getByText(word, { exact: true }).first(),
    ).toBeVisible();
  }

  /** The timeline's sentences, oldest first. */
  story() {
    return this.page
      .getByRole('region')
      .or(this.page.locator('section'))
      .filter({
        has: this.page.getByRole('heading', { name: 'Was bisher geschah' }),
      })
      .getByRole('listitem');
  }

  async cancel(word?: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Absagen', exact: true }).click();
    const sheet = this.page.getByRole('dialog');
    if (word) await sheet.getByLabel(/^Ein Wort dazu/).fill(word);
    await sheet.getByRole('button', { name: 'Ja, absagen' }).click();
  }
}
