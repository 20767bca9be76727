import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** A drawn picture, about 160 px. */
  picture?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  /** The next step: a LinkButton. Never leave somebody standing. */
  action?: ReactNode;
};

export function EmptyState({ picture, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-3 px-2 py-10 text-center">
      {picture && <div className="w-40 overflow-hidden rounded-xl">{picture}</div>}
      <h2 className="text-lg">{title}</h2>
      {children && <p className="text-muted">{children}</p>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
