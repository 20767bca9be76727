import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PriceForm } from '@/components/prices/price-form';
import { PageHeader } from '@/components/ui/page-header';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { findOwnPrices } from '@/lib/prices/queries/prices';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('prices.edit');
  return { title: t('title') };
}

/** What holds for all things of an organisation that say nothing of their own. */
export default async function OrganisationPricesPage({ params }: Props) {
  await requireViewer();
  const { slug } = await params;
  const [mine, t, locale] = await Promise.all([
    findMyOrganisation(slug),
    getTranslations('prices.edit'),
    getLocale(),
  ]);
  if (!mine || !canApprove(mine.role)) notFound();
  const prices = await findOwnPrices({ organisationId: mine.id, resourceId: null });
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('titleAll')}
        back={{ href: paths.organisation(locale, slug, { show: 'prices' }), label: mine.name }}
      />
      <p className="mb-6 text-muted">{t('leadAll')}</p>
      <PriceForm scope="organisation" id={mine.id} prices={prices} />
    </Page>
  );
}
