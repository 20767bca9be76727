import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatDay, formatNumber } from '@/lib/platform/date-format';
import type { MonthRow } from '@/lib/pool/model';
import { MonthChart } from './month-chart';

export async function MonthsReport({ months }: { months: MonthRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('pool.report'), getLocale()]);
  return (
    <div className="grid grid-cols-1 items-start gap-4 print:grid-cols-1 wide:grid-cols-2">
      <MonthChart months={months} />
      <Table
        caption={t('tables.months')}
        columns={[
          { key: 'month', label: t('columns.month') },
          { key: 'requests', label: t('columns.requests'), numeric: true },
          { key: 'approved', label: t('columns.approved'), numeric: true },
          { key: 'refused', label: t('columns.refused'), numeric: true },
        ]}
        rows={months.map(({ month, requests, approved, refused }) => ({
          key: month,
          cells: [
            formatDay(month, locale, 'month'),
            ...[requests, approved, refused].map((count) => formatNumber(count, locale)),
          ],
        }))}
        footer={[t('sum'), sum('requests'), sum('approved'), sum('refused')]}
      />
    </div>
  );
  function sum(key: 'requests' | 'approved' | 'refused') {
    return formatNumber(
      months.reduce((total, row) => total + row[key], 0),
      locale,
    );
  }
}
