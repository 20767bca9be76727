import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatNumber } from '@/lib/platform/date-format';
import type { KindRow } from '@/lib/pool/model';
import { formatHours } from './measures';
import { PairBars } from './pair-bars';

export async function KindsReport({ kinds }: { kinds: KindRow[] }) {
  const [t, kindWord, locale] = await Promise.all([
    getTranslations('pool.report'),
    getTranslations('common.kind'),
    getLocale(),
  ]);
  if (kinds.length === 0) return <p className="text-muted">{t('empty')}</p>;
  return (
    <div className="grid grid-cols-1 items-start gap-4 print:grid-cols-1 wide:grid-cols-2">
      <PairBars
        words={{ first: t('columns.approved'), second: t('columns.refused') }}
        tone="refused"
        bars={kinds.map(({ kind, approved, refused }) => ({
          key: kind,
          label: kindWord(kind),
          first: approved,
          second: refused,
        }))}
      />
      <Table
        caption={t('tables.kinds')}
        columns={[
          { key: 'kind', label: t('columns.kind') },
          { key: 'requests', label: t('columns.requests'), numeric: true },
          { key: 'approved', label: t('columns.approved'), numeric: true },
          { key: 'refused', label: t('columns.refused'), numeric: true },
          { key: 'hours', label: t('columns.hours'), numeric: true },
        ]}
        rows={kinds.map((row) => ({
          key: row.kind,
          cells: [
            kindWord(row.kind),
            ...[row.requests, row.approved, row.refused].map((count) =>
              formatNumber(count, locale),
            ),
            formatHours(row.hours, locale),
          ],
        }))}
      />
    </div>
  );
}
