import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { findPool } from '@/lib/listings/queries/pools';

type Props = { children: ReactNode; params: Promise<{ pool: string }> };

/** Above the skeletons, so that an unknown pool still answers 404. */
export default async function PoolLayout({ children, params }: Props) {
  if (!(await findPool((await params).pool))) notFound();
  return children;
}
