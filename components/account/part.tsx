import type { ReactNode } from 'react';

type PartProps = { title: string; lead?: string; children?: ReactNode };

/** A section of the account page. */
export function Part({ title, lead, children }: PartProps) {
  return (
    <section className="mt-8 first-of-type:mt-4">
      <h2 className="mb-3 text-lg">{title}</h2>
      {lead && <p className="mb-4 max-w-prose text-muted">{lead}</p>}
      {children}
    </section>
  );
}
