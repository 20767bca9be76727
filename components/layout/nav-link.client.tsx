'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type NavLinkProps = {
  href: string;
  match: string;
  exact?: boolean;
  label?: string | undefined;
  className: string;
  children: ReactNode;
};

/** A link that knows whether it is where we are: the layout around it does not render again. */
export function NavLink({ href, match, exact = false, label, className, children }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === match || (!exact && path.startsWith(`${match}/`));
  return (
    <Link
      href={href}
      aria-label={label}
      aria-current={isHere ? 'page' : undefined}
      className={className}
    >
      {children}
    </Link>
  );
}
