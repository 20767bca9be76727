import { chromium, type Browser, type BrowserContext } from '@playwright/test';
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

/** An empty cache each time, as somebody has who comes for the first time. */
export const phone = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  });
