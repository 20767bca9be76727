import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { findPool } from '@/lib/listings/queries/pools';

type Props = { children: ReactNode; params: Promise<{ pool: string }> };

/** An address of a pool that does not exist is not found, whoever asks. */
export default async function QmLayout({ children, params }: Props) {
  const { pool } = await params;
  if (!(await findPool(pool))) notFound();
  return children;
}
