import type { Locator, Page } from '@playwright/test';
import { ResourceScreen } from './resource';

export class Catalogue {
  constructor(readonly page: Page) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`/de/ostviertel${query}`);
  }

  card(title: string): Locator {
    return this.page
      .getByRole('article')
      .filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  cards(): Locator {
    return this.page.getByRole('article');
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Was sucht ihr?' }).fill(words);
    await this.page.getByRole('button', { name: 'Suchen' }).click();
  }

  async openCard(title: string): Promise<ResourceScreen> {
    await this.page.getByRole('link', { name: title, exact: true }).first().click();
    const resource = new ResourceScreen(this.page);
    await resource.title(title).waitFor();
    return resource;
  }
}
