import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { signInWithCode } from './sign-in';

type Fixtures = {
  /** A browser of its own for a demo person, signed in; several in one test are several phones. */
  phoneOf: (email: string) => Promise<Page>;
  /** A browser of its own for a passer-by. */
  passerBy: () => Promise<Page>;
};

/** One sign-in per person and run: the cookies are kept and given to every later browser. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/**
 * Errors on the console fail a test. What a test provokes on purpose (a refused request, a lost
 * network) is the browser's own report, not ours.
 */
const BROWSER_REPORTS = [
  /^Failed to load resource/,
  /^WebSocket connection to .* failed/,
  // Next's router, when it turns to a full load instead
  /^Failed to fetch RSC payload/,
];

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const errors = watch(page);
    await use(page);
    expect(errors, 'errors on the console').toEqual([]);
  },
  passerBy: async ({ browser }, use) => {
    await withPages(browser, (open) => use(() => open()));
  },
  phoneOf: async ({ browser }, use) => {
    await withPages(browser, (open) =>
      use(async (email) => {
        const known = sessions.get(email);
        const page = await open(known ? { storageState: known } : {});
        if (known) return page;
        await signInWithCode(page, email);
        sessions.set(email, await page.context().storageState());
        return page;
      }),
    );
  },
});

type Options = Parameters<Browser['newContext']>[0];

/** New contexts take viewport, language and address from the project's settings by themselves. */
async function withPages(
  browser: Browser,
  use: (open: (more?: Options) => Promise<Page>) => Promise<void>,
): Promise<void> {
  const contexts: BrowserContext[] = [];
  const errors: string[][] = [];
  await use(async (more) => {
    const context = await browser.newContext(more);
    contexts.push(context);
    const page = await context.newPage();
    errors.push(watch(page));
    return page;
  });
  for (const context of contexts) await context.close();
  expect(errors.flat(), 'errors on the console').toEqual([]);
}

function watch(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (!BROWSER_REPORTS.some((pattern) => pattern.test(message.text())))
      errors.push(message.text());
  });
  return errors;
}

export { expect } from '@playwright/test';
