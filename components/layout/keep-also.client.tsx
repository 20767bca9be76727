'use client';

import { useEffect } from 'react';
import { tellWorker } from '@/lib/platform/pwa/worker-client';

const LATER_MS = 4_000;

/** Keeps pages that belong to this one (the bookings of a list) for times without network. */
export function KeepAlso({ pages }: { pages: string[] }) {
  const list = pages.join('\n');
  useEffect(() => {
    if (list === '') return;
    const timer = setTimeout(() => {
      if (navigator.onLine) void tellWorker({ type: 'keep-also', pages: list.split('\n') });
    }, LATER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [list]);
  return null;
}
