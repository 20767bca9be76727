/// <reference lib="webworker" />
import type { RouteHandlerCallback } from 'workbox-core/types';
import { now } from '../../clock';
import { CACHES, isWorthKeeping } from '../protocol';

/** A page that is slower than this comes as its copy when there is one; the network goes on. */
const PATIENCE_MS = 4_000;
const MOST_PAGES = 60;

/** Windows that show a copy, so that they can say so when they ask (messages.ts). */
export const showingCopy = new Set<string>();

/** The page from the network; without one, or when it is very slow, the copy of the last visit. */
export const pageOrCopy: RouteHandlerCallback = async ({ request, event, url }) => {
  const path = url.pathname + url.search;
  const fromNetwork = fetch(request).then((response) => {
    event.waitUntil(keepResponse(path, response.clone()));
    return response;
  });
  const copy = await findCopy(path);
  if (!copy) return fromNetwork.catch(() => offlinePage(url));
  const first = await Promise.race([fromNetwork.catch(() => null), patience()]);
  if (first) return first;
  // why: the loser of the race may still fail, and nobody listens any more
  fromNetwork.catch(() => null);
  if (event instanceof FetchEvent) showingCopy.add(event.resultingClientId);
  return copy;
};

function patience(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(null);
    }, PATIENCE_MS);
  });
}

async function findCopy(path: string): Promise<Response | undefined> {
  const pages = await caches.open(CACHES.pages);
  return pages.match(path);
}

async function offlinePage(url: URL): Promise<Response> {
  const pages = await caches.open(CACHES.pages);
  const locale = url.pathname.split('/')[1] ?? '';
  const own = await pages.match(`/${locale}/offline`);
  if (own) return own;
  const kept = await pages.keys();
  const any = kept.find((request) => isOfflinePage(request));
  return (any && (await pages.match(any))) ?? Response.error();
}

const isOfflinePage = (request: Request) => new URL(request.url).pathname.endsWith('/offline');

let isMakingWay = false;

/**
 * Fetches nothing ahead any more. A browser lets a new version in only once the old one has nothing
 * left to do, and over a bad network keeping a page with its pictures takes minutes.
 */
export function stopKeeping(): void {
  isMakingWay = true;
}

/** Fetches pages anew and keeps them with the files they need; where that fails the old copies stay. */
export async function keepPages(paths: string[]): Promise<void> {
  for (const path of paths) {
    if (isMakingWay) return;
    const response = await fetch(path, { headers: { accept: 'text/html' } }).catch(() => null);
    if (!response) continue;
    await keepResponse(path, response.clone());
    await keepWhatItNeeds(await response.text());
  }
}

const OLD_MS = 30 * 60_000;

/** Those of the pages whose copy is missing or old. */
export async function keepOldPages(paths: string[]): Promise<void> {
  const pages = await caches.open(CACHES.pages);
  for (const path of paths) {
    const copy = await pages.match(path);
    const at = Date.parse(copy?.headers.get('date') ?? '');
    if (!(now().getTime() - at < OLD_MS)) await keepPages([path]);
  }
}

const FILES = /\/_next\/static\/[\w./~-]+\.(?:js|css)/g;
const PICTURES =
  /(?:\/pictures\/|https?:\/\/[\w.:-]+\/storage\/v1\/object\/public\/)[\w./-]+\.(?:svg|webp|jpg|avif)/g;

/** What a page names, also in what its scripts read. Most comes out of the browser's own cache. */
async function keepWhatItNeeds(html: string): Promise<void> {
  for (const [cacheName, names] of [
    [CACHES.files, new Set(html.match(FILES))],
    [CACHES.pictures, new Set(html.match(PICTURES))],
  ] as const) {
    const cache = await caches.open(cacheName);
    for (const name of names) {
      if (isMakingWay) return;
      if (await caches.match(name)) continue;
      // as an <img> asks: photos come from the storage's own origin
      const found = await fetch(name, { mode: 'no-cors' }).catch(() => null);
      if (found && (found.ok || found.type === 'opaque')) await cache.put(name, found);
    }
  }
}

async function keepResponse(path: string, response: Response): Promise<void> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  // a redirect ends at another page, most often sign-in
  if (!response.ok || !isPage || response.redirected) return;
  if (!isWorthKeeping(path.split('?')[0] ?? '')) return;
  // read to its end first: what breaks off on the way must not cost the copy of an earlier visit
  const body = await response.blob().catch(() => null);
  if (!body) return;
  const { status, headers } = response;
  const pages = await caches.open(CACHES.pages);
  // deleted first, so that the order of keys() is that of the last visits
  await pages.delete(path);
  await pages.put(path, new Response(body, { status, headers }));
  const kept = (await pages.keys()).filter((request) => !isOfflinePage(request));
  for (const request of kept.slice(0, Math.max(kept.length - MOST_PAGES, 0))) {
    await pages.delete(request);
  }
}
