import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ConfirmedLists } from '@/components/approvals/confirmed-lists';
import { Page } from '@/components/layout/page';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listConfirmed } from '@/lib/approvals/queries/confirmations';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { listBorrowers } from '@/lib/prices/queries/prices';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals.confirm');
  return { title: t('pageTitle') };
}

/** Driving licence seen, instruction done: what is confirmed of whom. */
export default async function ConfirmationsPage({ params }: Props) {
  await requireViewer();
  const { slug } = await params;
  const [mine, t, locale] = await Promise.all([
    findMyOrganisation(slug),
    getTranslations('approvals.confirm'),
    getLocale(),
  ]);
  if (!mine || !canApprove(mine.role)) notFound();
  const [lists, organisations] = await Promise.all([
    listConfirmed(mine.id),
    listBorrowers(mine.id, mine.pool.id),
  ]);
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('pageTitle')}
        lead={t('lead')}
        back={{ href: paths.organisation(locale, slug), label: mine.name }}
      />
      {lists.length > 0 ? (
        <ConfirmedLists lists={lists} organisations={organisations} zone={mine.pool.zone} />
      ) : (
        <EmptyState
          title={t('emptyTitle')}
          action={
            <LinkButton href={`${paths.organisationTerms(locale, slug)}#shown`}>
              {t('emptyAction')}
            </LinkButton>
          }
        >
          {t('emptyText')}
        </EmptyState>
      )}
    </Page>
  );
}
