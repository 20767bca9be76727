import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { OrganisationCard } from '@/components/pool/organisation-card';
import { QmNav } from '@/components/pool/qm-nav';
import { Refused } from '@/components/pool/refused';
import { StatusFilter } from '@/components/pool/status-filter';
import { PageHeader } from '@/components/ui/page-header';
import { ORGANISATION_STATUSES } from '@/lib/organisations/model';
import { findStaffedPool } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { listPoolOrganisations } from '@/lib/pool/queries/organisations';

type Props = {
  params: Promise<{ pool: string }>;
  searchParams: Promise<{ status?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pool.organisations');
  return { title: t('title') };
}

export default async function QmOrganisationsPage({ params, searchParams }: Props) {
  await requireViewer();
  const [{ pool: slug }, query] = await Promise.all([params, searchParams]);
  const pool = await findStaffedPool(slug);
  if (!pool) return <Refused />;
  const [organisations, t] = await Promise.all([
    listPoolOrganisations(pool.id),
    getTranslations('pool.organisations'),
  ]);
  const status = ORGANISATION_STATUSES.find((known) => known === query.status) ?? null;
  const shown = organisations.filter((one) => status === null || one.status === status);
  return (
    <Page width="wide">
      <PageHeader title={t('title')} lead={t('lead', { count: organisations.length })} />
      <QmNav pool={slug} current="organisations" />
      <StatusFilter pool={slug} current={status} organisations={organisations} />
      <div className="mt-4 grid grid-cols-1 gap-4 sm:grid-cols-2 wide:grid-cols-3">
        {shown.map((organisation) => (
          <OrganisationCard
            key={organisation.id}
            organisation={organisation}
            zone={pool.zone}
            canDecide={pool.role === 'manager'}
          />
        ))}
      </div>
      {shown.length === 0 && <p className="py-8 text-center text-muted">{t('empty')}</p>}
    </Page>
  );
}
