import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import type { OrganisationRow } from '@/lib/pool/model';
import { formatMinutes } from './measures';
import { PairBars } from './pair-bars';

const SHOWN = 12;

/** Who gives and who takes; the bars for the liveliest, the table for all. */
export async function OrganisationsReport({ rows }: { rows: OrganisationRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('pool.report'), getLocale()]);
  if (rows.length === 0) return <p className="text-muted">{t('empty')}</p>;
  return (
    <div className="grid grid-cols-1 gap-4">
      <PairBars
        words={{ first: t('columns.lent'), second: t('columns.borrowed') }}
        tone="other"
        isWide
        bars={rows.slice(0, SHOWN).map(({ id, name, lent, borrowed }) => ({
          key: id,
          label: name,
          first: lent,
          second: borrowed,
        }))}
      />
      <Table
        caption={t('tables.organisations')}
        columns={[
          { key: 'name', label: t('columns.organisation') },
          { key: 'lent', label: t('columns.lent'), numeric: true },
          { key: 'borrowed', label: t('columns.borrowed'), numeric: true },
          { key: 'asked', label: t('columns.asked'), numeric: true },
          { key: 'refused', label: t('columns.refusedAsOwner'), numeric: true },
          { key: 'answer', label: t('columns.answer'), numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            row.name,
            row.lent,
            row.borrowed,
            row.asked,
            row.refused,
            formatMinutes(row.medianAnswerMinutes, locale),
          ],
        }))}
      />
    </div>
  );
}
