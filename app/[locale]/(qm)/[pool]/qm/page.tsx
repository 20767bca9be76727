import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Scene } from '@/components/pictures/scene';
import { OrganisationCard } from '@/components/pool/organisation-card';
import { QmNav } from '@/components/pool/qm-nav';
import { Refused } from '@/components/pool/refused';
import { TotalsTiles } from '@/components/pool/totals';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { findStaffedPool } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import { presetPeriod } from '@/lib/pool/model';
import { listPoolOrganisations } from '@/lib/pool/queries/organisations';
import { mustRead, readTotals } from '@/lib/pool/queries/report';

type Props = { params: Promise<{ pool: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.nav');
  return { title: t('qm') };
}

export default async function QmPage({ params }: Props) {
  await requireViewer();
  const { pool: slug } = await params;
  const pool = await findStaffedPool(slug);
  if (!pool) return <Refused />;
  const month = presetPeriod('this-month', dayOf(now(), pool.zone));
  const [organisations, totals, t, locale] = await Promise.all([
    listPoolOrganisations(pool.id),
    mustRead(readTotals(slug, month)),
    getTranslations('pool.start'),
    getLocale(),
  ]);
  const waiting = organisations.filter(({ status }) => status === 'pending');
  return (
    <Page width="wide">
      <PageHeader
        title={t('title', { pool: pool.name })}
        lead={t('lead', { count: waiting.length })}
      />
      <QmNav pool={slug} current="start" />
      {pool.role === 'reviewer' && <p className="mb-5 text-sm text-muted">{t('reviewer')}</p>}
      {waiting.length > 0 ? (
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="mb-3 text-lg">
            {t('waiting')}
          </h2>
          <div className="grid grid-cols-1 gap-4 wide:grid-cols-2">
            {waiting.map((organisation) => (
              <OrganisationCard
                key={organisation.id}
                organisation={organisation}
                zone={pool.zone}
                headingLevel={3}
                canDecide={pool.role === 'manager'}
              />
            ))}
          </div>
        </section>
      ) : (
        <EmptyState picture={<Scene name="done" />} title={t('nothingTitle')}>
          {t('nothingText')}
        </EmptyState>
      )}
      <section aria-labelledby="month" className="mt-9">
        <h2 id="month" className="mb-3 text-lg">
          {t('month')}
        </h2>
        <TotalsTiles
          totals={totals}
          only={['requests', 'approved', 'open', 'medianAnswerMinutes']}
        />
        <div className="mt-4">
          <LinkButton href={paths.qmReport(locale, slug)} icon="chart" variant="quiet">
            {t('toReport')}
          </LinkButton>
        </div>
      </section>
    </Page>
  );
}
