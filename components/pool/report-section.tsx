import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { paths } from '@/lib/platform/paths';
import type { ReportPeriod, ReportTable } from '@/lib/pool/model';

type ReportSectionProps = {
  table: ReportTable;
  pool: string;
  period: ReportPeriod;
  lead?: string;
  children: ReactNode;
};

/** One table of the report with its heading and its file. */
export async function ReportSection({ table, pool, period, lead, children }: ReportSectionProps) {
  const [t, locale] = await Promise.all([getTranslations('pool.report'), getLocale()]);
  const title = t(`tables.${table}`);
  return (
    <section className="mt-9">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4">
        <h2 className="text-lg">{title}</h2>
        <a
          href={paths.reportCsv({ pool, table, from: period.from, to: period.to, locale })}
          download
          aria-label={t('csvOf', { table: title })}
          className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-leaf hover:underline print:hidden"
        >
          <Icon name="download" />
          {t('csv')}
        </a>
      </div>
      {lead && <p className="mb-3 max-w-prose text-sm text-muted">{lead}</p>}
      {children}
    </section>
  );
}
