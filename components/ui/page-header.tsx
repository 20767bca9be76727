import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from './icon';

type PageHeaderProps = {
  title: ReactNode;
  /** One line below the title. */
  lead?: ReactNode;
  back?: { href: string; label: string };
  /** Beside the title: a quiet button, a badge. */
  aside?: ReactNode;
};

export function PageHeader({ title, lead, back, aside }: PageHeaderProps) {
  return (
    <header className="mb-5">
      {back && (
        <Link
          href={back.href}
          className="-ms-2 mb-1 inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-sm font-semibold text-leaf hover:underline"
        >
          <Icon name="back" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-2xl hyphens-auto">
          <bdi>{title}</bdi>
        </h1>
        {aside && <div className="shrink-0">{aside}</div>}
      </div>
      {lead && <p className="mt-1.5 max-w-prose text-muted">{lead}</p>}
    </header>
  );
}
