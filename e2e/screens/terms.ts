import type { Locator, Page } from '@playwright/test';

/** The rules of a thing or of an organisation: one folded form for each question. */
export class TermsScreen {
  constructor(readonly page: Page) {}

  async openThing(id: string): Promise<void> {
    await this.page.goto(`/de/resources/${id}/terms`);
  }

  /** The question, with what holds now. */
  question(topic: string): Locator {
    return this.page.locator(`details#${topic}`);
  }

  async unfold(topic: string): Promise<Locator> {
    const question = this.question(topic);
    await question.locator('summary').first().click();
    return question;
  }

  async save(topic: string): Promise<void> {
    await this.question(topic).getByRole('button', { name: 'Speichern' }).click();
  }
}
