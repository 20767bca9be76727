/// <reference lib="webworker" />
import { precacheAndRoute } from 'workbox-precaching/precacheAndRoute';
import { registerRoute } from 'workbox-routing/registerRoute';
import { SHARE_PATH } from '../protocol';
import { answerMessages } from './messages';
import { pageOrCopy } from './pages';
import { isPicture, keepPictures } from './pictures';
import { pressPush, renewPush, showPush } from './push';
import { sendNow, SYNC_TAG } from './queue';
import { takeShared } from './share';
import { isStaticFile, keepFiles } from './static-files';

// why declare: the worker's global scope is not the window that TypeScript assumes
declare const self: ServiceWorkerGlobalScope;

/**
 * The app without network. Own files come from the cache, pages from the network and, when there is
 * none, as the copy that was kept at the last visit. Nothing that another person may not see is kept
 * past a change of person (messages.ts). A new version waits until the page says so.
 */
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(isStaticFile, keepFiles);
registerRoute(isPicture, keepPictures);
registerRoute(({ request }) => request.mode === 'navigate', pageOrCopy);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === SHARE_PATH,
  takeShared,
  'POST',
);

self.addEventListener('message', answerMessages);
self.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendNow());
});
self.addEventListener('push', (event) => {
  event.waitUntil(showPush(event));
});
self.addEventListener('notificationclick', (event) => {
  event.waitUntil(pressPush(event));
});
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renewPush(event));
});
self.addEventListener('activate', (event) => {
  // the first page is ours at once, so that what it loads next is kept
  event.waitUntil(self.clients.claim());
});
