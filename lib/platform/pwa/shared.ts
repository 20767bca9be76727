import { now } from '../clock';
import { CACHES } from './protocol';

/** Photos that another app shared and the service worker keeps (worker/share.ts), in the page. */

/** What nobody has used by then is not wanted. */
const STAYS_MS = 24 * 3_600_000;

/** In the order in which they were shared; they stay until `forgetShared`. */
export async function sharedPhotos(): Promise<File[]> {
  if (!('caches' in window) || !(await caches.has(CACHES.shared))) return [];
  const cache = await caches.open(CACHES.shared);
  const photos: File[] = [];
  for (const key of await cache.keys()) {
    const kept = await cache.match(key);
    if (!kept) continue;
    const at = Date.parse(kept.headers.get('date') ?? '');
    if (!(now().getTime() - at < STAYS_MS)) {
      await forgetShared();
      return [];
    }
    const content = await kept.blob();
    photos.push(new File([content], `photo-${String(photos.length + 1)}`, { type: content.type }));
  }
  return photos;
}

export async function forgetShared(): Promise<void> {
  if ('caches' in window) await caches.delete(CACHES.shared);
}
