import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Request, Response } from '@playwright/test';
import { paths } from '../../lib/platform/paths';
import type { Bench, Part } from '../core/bench';
import { joined, phone, withBrowser } from '../core/browser';
import type { Hosted } from '../core/hosted';
import type { Cell, Report, Table } from '../core/report';
import { spread } from '../core/stats';
import { withAdmin } from '../data/database';
import { district } from '../data/district';

const kinds = ['document', 'script', 'style', 'font', 'picture', 'data', 'other'] as const;
type Kind = (typeof kinds)[number];

export type Item = {
  kind: Kind;
  path: string;
  /** What a browser would get from a server that compresses with brotli; headers not counted. */
  brotli: number;
  /** What our server sent. */
  sent: number;
  isFirstView: boolean;
};

function kindOf(type: string): Kind {
  if (type.includes('html')) return 'document';
  if (type.includes('javascript')) return 'script';
  if (type.includes('css')) return 'style';
  if (type.includes('font')) return 'font';
  if (type.startsWith('image/')) return 'picture';
  if (/json|x-component|text\/plain/.test(type)) return 'data';
  return 'other';
}

const isCompressed = (kind: Kind, type: string) =>
  kind === 'font' || (kind === 'picture' && !type.includes('svg'));

function brotliSize(body: Buffer): number {
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  }).length;
}

async function weigh(request: Request, response: Response, isFirstView: boolean): Promise<Item[]> {
  const type = response.headers()['content-type'] ?? '';
  const body = await response.body().catch(() => undefined);
  if (!body || body.length === 0) return []; // a redirect, or a prefetch that was given up
  const kind = kindOf(type);
  const { responseBodySize } = await request.sizes();
  const isBrotli = response.headers()['content-encoding'] === 'br';
  const asItIs = isBrotli || isCompressed(kind, type);
  const path = new URL(request.url()).pathname;
  const brotli = isBrotli ? responseBodySize : asItIs ? body.length : brotliSize(body);
  return [{ kind, path, brotli, sent: responseBodySize, isFirstView }];
}

/** Everything a page loads by itself: until its load event, and until it has nothing left to do. */
export async function view(browser: Browser, address: string): Promise<Item[]> {
  const context = await phone(browser);
  const page = await context.newPage();
  const items: Promise<Item[]>[] = [];
  let isFirstView = true;
  page.on('requestfinished', (request) => {
    const first = isFirstView;
    items.push(
      request.response().then((response) => (response ? weigh(request, response, first) : [])),
    );
  });
  const live = joined(page);
  live.catch(() => undefined); // awaited below
  const answer = await page.goto(address, { waitUntil: 'load' });
  isFirstView = false;
  if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status() ?? 0}`);
  // why: the realtime library comes last, when the page is idle
  await live;
  await page.waitForLoadState('networkidle');
  const found = (await Promise.all(items)).flat();
  await context.close();
  return found;
}

export const kilobytes = (items: Item[], size: (item: Item) => number) =>
  items.reduce((sum, item) => sum + size(item), 0) / 1000;

function table(name: string, views: Item[][]): Table {
  const row = (label: string, fits: (item: Item) => boolean): Cell[] => {
    const each = views.map((items) => items.filter(fits));
    return [
      label,
      spread(
        each.map((items) =>
          kilobytes(
            items.filter((i) => i.isFirstView),
            (i) => i.brotli,
          ),
        ),
      ),
      spread(each.map((items) => kilobytes(items, (i) => i.brotli))),
      spread(each.map((items) => kilobytes(items, (i) => i.sent))),
      spread(each.map((items) => items.length)),
    ];
  };
  const present = kinds.filter((kind) => views.some((items) => items.some((i) => i.kind === kind)));
  return {
    caption: `${name} (kB = 1000 bytes)`,
    columns: ['what', 'first view, brotli', 'after idle, brotli', 'after idle, as sent', 'answers'],
    rows: [
      ...present.map((kind) => row(kind, (i) => i.kind === kind)),
      row('together', () => true),
    ],
  };
}

async function measure(bench: Bench, world: Hosted, browser: Browser): Promise<Report> {
  const { pool, resource } = await withAdmin(world, district);
  const pages = [
    ['Catalogue', paths.catalogue('de', pool)],
    ['Resource page', paths.resource('de', pool, resource.slug)],
  ] as const;
  const tables: Table[] = [];
  const heaviest: string[] = [];
  for (const [name, path] of pages) {
    bench.log(`${name}: ${path}`);
    const views: Item[][] = [];
    for (let n = 0; n < bench.scale.pageViews; n += 1) {
      views.push(await view(browser, world.baseUrl + path));
    }
    tables.push(table(`${name} ${path}`, views));
    const scripts = (views[0] ?? []).filter(({ kind }) => kind === 'script');
    const [first] = scripts.sort((a, b) => b.brotli - a.brotli);
    if (first) {
      heaviest.push(
        `${name}: the heaviest script is ${first.path.split('/').at(-1) ?? ''} with ${(first.brotli / 1000).toFixed(1)} kB.`,
      );
    }
  }
  return {
    tables,
    notes: [
      `${browser.browserType().name()} ${browser.version()}, 390 × 844 at two pixels per point, empty cache, signed out; first view = finished before the load event.`,
      'Texts are compressed with brotli 5 where our server sent less; fonts and photos count as they are; headers are not counted.',
      ...heaviest,
    ],
  };
}

export const bytes: Part = {
  name: 'bytes',
  title: 'What a first visit downloads',
  limitMinutes: 10,
  run: async (bench) => {
    const world = await bench.world();
    return withBrowser(bench, (browser) => measure(bench, world, browser));
  },
};
