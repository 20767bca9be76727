import type { PrecacheEntry } from 'workbox-precaching';

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- adds to an interface of the browser
  interface ServiceWorkerGlobalScope {
    /** Filled in after the build with what every page needs (scripts/after-build/service-worker.ts). */
    __WB_MANIFEST: (PrecacheEntry | string)[];
  }
  /** Background Sync; TypeScript does not know it. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- adds to an interface of the browser
  interface ServiceWorkerGlobalScopeEventMap {
    sync: ExtendableEvent & { tag: string };
  }
  /** Where the platform has them; TypeScript does not know them. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- adds to an interface of the browser
  interface NotificationOptions {
    renotify?: boolean;
    actions?: { action: string; title: string }[];
  }
}
