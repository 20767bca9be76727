import { cn } from './cn';

/**
 * Blocks of the size of what is coming. Hidden from screen readers; the region around it says
 * aria-busy. `skeleton` is also what the no-JavaScript style hides (see layout).
 */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden className={cn('skeleton animate-pulse rounded-md bg-sunken', className)} />
  );
}

export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <div className="skeleton space-y-2.5">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={cn('h-4', line === lines - 1 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  );
}

/** As tall as a PhotoCard with two lines below its title. */
export function SkeletonPhotoCard() {
  return (
    <div className="skeleton overflow-hidden rounded-lg bg-surface shadow-card">
      <Skeleton className="aspect-4/3 rounded-none" />
      <div className="space-y-2.5 p-3.5">
        <Skeleton className="h-5 w-4/5" />
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="h-4 w-2/5" />
      </div>
    </div>
  );
}

export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  return (
    <div className="skeleton space-y-3">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-24 rounded-lg" />
      ))}
    </div>
  );
}
