import type { Locator, Page } from '@playwright/test';

/** Where approvers decide. */
export class Inbox {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/de/inbox');
    await this.page.getByRole('heading', { level: 1, name: 'Eingang' }).waitFor();
  }

  /** All requests on the page, those that wait for an answer of the others too. */
  requests(): Locator {
    return this.page.getByRole('article');
  }

  request(purpose: string): Locator {
    return this.requests().filter({ hasText: purpose });
  }

  async approve(purpose: string): Promise<void> {
    await this.request(purpose).getByRole('button', { name: 'Zusagen' }).click();
    await this.page.getByText('Zugesagt!').waitFor();
  }

  async decline(purpose: string, reason: string): Promise<void> {
    await this.request(purpose).getByRole('button', { name: 'Ablehnen' }).click();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByText(reason).click();
    await sheet.getByRole('button', { name: 'Ablehnen' }).click();
  }

  async ask(purpose: string, question: string): Promise<void> {
    await this.request(purpose).getByRole('button', { name: 'Nachfragen' }).click();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByLabel('Eure Frage').fill(question);
    await sheet.getByRole('button', { name: 'Frage schicken' }).click();
  }
}
