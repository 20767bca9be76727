import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { StandingForm } from '@/components/approvals/standing-form';
import { StandingList } from '@/components/approvals/standing-list';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { listStandingApprovals } from '@/lib/approvals/queries/standing';
import { listOwnThings } from '@/lib/listings/queries/owner';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { listBorrowers } from '@/lib/prices/queries/prices';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals.standing');
  return { title: t('title') };
}

/** What an owner agrees to without being asked each time. */
export default async function StandingPage({ params }: Props) {
  await requireViewer();
  const { slug } = await params;
  const [mine, t, locale] = await Promise.all([
    findMyOrganisation(slug),
    getTranslations('approvals.standing'),
    getLocale(),
  ]);
  if (!mine || !canApprove(mine.role)) notFound();
  const [approvals, things, organisations] = await Promise.all([
    listStandingApprovals(mine.id),
    listOwnThings(mine.id),
    listBorrowers(mine.id, mine.pool.id),
  ]);
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: paths.organisation(locale, slug), label: mine.name }}
      />
      <div className="space-y-8">
        <StandingList approvals={approvals} />
        <section aria-labelledby="grant" className="space-y-4">
          <h2 id="grant" className="text-lg">
            {t('new')}
          </h2>
          <StandingForm organisationId={mine.id} things={things} organisations={organisations} />
        </section>
      </div>
    </Page>
  );
}
