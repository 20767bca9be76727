import type { RouteMatchCallback } from 'workbox-core/types';
import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin';
import { CacheFirst } from 'workbox-strategies/CacheFirst';
import { CACHES } from '../protocol';

/** Next's own files carry a hash in their names: what is there once never changes. */
export const isStaticFile: RouteMatchCallback = ({ url, sameOrigin }) =>
  sameOrigin && (url.pathname.startsWith('/_next/static/') || url.pathname.startsWith('/icons/'));

export const keepFiles = new CacheFirst({
  cacheName: CACHES.files,
  plugins: [new ExpirationPlugin({ maxEntries: 150, maxAgeSeconds: 60 * 24 * 3600 })],
});
