'use client';

import { useEffect, useState } from 'react';
import { CACHES } from '@/lib/platform/pwa/protocol';

type Kept = { path: string; title: string };

/** The pages that are on this device, newest first; and back to the page that was wanted when the network returns. */
export function KeptList({ locale, title }: { locale: string; title: string }) {
  const [pages, setPages] = useState<Kept[]>([]);

  useEffect(() => {
    let isOver = false;
    void keptPages(locale).then((found) => {
      if (!isOver) setPages(found);
    });
    // shown in place of another page: that one is what the person wants
    const comeBack = () => {
      if (!location.pathname.endsWith('/offline')) location.reload();
    };
    window.addEventListener('online', comeBack);
    return () => {
      isOver = true;
      window.removeEventListener('online', comeBack);
    };
  }, [locale]);

  if (pages.length === 0) return null;
  return (
    <section aria-labelledby="kept" className="mt-8">
      <h2 id="kept" className="mb-2 text-lg">
        {title}
      </h2>
      <ul className="divide-y divide-line">
        {pages.map(({ path, title }) => (
          <li key={path}>
            {/* a full load: what the router would fetch needs the network */}
            <a href={path} className="flex min-h-12 items-center py-2 text-leaf-ink underline">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function keptPages(locale: string): Promise<Kept[]> {
  if (!('caches' in window)) return [];
  const cache = await caches.open(CACHES.pages);
  const kept: Kept[] = [];
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!pathname.startsWith(`/${locale}`) || pathname.includes('/offline')) continue;
    const html = await (await cache.match(request))?.text();
    const title = /<title>([^<]*)<\/title>/.exec(html ?? '')?.[1];
    // without the app's own name behind it
    const own = decoded(title ?? '').replace(/ · [^·]*$/, '');
    if (own) kept.unshift({ path: pathname + search, title: own });
  }
  return kept;
}

function decoded(text: string): string {
  return new DOMParser().parseFromString(text, 'text/html').body.textContent;
}
