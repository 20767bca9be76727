import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PoolList } from '@/components/listings/pool-list';
import { PageHeader } from '@/components/ui/page-header';
import { listPools } from '@/lib/listings/queries/pools';
import { listMyPools } from '@/lib/organisations/queries';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessibility');
  return { title: t('title') };
}

/** Linked from the foot of every page, which knows no pool. Where there is one, nobody is asked. */
export default async function AccessibilityOfWhichPool() {
  const [pools, mine, locale, t] = await Promise.all([
    listPools(),
    listMyPools(),
    getLocale(),
    getTranslations('accessibility'),
  ]);
  const [only, another] = mine.length > 0 ? mine : pools;
  if (only && !another) redirect(paths.poolAccessibility(locale, only.slug));
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('which')} />
      <PoolList
        pools={pools.map((pool) => ({
          ...pool,
          href: paths.poolAccessibility(locale, pool.slug),
        }))}
      />
    </Page>
  );
}
