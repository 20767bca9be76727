import type { RouteMatchCallback } from 'workbox-core/types';
import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin';
import { StaleWhileRevalidate } from 'workbox-strategies/StaleWhileRevalidate';
import { CACHES } from '../protocol';

/** Drawn pictures of ours, and photos of things, which the storage serves to everybody. */
export const isPicture: RouteMatchCallback = ({ url, request }) =>
  request.destination === 'image' &&
  (url.pathname.startsWith('/pictures/') || url.pathname.includes('/storage/v1/object/public/'));

/** Old phones are short of room: two hundred pictures, two months, and the browser may take them all. */
export const keepPictures = new StaleWhileRevalidate({
  cacheName: CACHES.pictures,
  plugins: [
    new ExpirationPlugin({
      maxEntries: 200,
      maxAgeSeconds: 60 * 24 * 3600,
      purgeOnQuotaError: true,
    }),
  ],
});
