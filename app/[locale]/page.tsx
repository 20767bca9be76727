import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PoolList } from '@/components/listings/pool-list';
import { PageHeader } from '@/components/ui/page-header';
import { listPools } from '@/lib/listings/queries/pools';
import { listMyPools } from '@/lib/organisations/queries';
import { paths } from '@/lib/platform/paths';

/** Which pool? Where there is only one, or the viewer belongs to one, nobody is asked. */
export default async function Home() {
  const [pools, mine, locale, t] = await Promise.all([
    listPools(),
    listMyPools(),
    getLocale(),
    getTranslations('listings.pools'),
  ]);
  const [only, another] = mine.length > 0 ? mine : pools;
  if (only && !another) redirect(paths.catalogue(locale, only.slug));
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PoolList
        pools={pools.map((pool) => ({ ...pool, href: paths.catalogue(locale, pool.slug) }))}
      />
    </Page>
  );
}
