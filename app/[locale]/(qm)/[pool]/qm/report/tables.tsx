import { getTranslations } from 'next-intl/server';
import { KindsReport } from '@/components/pool/kinds-report';
import { MonthsReport } from '@/components/pool/months-report';
import { OrganisationsReport } from '@/components/pool/organisations-report';
import { ReportSection } from '@/components/pool/report-section';
import { ResourcesReport } from '@/components/pool/resources-report';
import { TotalsTiles } from '@/components/pool/totals';
import type { ReportPeriod } from '@/lib/pool/model';
import {
  mustRead,
  readKinds,
  readMonths,
  readOrganisations,
  readResources,
  readTotals,
} from '@/lib/pool/queries/report';

type ReportTablesProps = { pool: string; period: ReportPeriod; zone: string };

export async function ReportTables({ pool, period, zone }: ReportTablesProps) {
  const [totals, months, kinds, organisations, resources, t] = await Promise.all([
    mustRead(readTotals(pool, period)),
    mustRead(readMonths(pool, period)),
    mustRead(readKinds(pool, period)),
    mustRead(readOrganisations(pool, period)),
    mustRead(readResources(pool, period)),
    getTranslations('pool.report.leads'),
  ]);
  const of = { pool, period };
  return (
    <>
      <ReportSection {...of} table="totals">
        <TotalsTiles totals={totals} />
      </ReportSection>
      <ReportSection {...of} table="months" lead={t('months')}>
        <MonthsReport months={months} />
      </ReportSection>
      <ReportSection {...of} table="kinds">
        <KindsReport kinds={kinds} />
      </ReportSection>
      <ReportSection {...of} table="organisations" lead={t('organisations')}>
        <OrganisationsReport rows={organisations} />
      </ReportSection>
      <ReportSection {...of} table="resources" lead={t('resources')}>
        <ResourcesReport rows={resources} pool={pool} zone={zone} />
      </ReportSection>
    </>
  );
}
