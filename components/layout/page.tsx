import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

const WIDTHS = {
  narrow: 'max-w-2xl',
  normal: 'max-w-4xl',
  wide: 'max-w-6xl',
  full: 'max-w-[120rem]',
} as const;

type PageProps = {
  /** narrow: forms and one thing to read. normal. wide: lists of cards, tables. full: as much as fits. */
  width?: keyof typeof WIDTHS;
  children: ReactNode;
  className?: string;
};

/** The frame of every page's content. */
export function Page({ width = 'narrow', children, className }: PageProps) {
  return <div className={cn('mx-auto px-4 pt-4 pb-8', WIDTHS[width], className)}>{children}</div>;
}
