import { notFound } from 'next/navigation';
import { readIn, type Pool, type Reading, type ResourceDetail } from '@/lib/listings/model';
import { findResource } from '@/lib/listings/queries/resource';
import type { Locale } from '@/lib/platform/i18n/locales';
import { poolOf, type PoolParams } from '../../pool';

export type ThingParams = PoolParams & { slug: string };
/** `thing` says its title in the reader's language. */
export type ThingGround = {
  locale: Locale;
  pool: Pool;
  thing: ResourceDetail;
  reading: Reading;
  original: Reading;
};

export async function thingOf(params: ThingParams): Promise<ThingGround> {
  const [ground, thing] = await Promise.all([
    poolOf(params),
    findResource(params.pool, params.slug),
  ]);
  if (!thing) notFound();
  const reading = readIn(thing, ground.locale);
  return {
    ...ground,
    thing: { ...thing, title: reading.title },
    reading,
    original: readIn(thing, thing.locale),
  };
}
