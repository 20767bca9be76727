import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { BarChart } from '@/components/ui/bar-chart';
import { Name } from '@/components/ui/name';
import { Table } from '@/components/ui/table';
import { formatDay } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import type { ResourceRow } from '@/lib/pool/model';
import { formatHours, formatShare } from './measures';

const SHOWN = 10;

type ResourcesReportProps = { rows: ResourceRow[]; pool: string; zone: string };

/** What is busy, what lies idle, and all of it. */
export async function ResourcesReport({ rows, pool, zone }: ResourcesReportProps) {
  const [t, locale] = await Promise.all([getTranslations('pool.report'), getLocale()]);
  const busiest = rows.filter(({ utilisation }) => utilisation > 0).slice(0, SHOWN);
  const idle = rows.filter(({ approved, hours }) => approved === 0 && hours === 0);
  return (
    <div className="space-y-6">
      {busiest.length > 0 && (
        <div>
          <h3 className="mb-2 text-base">{t('top')}</h3>
          <BarChart
            title={t('top')}
            columns={{ label: t('columns.thing'), value: t('columns.utilisation') }}
            bars={busiest.map(({ id, title, utilisation }) => ({
              key: id,
              label: title,
              // why: BarChart draws nothing against a scale shorter than one.
              value: utilisation * 100,
              text: formatShare(utilisation, locale),
            }))}
          />
        </div>
      )}
      <div>
        <h3 className="mb-1 text-base">{t('idle', { count: idle.length })}</h3>
        {idle.length > 0 && (
          <>
            <p className="mb-2 max-w-prose text-sm text-muted">{t('idleText')}</p>
            <IdleList rows={idle} pool={pool} />
          </>
        )}
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center font-semibold text-leaf print:hidden">
          {t('all', { count: rows.length })}
        </summary>
        <div className="pt-2">
          <Table
            caption={t('allResources')}
            columns={[
              { key: 'title', label: t('columns.thing') },
              { key: 'owner', label: t('columns.owner') },
              { key: 'quantity', label: t('columns.quantity'), numeric: true },
              { key: 'approved', label: t('columns.approved'), numeric: true },
              { key: 'refused', label: t('columns.refused'), numeric: true },
              { key: 'hours', label: t('columns.hours'), numeric: true },
              { key: 'utilisation', label: t('columns.utilisation'), numeric: true },
              { key: 'lastUsed', label: t('columns.lastUsed'), numeric: true },
            ]}
            rows={rows.map((row) => ({
              key: row.id,
              cells: [
                row.title,
                <Name key="owner">{row.owner}</Name>,
                row.quantity,
                row.approved,
                row.refused,
                formatHours(row.hours, locale),
                formatShare(row.utilisation, locale),
                row.lastUsed ? formatDay(dayOf(row.lastUsed, zone), locale, 'plain') : t('never'),
              ],
            }))}
          />
        </div>
      </details>
    </div>
  );
}

async function IdleList({ rows, pool }: { rows: ResourceRow[]; pool: string }) {
  const locale = await getLocale();
  return (
    <ul className="columns-1 gap-6 text-sm sm:columns-2 wide:columns-3">
      {rows.map(({ id, slug, title, owner }) => (
        <li key={id} className="break-inside-avoid border-b border-line">
          <Link href={paths.resource(locale, pool, slug)} className="block py-2 hover:text-leaf">
            <span className="block font-medium" dir="auto">
              {title}
            </span>
            <span className="block text-muted" dir="auto">
              {owner}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
