import { expect, type Page } from '@playwright/test';

/** The pages that the phone has kept. */
export function keptPages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const pages = await caches.open('pages');
    return (await pages.keys()).map(({ url }) => new URL(url).pathname);
  });
}

/** Waits until the phone has kept a page; that comes last of all, on a slow machine after a while. */
export async function kept(page: Page, path: string | RegExp): Promise<string> {
  const find = async () => (await keptPages(page)).find((one) => one.match(path));
  await expect.poll(find, { timeout: 30_000 }).toBeTruthy();
  return (await find()) ?? '';
}
