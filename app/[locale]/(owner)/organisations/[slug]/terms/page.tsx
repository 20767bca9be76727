import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { cancelInWords } from '@/components/prices/price-sentences';
import { CancelCard } from '@/components/terms/cancel-card';
import { TermsEditor } from '@/components/terms/terms-editor';
import { PageHeader } from '@/components/ui/page-header';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { findOwnPrices, listBorrowers } from '@/lib/prices/queries/prices';
import { resolved } from '@/lib/terms/model/levels';
import { findOrganisationLevels } from '@/lib/terms/queries/levels';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('terms.edit');
  return { title: t('titleAll') };
}

/** The house rules: what holds for all things of an organisation that say nothing of their own. */
export default async function OrganisationTermsPage({ params }: Props) {
  await requireViewer();
  const { slug } = await params;
  const [mine, t, locale] = await Promise.all([
    findMyOrganisation(slug),
    getTranslations('terms.edit'),
    getLocale(),
  ]);
  if (!mine || !canApprove(mine.role)) notFound();
  const [levels, organisations, prices] = await Promise.all([
    findOrganisationLevels(mine, mine.pool),
    listBorrowers(mine.id, mine.pool.id),
    findOwnPrices({ organisationId: mine.id, resourceId: null }),
  ]);
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('titleAll')}
        lead={t('leadAll')}
        back={{ href: paths.organisation(locale, slug), label: mine.name }}
      />
      <TermsEditor
        levels={levels}
        rules={resolved(levels, 'handover')}
        usually="handover"
        owner={mine.name}
        approval={null}
        organisations={organisations}
        cancel={
          <CancelCard
            sentence={await cancelInWords(prices)}
            href={paths.organisationPrices(locale, slug)}
          />
        }
      />
    </Page>
  );
}
