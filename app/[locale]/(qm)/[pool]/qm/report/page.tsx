import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PeriodPicker } from '@/components/pool/period-picker';
import { PrintButton } from '@/components/pool/print-button.client';
import { QmNav } from '@/components/pool/qm-nav';
import { Refused } from '@/components/pool/refused';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { findStaffedPool } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { formatDay } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';
import { reportPeriod } from '@/lib/pool/model';
import { ReportTables } from './tables';

type Props = {
  params: Promise<{ pool: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pool.report');
  return { title: t('title') };
}

export default async function QmReportPage({ params, searchParams }: Props) {
  await requireViewer();
  const [{ pool: slug }, query] = await Promise.all([params, searchParams]);
  const pool = await findStaffedPool(slug);
  if (!pool) return <Refused />;
  const { period, isRefused } = reportPeriod(query, dayOf(now(), pool.zone));
  const [t, locale] = await Promise.all([getTranslations('pool.report'), getLocale()]);
  const days = [period.from, period.to].map((day) => formatDay(day, locale, 'date')).join(' – ');
  return (
    <Page width="wide" className="print:max-w-none print:p-0">
      <PageHeader
        title={t('heading')}
        lead={t('printedFor', { pool: pool.name, period: days })}
        aside={<PrintButton word={t('print')} />}
      />
      <QmNav pool={slug} current="report" />
      <PeriodPicker pool={slug} period={period} />
      {isRefused && (
        <div className="mb-6">
          <Notice tone="attention">{t('refused')}</Notice>
        </div>
      )}
      <ReportTables pool={slug} period={period} zone={pool.zone} />
      <p className="mt-8 text-sm text-muted">{t('counted')}</p>
    </Page>
  );
}
