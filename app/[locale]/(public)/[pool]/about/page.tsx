import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { LinkedText } from '@/components/ui/linked-text';
import { paths } from '@/lib/platform/paths';
import { poolOf, type PoolParams } from '../pool';

type Props = { params: Promise<PoolParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ pool }, t] = await Promise.all([params.then(poolOf), getTranslations('listings.about')]);
  return { title: t('title', { pool: pool.name }) };
}

export default async function AboutPage({ params }: Props) {
  const [{ locale, pool }, t] = await Promise.all([
    params.then(poolOf),
    getTranslations('listings'),
  ]);
  return (
    <Page>
      <PageHeader
        title={t('about.title', { pool: pool.name })}
        back={{ href: paths.catalogue(locale, pool.slug), label: t('organisation.back') }}
      />
      <LinkedText text={pool.about || t('about.empty')} />
      <h2 id="imprint" className="mt-8 mb-2 text-xl">
        {t('catalogue.imprint')}
      </h2>
      <LinkedText text={pool.imprint || t('about.empty')} />
    </Page>
  );
}
