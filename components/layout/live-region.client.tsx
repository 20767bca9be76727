'use client';

import { useEffect, useState } from 'react';
import { ANNOUNCE_EVENT, type Announcement } from '@/lib/platform/announce';

const STAYS_MS = 6_000;

function isAnnouncement(event: Event): event is CustomEvent<Announcement> {
  return event instanceof CustomEvent && event.type === ANNOUNCE_EVENT;
}

/** The one polite region of the app; see lib/platform/announce. */
export function LiveRegion() {
  const [current, setCurrent] = useState<Announcement | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function listen(event: Event) {
      if (!isAnnouncement(event)) return;
      clearTimeout(timer);
      setCurrent(event.detail);
      timer = setTimeout(() => {
        setCurrent(null);
      }, STAYS_MS);
    }
    window.addEventListener(ANNOUNCE_EVENT, listen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(ANNOUNCE_EVENT, listen);
    };
  }, []);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--tab-bar)+1rem)] z-50 flex justify-center"
    >
      {current && (
        <p
          className={
            current.isVisible
              ? 'edged rounded-full bg-ink px-5 py-3 text-center text-sm font-semibold text-paper shadow-raised'
              : 'sr-only'
          }
        >
          {current.text}
        </p>
      )}
    </div>
  );
}
