'use client';

import { useLinkStatus } from 'next/link';
import { cn } from './cn';

/** Inside a link: turns while the page behind it is on its way, on slow networks only. */
export function LinkPending({ className }: { className?: string }) {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span
      aria-hidden
      className={cn(
        'size-[1.1em] shrink-0 animate-spin rounded-full border-2 border-current border-e-transparent',
        className,
      )}
    />
  );
}
