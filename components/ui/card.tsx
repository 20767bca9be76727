import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { Island } from './island';
import { LinkPending } from './link-pending.client';

type CardProps = {
  children: ReactNode;
  className?: string;
  as?: 'div' | 'li' | 'section' | 'article';
};

export function Card({ children, className, as: Tag = 'div' }: CardProps) {
  return (
    <Tag className={cn('edged rounded-lg bg-surface p-4 shadow-card', className)}>{children}</Tag>
  );
}

type PhotoCardProps = {
  href: string;
  title: ReactNode;
  /** A 4:3 photo or picture. */
  picture: ReactNode;
  /** On the picture's corner: the kind. */
  corner?: ReactNode;
  children?: ReactNode;
  headingLevel?: 2 | 3;
};

/** One press anywhere opens it, yet only the title is the link a screen reader meets. */
export function PhotoCard({
  href,
  title,
  picture,
  corner,
  children,
  headingLevel = 2,
}: PhotoCardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <Island>
      <article className="edged relative flex pressable flex-col overflow-hidden rounded-lg bg-surface shadow-card [contain-intrinsic-size:auto_16rem] [content-visibility:auto] hover:shadow-raised">
        <div className="relative aspect-4/3 overflow-hidden bg-sunken">
          {picture}
          {corner && (
            <div className="absolute start-2 bottom-2 max-w-[calc(100%-1rem)]">{corner}</div>
          )}
        </div>
        <div className="flex grow flex-col gap-1 p-3.5">
          <Heading className="text-base leading-snug">
            <Link
              href={href}
              prefetch={false}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              <bdi>{title}</bdi>
              <LinkPending className="ms-2 inline-block align-middle text-leaf" />
            </Link>
          </Heading>
          {children}
        </div>
      </article>
    </Island>
  );
}
