import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** The way back, above a page whose title stands further down. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="-ms-2 mb-1 inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-sm font-semibold text-leaf hover:underline"
    >
      <Icon name="back" />
      {children}
    </Link>
  );
}
