import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlanLink } from '@/components/events/plan-link';
import { InstallHint } from '@/components/install/hint.client';
import { installWords } from '@/components/install/words';
import { Page } from '@/components/layout/page';
import { PoolFooter } from '@/components/listings/pool-footer';
import { LiveRefresh } from '@/components/ui/live-refresh.client';
import { isAsking, readFilters, type SearchParams } from '@/lib/listings/model';
import { alternatesOf } from '@/lib/platform/alternates';
import { paths } from '@/lib/platform/paths';
import { poolOf, type PoolParams } from './pool';
import { Results } from './results';
import { Search } from './search';

type Props = { params: Promise<PoolParams>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ locale, pool }, t] = await Promise.all([
    params.then(poolOf),
    getTranslations('listings.catalogue'),
  ]);
  return {
    title: t('metaTitle', { pool: pool.name }),
    description: t('metaDescription', { pool: pool.name }),
    alternates: alternatesOf(locale, (code) => paths.catalogue(code, pool.slug)),
  };
}

/**
 * What is free, when, and whose: the whole search stands in the address.
 *
 * why no skeleton here and on a thing's page: what streams in after its skeleton stands nowhere, or
 * out of order, for a browser without JavaScript. A pressed link says itself that it is on its way.
 */
export default async function CataloguePage({ params, searchParams }: Props) {
  const [{ locale, pool }, t] = await Promise.all([
    params.then(poolOf),
    getTranslations('listings.catalogue'),
  ]);
  const filters = readFilters(await searchParams);
  const ground = { locale, pool, filters };
  return (
    <Page width="wide">
      {/* who has said what they look for wants to see it: the greeting leaves a phone's few lines to it */}
      <div className={isAsking(filters) ? 'sr-only wide:not-sr-only wide:mb-3' : 'mb-3'}>
        <h1 className="text-2xl">{t('title')}</h1>
        <p className="mt-0.5 text-sm text-muted">{t('lead', { pool: pool.name })}</p>
      </div>
      {/* at a desk what narrows the list stands beside it, and stays while the list goes by */}
      <div className="wide:grid wide:grid-cols-[19rem_minmax(0,1fr)] wide:items-start wide:gap-8">
        <div className="wide:sticky wide:top-[calc(var(--top-bar)+1rem)]">
          <Search {...ground} />
        </div>
        <div className="wide:[&>section]:mt-0">
          <Results {...ground} />
        </div>
      </div>
      <PlanLink open={0} />
      <PoolFooter
        aboutHref={paths.poolAbout(locale, pool.slug)}
        offerHref={paths.newResource(locale)}
      />
      <InstallHint when="again" words={await installWords()} />
      <LiveRefresh topic={`pool:${pool.id}`} events={['availability_changed']} />
    </Page>
  );
}
