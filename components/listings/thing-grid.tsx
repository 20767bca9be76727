import type { ReactNode } from 'react';
import { SkeletonPhotoCard } from '@/components/ui/skeleton';

const GRID =
  'grid grid-cols-[repeat(auto-fill,minmax(min(100%,8.75rem),1fr))] gap-3 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] sm:gap-4';

/** Two beside each other on a phone, fewer when the text is large. */
export function ThingGrid({ children }: { children: ReactNode }) {
  return <div className={GRID}>{children}</div>;
}

export function ThingGridSkeleton({ count = 8 }: { count?: number }) {
  return (
    <div className={GRID} aria-busy>
      {Array.from({ length: count }, (_, index) => (
        <SkeletonPhotoCard key={index} />
      ))}
    </div>
  );
}
