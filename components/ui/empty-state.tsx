import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** A drawn picture, about 160 px. */
  picture?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  /** The next step: a LinkButton. Never leave somebody standing. */
  action?: ReactNode;
  /** 1 where nothing else is on the page. */
  headingLevel?: 1 | 2;
};

export function EmptyState({
  picture,
  title,
  children,
  action,
  headingLevel = 2,
}: EmptyStateProps) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2';
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-3 px-2 py-10 text-center">
      {picture && <div className="w-40 overflow-hidden rounded-xl">{picture}</div>}
      <Heading className="text-lg">{title}</Heading>
      {children && <p className="text-muted">{children}</p>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
