'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { countVisit, isStandalone } from '@/lib/platform/pwa/install';
import { isWorthKeeping } from '@/lib/platform/pwa/protocol';
import { tellWorker } from '@/lib/platform/pwa/worker-client';

type KeptPagesProps = {
  /** Who is looking; what was kept for somebody else is thrown away. Empty: nobody. */
  person: string;
  locale: string;
};

/** Keeps what is visited for times without network. Renders nothing. */
export function KeptPages({ person, locale }: KeptPagesProps) {
  const path = usePathname();
  const query = useSearchParams().toString();

  useEffect(countVisit, []);

  useEffect(() => {
    void tellWorker({ type: 'person', person });
  }, [person]);

  useEffect(() => {
    if (!isWorthKeeping(path)) return;
    // why later: what is on screen comes first; this is for another day
    const timer = setTimeout(() => {
      if (!navigator.onLine) return;
      void tellWorker({
        type: 'keep',
        pages: [query ? `${path}?${query}` : path],
        offlinePage: `/${locale}/offline`,
      });
      // on the home screen, photos may be shared to it from anywhere
      if (person && isStandalone())
        void tellWorker({ type: 'keep-also', pages: [`/${locale}/resources/new`] });
    }, 2_500);
    return () => {
      clearTimeout(timer);
    };
  }, [path, query, locale, person]);
  return null;
}
