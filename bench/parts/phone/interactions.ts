import type { Browser, BrowserContext, Page } from '@playwright/test';
import { freeDay, onDay } from '../../../e2e/support/states';
import { paths } from '../../../lib/platform/paths';
import type { Bench } from '../../core/bench';
import { phone } from '../../core/browser';
import type { Hosted } from '../../core/hosted';
import type { Table } from '../../core/report';
import { percentile } from '../../core/stats';
import type { District } from '../../data/district';
import { signIn } from '../../data/session';

type Interaction = { step: string; ms: number };
type Told = { id: number; name: string; ms: number };

/**
 * Every interaction of this context's pages with its longest event, as the web vital counts: from
 * the tap to the next frame. The browser tells in steps of 8 ms, and nothing below 16.
 */
class Watch {
  step = '';
  private readonly seen = new Map<string, Interaction>();

  async on(context: BrowserContext): Promise<void> {
    await context.exposeBinding('benchInteraction', (_, page: number, told: Told) => {
      const key = `${page}.${told.id}`;
      const known = this.seen.get(key);
      if (known) known.ms = Math.max(known.ms, told.ms);
      else this.seen.set(key, { step: `${this.step}, ${told.name}`, ms: told.ms });
    });
    await context.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { interactionId, duration, name } = entry as PerformanceEventTiming;
          if (!interactionId) continue;
          // why the cast: exposed to the page by the bench
          const tell = globalThis as unknown as {
            benchInteraction: (page: number, told: Told) => Promise<void>;
          };
          void tell.benchInteraction(performance.timeOrigin, {
            id: interactionId,
            name,
            ms: duration,
          });
        }
      }).observe({
        type: 'event',
        durationThreshold: 16,
        buffered: true,
      } as PerformanceObserverInit);
    });
  }

  get all(): Interaction[] {
    return [...this.seen.values()];
  }
}

/** The next two frames: what a tap changed is painted, and the browser has told of it. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)));
      }),
  );

async function slowPhone(
  browser: Browser,
  world: Hosted,
  baseUrl: string,
  email: string,
  watch: Watch,
): Promise<Page> {
  const context = await phone(browser);
  await context.addCookies(
    (await signIn(world, email)).map((cookie) => ({ ...cookie, url: baseUrl })),
  );
  await watch.on(context);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return page;
}

/** Finds a day, opens a thing, looks at its month, asks. Answers with the purpose that was given. */
async function ask(page: Page, baseUrl: string, { pool, resource }: District, watch: Watch) {
  const free = await freeDay(resource.slug, 30);
  watch.step = 'catalogue';
  await page.goto(baseUrl + paths.catalogue('de', pool));
  await page.getByRole('link', { name: 'Morgen', exact: true }).tap();
  await page.waitForURL(/from=/);
  await painted(page);
  watch.step = 'search';
  await page.getByRole('searchbox').tap();
  await page.keyboard.type('Saal');
  await page.getByRole('button', { name: 'Suchen' }).tap();
  await page.waitForURL(/q=Saal/);
  await painted(page);
  watch.step = 'thing';
  await page.getByRole('article').first().getByRole('link').first().tap();
  await page.waitForURL(/\/resources\//);
  await painted(page);
  await page.goto(baseUrl + paths.resource('de', pool, resource.slug) + onDay(free.day));
  watch.step = 'request';
  const purpose = `Bench ${free.day}`;
  await page.getByLabel(/^Wofür\?/).tap();
  await page.keyboard.type(purpose);
  await page.getByRole('button', { name: /^(Anfragen|Verbindlich buchen)$/ }).tap();
  await page.waitForURL(/\/bookings\/[0-9a-f-]{36}/);
  await painted(page);
  return purpose;
}

async function approve(page: Page, baseUrl: string, purpose: string, watch: Watch): Promise<void> {
  watch.step = 'inbox';
  await page.goto(baseUrl + paths.inbox('de'));
  const request = page.getByRole('article').filter({ hasText: purpose });
  await request.getByRole('button', { name: 'Zusagen' }).tap();
  await request.getByRole('button', { name: 'Zusagen' }).waitFor({ state: 'detached' });
  await painted(page);
}

/** The main job with real taps and keys on a processor four times slower than this one. */
export async function interactionsOf(
  bench: Bench,
  browser: Browser,
  world: Hosted,
  baseUrl: string,
  facts: District,
): Promise<{ table: Table; notes: string[] }> {
  process.env.E2E_DB_URL = world.adminDbUrl;
  const watch = new Watch();
  const hers = await slowPhone(browser, world, baseUrl, facts.member.email, watch);
  const his = await slowPhone(browser, world, baseUrl, facts.approverEmail, watch);
  for (let round = 0; round < bench.scale.mainJobs; round += 1) {
    const purpose = await ask(hers, baseUrl, facts, watch);
    await approve(his, baseUrl, purpose, watch);
  }
  await hers.context().close();
  await his.context().close();
  const times = watch.all.map(({ ms }) => ms);
  const worst = [...watch.all].sort((a, b) => b.ms - a.ms).slice(0, 5);
  return {
    table: {
      caption: 'From a tap or key to the next frame over the main job, processor 4× slower (ms)',
      columns: ['interactions', 'p50', 'p75', 'p95', 'max'],
      rows: [
        [
          times.length,
          percentile(times, 0.5),
          percentile(times, 0.75),
          percentile(times, 0.95),
          percentile(times, 1),
        ],
      ],
    },
    notes: worst.map(({ step, ms }) => `Slowest: ${step}: ${ms} ms`),
  };
}
