'use client';

import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { Day } from '@/lib/platform/dates';
import type { MonthWords } from './when-words';

type MonthProps = { today: Day; words: MonthWords; keepsHours: boolean };

/**
 * The month to choose from, fetched when the fields are first seen: a closed sheet costs nothing. The
 * plain date fields do without it, and go on doing so where it cannot be fetched.
 */
export function MonthWhenSeen(props: MonthProps) {
  const place = useRef<HTMLDivElement>(null);
  const [Month, setMonth] = useState<ComponentType<MonthProps> | null>(null);

  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void import('./month-pick.client').then(
        ({ MonthPick }) => {
          setMonth(() => MonthPick);
        },
        () => undefined,
      );
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, []);

  return (
    // a place of its size, so that nothing jumps when it comes
    <div ref={place} className="needs-js min-h-112">
      {Month && <Month {...props} />}
    </div>
  );
}
