import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../../scripts/chromium';
import type { Bench } from '../../core/bench';
import { PHONE } from '../../core/browser';
import { withCompression } from '../../core/compress';
import type { Cell, Table } from '../../core/report';
import { spread } from '../../core/stats';

const KEPT_WITHIN_MS = 60_000;

/** Runs in the page: whether the worker keeps it with every file that it names. */
async function isKept(path: string): Promise<boolean> {
  const copy = await (await caches.open('pages')).match(path);
  if (!copy || !navigator.serviceWorker.controller) return false;
  const files = (await copy.text()).match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? [];
  const known = await Promise.all(files.map((file) => caches.match(file)));
  return known.every(Boolean);
}

async function untilKept(page: Page, path: string): Promise<void> {
  for (const until = Date.now() + KEPT_WITHIN_MS; Date.now() < until;) {
    if (await page.evaluate(isKept, path)) return;
    await pause(250);
  }
  throw new Error(`${path} was not kept within a minute`);
}

/** From the start of the navigation to the largest thing painted, and to a page that answers taps. */
async function paintedAt(page: Page): Promise<{ painted: number; alive: number }> {
  return page.evaluate(async () => {
    const painted = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        resolve(list.getEntries().at(-1)?.startTime ?? NaN);
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    const [navigation] = performance.getEntriesByType('navigation');
    return { painted, alive: (navigation as PerformanceNavigationTiming).domContentLoadedEventEnd };
  });
}

/** The browser was closed, the server is gone: what is left is what the phone has kept. */
async function secondVisit(bench: Bench, target: string, path: string) {
  const profile = mkdtempSync(join(tmpdir(), 'allmende-offline-'));
  try {
    const { address, heading } = await withCompression(bench, target, (baseUrl) =>
      inBrowser(bench, profile, async (page) => {
        await page.goto(baseUrl + path);
        await untilKept(page, path);
        return { address: baseUrl + path, heading: await page.locator('h1').innerText() };
      }),
    );
    return await inBrowser(bench, profile, async (page) => {
      const slow = await page.context().newCDPSession(page);
      await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(address);
      // the content itself, not the page that says that there is no network
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
      return paintedAt(page);
    });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function inBrowser<T>(
  bench: Bench,
  profile: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const executablePath = ensureChromium((line) => {
    bench.log(line);
  });
  const context = await chromium.launchPersistentContext(profile, {
    ...PHONE,
    executablePath,
    args: CHROMIUM_ARGS,
  });
  const close = bench.ends.add(() => context.close());
  try {
    return await work(await context.newPage());
  } finally {
    await close();
  }
}

/** The second visit without network, in a browser that was closed, on a phone four times slower than this machine. */
export async function offlineOf(
  bench: Bench,
  target: string,
  pages: readonly (readonly [name: string, path: string])[],
): Promise<Table> {
  const rows: Cell[][] = [];
  for (const [name, path] of pages) {
    const visits: { painted: number; alive: number }[] = [];
    for (let run = 0; run < bench.scale.offlineVisits; run += 1) {
      visits.push(await secondVisit(bench, target, path));
    }
    rows.push([
      name,
      spread(visits.map(({ painted }) => painted)),
      spread(visits.map(({ alive }) => alive)),
    ]);
  }
  return {
    caption: 'Second visit without network, processor 4× slower (ms)',
    columns: ['page', 'largest content painted', 'page read'],
    rows,
  };
}
