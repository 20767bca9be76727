import { notFound } from 'next/navigation';
import type { Pool } from '@/lib/listings/model';
import { findPool } from '@/lib/listings/queries/pools';
import { toLocale, type Locale } from '@/lib/platform/i18n/locales';

export type PoolParams = { locale: string; pool: string };

/** Who is asked for, from the address. */
export async function poolOf(params: PoolParams): Promise<{ locale: Locale; pool: Pool }> {
  const pool = await findPool(params.pool);
  if (!pool) notFound();
  return { locale: toLocale(params.locale), pool };
}
