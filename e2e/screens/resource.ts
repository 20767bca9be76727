import { expect, type Locator, type Page } from '@playwright/test';
import { BookingScreen } from './booking';

/** The page of a thing with its month and the request form. */
export class ResourceScreen {
  constructor(readonly page: Page) {}

  async open(slug: string, query = ''): Promise<void> {
    await this.page.goto(`/de/ostviertel/resources/${slug}${query}`);
  }

  title(text: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: text });
  }

  async fillWhen(from: string, to = from, hours?: { start: string; end: string }): Promise<void> {
    await this.page.getByLabel('Von', { exact: true }).fill(from);
    await this.page.getByLabel('Bis', { exact: true }).fill(to);
    if (!hours) return;
    const starts = this.page.getByLabel('Ab (Uhrzeit)');
    // a press before the page has come alive is pressed again, as people do
    await expect(async () => {
      await this.page.getByText('Eigene Uhrzeit').click();
      await expect(starts).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await starts.fill(hours.start);
    await this.page.getByLabel('Bis (Uhrzeit)').fill(hours.end);
  }

  async fillPurpose(text: string): Promise<void> {
    await this.page.getByLabel(/^Wofür\?/).fill(text);
  }

  async fillQuantity(count: number): Promise<void> {
    await this.page.getByLabel('Wie viele?').fill(String(count));
  }

  button(): Locator {
    return this.page.getByRole('button', { name: /^(Anfragen|Verbindlich buchen)$/ });
  }

  async ask(): Promise<BookingScreen> {
    await this.button().click();
    await this.page.waitForURL(/\/bookings\/[0-9a-f-]{36}/);
    return new BookingScreen(this.page);
  }

  /** One tap takes another time. */
  otherTimes(): Locator {
    const heading = this.page.getByRole('heading', { name: 'Dann wäre es frei' });
    // the nearest section: the whole panel is one too
    return this.page.locator('section').filter({ has: heading }).last().getByRole('button');
  }

  /** What the form says went wrong. */
  complaint(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /\S/ });
  }
}
