import type { ReactNode } from 'react';

/** Two beside each other on a phone, fewer when the text is large. */
export function ThingGrid({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8.75rem),1fr))] gap-3 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] sm:gap-4">
      {children}
    </div>
  );
}
