import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/chromium';
import type { Bench } from './bench';

export async function withBrowser<T>(
  bench: Bench,
  work: (browser: Browser) => Promise<T>,
): Promise<T> {
  const executablePath = ensureChromium((line) => {
    bench.log(line);
  });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const close = bench.ends.add(() => browser.close());
  try {
    return await work(browser);
  } finally {
    await close();
  }
}

export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'de-DE',
  timezoneId: 'Europe/Berlin',
};

/** An empty cache each time, as somebody has who comes for the first time. */
export const phone = (browser: Browser): Promise<BrowserContext> => browser.newContext(PHONE);

const LONGEST_MS = 10_000;

/** Resolves when the page has joined its channels: no answer to a join for half a second. */
export function joined(page: Page): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error('the page joined no channel'));
    }, LONGEST_MS);
    let quiet: NodeJS.Timeout | undefined;
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        const text = payload.toString();
        if (!text.includes('phx_reply') || !text.includes('realtime:')) return;
        clearTimeout(quiet);
        quiet = setTimeout(() => {
          clearTimeout(late);
          resolve();
        }, 500);
      });
    });
  });
}
