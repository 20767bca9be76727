import { notFound } from 'next/navigation';
import type { Pool, ResourceDetail } from '@/lib/listings/model';
import { findResource } from '@/lib/listings/queries/resource';
import type { Locale } from '@/lib/platform/i18n/locales';
import { poolOf, type PoolParams } from '../../pool';

export type ThingParams = PoolParams & { slug: string };
export type ThingGround = { locale: Locale; pool: Pool; thing: ResourceDetail };

export async function thingOf(params: ThingParams): Promise<ThingGround> {
  const [ground, thing] = await Promise.all([
    poolOf(params),
    findResource(params.pool, params.slug),
  ]);
  if (!thing) notFound();
  return { ...ground, thing };
}
