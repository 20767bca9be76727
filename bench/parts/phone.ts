import type { Browser } from '@playwright/test';
import { paths } from '../../lib/platform/paths';
import type { Bench, Part } from '../core/bench';
import { phone as phoneOf, withBrowser } from '../core/browser';
import { withCompression } from '../core/compress';
import type { Hosted } from '../core/hosted';
import type { Report, Table } from '../core/report';
import { spread } from '../core/stats';
import { withAdmin } from '../data/database';
import { district } from '../data/district';
import { givePhotos } from '../data/photos';
import { kilobytes, view, type Item } from './bytes';
import { interactionsOf } from './phone/interactions';
import { lighthouseOf, slowedOf } from './phone/lighthouse';
import { offlineOf } from './phone/offline';

const PHOTOS = 12;

/** The things that the catalogue shows first, in its order. */
async function firstSlugs(browser: Browser, address: string): Promise<string[]> {
  const context = await phoneOf(browser);
  try {
    const page = await context.newPage();
    await page.goto(address);
    const links = page.locator('main article a[href*="/resources/"]');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const slugs = hrefs.map((href) => /\/resources\/([^/?#]+)/.exec(href ?? '')?.[1] ?? '');
    return [...new Set(slugs)].slice(0, PHOTOS);
  } finally {
    await context.close();
  }
}

async function photograph(world: Hosted, slugs: string[]): Promise<void> {
  await withAdmin(world, async (admin) => {
    const { rows } = await admin.query<{ id: string; organisation_id: string }>(
      `select id, organisation_id from public.resources where slug = any ($1) order by array_position($1, slug)`,
      [slugs],
    );
    await givePhotos(world, admin, rows);
  });
}

async function weight(bench: Bench, browser: Browser, address: string): Promise<Table> {
  const views: Item[][] = [];
  for (let n = 0; n < bench.scale.pageViews; n += 1) views.push(await view(browser, address));
  const of = (kind: string) =>
    spread(
      views.map((items) =>
        kilobytes(
          items.filter((item) => kind === 'all' || item.kind === kind),
          (item) => item.brotli,
        ),
      ),
    );
  return {
    caption: `The first catalogue view with ${PHOTOS} photos, everything that loads by itself (kB = 1000 bytes, brotli)`,
    columns: ['document', 'script', 'style', 'font', 'picture', 'together'],
    rows: [['document', 'script', 'style', 'font', 'picture', 'all'].map(of)],
  };
}

async function measure(bench: Bench, world: Hosted): Promise<Report> {
  const facts = await withAdmin(world, district);
  const catalogue = paths.catalogue('de', facts.pool);
  const pages = [
    ['Catalogue', catalogue],
    ['Resource page', paths.resource('de', facts.pool, facts.resource.slug)],
  ] as const;
  return withCompression(bench, world.baseUrl, async (baseUrl) => {
    const addresses = pages.map(([name, path]) => [name, baseUrl + path] as const);
    const lighthouse = await lighthouseOf(bench, addresses);
    bench.log('a network really slowed …');
    const slowed = await slowedOf(bench, addresses);
    return withBrowser(bench, async (browser) => {
      bench.log('offline …');
      const offline = await offlineOf(bench, world.baseUrl, pages);
      bench.log('the main job …');
      const interactions = await interactionsOf(bench, browser, world, baseUrl, facts);
      bench.log(`${PHOTOS} photos …`);
      await photograph(world, await firstSlugs(browser, baseUrl + catalogue));
      const withPhotos = await lighthouseOf(bench, [['Catalogue, photos', baseUrl + catalogue]]);
      const heavy = await weight(bench, browser, baseUrl + catalogue);
      lighthouse.table.rows.push(...withPhotos.table.rows);
      return {
        tables: [lighthouse.table, slowed, offline, interactions.table, heavy],
        notes: [
          `Chromium ${browser.version()}; the app behind a proxy that compresses with brotli 5, over HTTP/1.1.`,
          'Photos are coloured noise of 1600 × 1200 with the spectrum of pictures of the world, prepared by the app’s own code.',
          ...lighthouse.notes,
          ...withPhotos.notes,
          ...interactions.notes,
        ],
      };
    });
  });
}

export const phone: Part = {
  name: 'phone',
  title: 'At home on the phone',
  limitMinutes: 25,
  run: async (bench) => measure(bench, await bench.world()),
};
