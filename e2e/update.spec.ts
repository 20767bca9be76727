import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectDir } from '../supabase/local/migrate';
import { ResourceScreen } from './screens/resource';
import { expect, test } from './support/fixtures';
import { kept } from './support/kept';

/** The service worker that /sw.js serves to this world; see support/world.ts. */
const WORKER = join(projectDir, '.next-test', 'service-worker.js');
let original = '';

test.beforeAll(async () => {
  original = await readFile(WORKER, 'utf8');
});
test.afterEach(async () => {
  await writeFile(WORKER, original);
});

/** As after a deployment: the server has another version, and the browser looks. */
async function publish(page: Page): Promise<void> {
  await writeFile(WORKER, `${original}\n// ${crypto.randomUUID()}\n`);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}

/** On a thing's page, under the worker's care, with something typed that nobody has sent. */
async function halfFilled(page: Page): Promise<ResourceScreen> {
  const thing = new ResourceScreen(page);
  await thing.open('gluecksrad');
  await kept(page, '/de/ostviertel/resources/gluecksrad');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByLabel('Von', { exact: true }).fill('2031-05-05');
  await mark(page);
  return thing;
}

/** A sign that this document has not been loaded anew. */
const mark = (page: Page) =>
  page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
const isMarked = (page: Page) => page.evaluate(() => 'notReloaded' in document.body.dataset);
/** Null while the page is on its way. */
const waiting = (page: Page) =>
  page
    .evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))
    .catch(() => null);

const banner = (page: Page) => page.getByText('Es gibt eine neue Fassung der App.');
const load = (page: Page) => page.getByRole('button', { name: 'Jetzt laden' });

test('a new version asks, leaves a half-filled form alone, and reloads once when it is let in', async ({
  page,
}) => {
  await halfFilled(page);
  await publish(page);
  await expect(banner(page)).toBeVisible();
  await expect(page.getByLabel('Von', { exact: true })).toHaveValue('2031-05-05');
  expect(await isMarked(page)).toBe(true);

  await page.getByRole('button', { name: 'Später' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(page.getByLabel('Von', { exact: true })).toHaveValue('2031-05-05');
  expect(await waiting(page)).toBe(true);

  // put off, not forgotten: the next page asks again
  await page.goto('/de/ostviertel');
  await expect(banner(page)).toBeVisible();
  let loads = 0;
  page.on('load', () => (loads += 1));
  await mark(page);
  await load(page).click();
  await expect.poll(() => loads).toBe(1);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect.poll(() => waiting(page)).toBe(false);
  expect(await isMarked(page)).toBe(false);
  // what would reload again would do so as soon as the page is alive
  await kept(page, '/de/ostviertel');
  await expect(banner(page)).toHaveCount(0);
  expect(loads).toBe(1);
});

test('a version that one window lets in leaves the other window’s form alone until it is asked', async ({
  page,
  context,
}) => {
  await halfFilled(page);
  const other = await context.newPage();
  await other.goto('/de/ostviertel');
  await other.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await publish(other);
  await expect(banner(page)).toBeVisible();
  await expect(banner(other)).toBeVisible();

  await mark(other);
  await load(other).click();
  await expect.poll(() => waiting(other)).toBe(false);
  await expect.poll(() => isMarked(other).catch(() => true)).toBe(false);
  await expect(banner(other)).toHaveCount(0);

  // the new version is in charge, and this window has lost nothing
  expect(await isMarked(page)).toBe(true);
  await expect(page.getByLabel('Von', { exact: true })).toHaveValue('2031-05-05');
  await load(page).click();
  await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
  await expect(banner(page)).toHaveCount(0);
});
