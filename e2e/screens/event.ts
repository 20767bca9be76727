import { expect, type Locator, type Page } from '@playwright/test';

/** Planning an event, asking for it, and its page afterwards. */
export class EventScreen {
  constructor(readonly page: Page) {}

  /** Step one with an empty list: a name and one whole day. */
  async begin(title: string, day: string): Promise<void> {
    await this.page.goto('/de/events');
    await this.page.getByRole('link', { name: 'Fest oder Veranstaltung planen' }).click();
    await this.page.getByRole('link', { name: 'Etwas anderes' }).click();
    await this.page.getByLabel('Wie heißt es?').fill(title);
    await this.page.getByLabel('Von', { exact: true }).fill(day);
    await this.page.getByLabel('Bis', { exact: true }).fill(day);
    await this.page.getByText('Ganzer Tag').click();
    await this.page.getByRole('button', { name: 'Weiter zur Liste' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** One more wish; back on the list with what is proposed for it. */
  async add(what: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Noch etwas dazu' }).click();
    await this.page.getByLabel('Was?').fill(what);
    await this.page.getByRole('button', { name: 'Suchen' }).click();
    await expect(
      this.page.getByRole('heading', { level: 2, name: 'Was dafür frei ist' }),
    ).toBeVisible();
    await this.page.getByRole('link', { name: 'Zur Liste' }).click();
    await expect(this.wish(what)).toBeVisible();
  }

  wish(what: string): Locator {
    return this.page.getByRole('article', { name: what });
  }

  async choose(mode: 'Alles oder nichts' | 'So viel wie möglich'): Promise<void> {
    await this.page.getByText(mode, { exact: true }).click();
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: /anfragen$/ }).click();
    await expect(this.page.getByText('Abgeschickt!')).toBeVisible();
  }

  /** What an owner was asked for, and how it stands. */
  part(thing: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: thing }) })
      .last();
  }
}
