import { expect, type Locator, type Page } from '@playwright/test';

export interface Plan {
  from: string;
  until: string;
  start: string;
  end: string;
}

/** From “Regelmäßig?” on the page of a thing to the series with its dates. */
export class SeriesScreen {
  constructor(readonly page: Page) {}

  async plan(slug: string, plan: Plan): Promise<void> {
    await this.page.goto(`/de/ostviertel/resources/${slug}`);
    await this.page.getByRole('link', { name: 'Regelmäßig?' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Regelmäßig anfragen' }).waitFor();
    await this.page.getByLabel('Ab wann?').fill(plan.from);
    await this.page.getByLabel('Bis wann?').fill(plan.until);
    await this.page.getByLabel('Von (Uhrzeit)').fill(plan.start);
    await this.page.getByLabel('Bis (Uhrzeit)').fill(plan.end);
    await this.page.getByRole('button', { name: 'Termine ansehen' }).click();
  }

  summary(text: string | RegExp): Locator {
    return this.page.getByText(text);
  }

  /** What can be chosen for a date that does not fit. */
  conflict(day: string | RegExp): Locator {
    return this.page.getByRole('group', { name: day });
  }

  async send(purpose: string): Promise<void> {
    await this.page.getByLabel(/^Wofür\?/).fill(purpose);
    await this.page.getByRole('button', { name: /^Alle Termine (anfragen|fest buchen)$/ }).click();
    await this.page.waitForURL(/\/series\/[0-9a-f-]{36}/);
  }

  id(): string {
    return /\/series\/([0-9a-f-]{36})/.exec(this.page.url())?.[1] ?? '';
  }

  /** The dates with what became of each. */
  dates(): Locator {
    return this.page
      .getByRole('region', { name: 'Termine', exact: true })
      .or(
        this.page
          .locator('section')
          .filter({ has: this.page.getByRole('heading', { name: 'Termine', exact: true }) }),
      )
      .getByRole('listitem');
  }

  async expectStates(words: string[]): Promise<void> {
    for (const [i, word] of words.entries()) {
      await expect(this.dates().nth(i)).toContainText(word);
    }
    await expect(this.dates()).toHaveCount(words.length);
  }
}
