/// <reference lib="webworker" />
import type { RouteHandlerCallback } from 'workbox-core/types';
import { now } from '../../clock';
import { CACHES, SHARED_FIELD } from '../protocol';

/** As many as a thing may have. */
const MOST_PHOTOS = 12;

/**
 * Photos that another app shares: kept here until a form for a new thing has sent them, through a
 * sign-in and without network too. The newest share replaces what an earlier one left.
 */
export const takeShared: RouteHandlerCallback = async ({ request }) => {
  const form = await request.formData();
  const photos = form
    .getAll(SHARED_FIELD)
    .filter((entry) => entry instanceof File && entry.type.startsWith('image/'));
  await caches.delete(CACHES.shared);
  const cache = await caches.open(CACHES.shared);
  for (const [index, photo] of photos.slice(0, MOST_PHOTOS).entries()) {
    const headers = { date: now().toUTCString() };
    await cache.put(`/shared/${String(index)}`, new Response(photo, { headers }));
  }
  const locale = await localeHere();
  // without one the server knows the language
  return Response.redirect(`${locale ? `/${locale}` : ''}/resources/new`, 303);
};

/** That of the page which was looked at last. */
async function localeHere(): Promise<string | undefined> {
  const kept = await (await caches.open(CACHES.pages)).keys();
  const newest = kept.at(-1);
  return newest && new URL(newest.url).pathname.split('/')[1];
}
