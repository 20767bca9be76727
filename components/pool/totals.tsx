import { getLocale, getTranslations } from 'next-intl/server';
import { formatNumber } from '@/lib/platform/date-format';
import type { Totals } from '@/lib/pool/model';
import { formatMinutes, formatShare } from './measures';
import { NumberTiles } from './number-tiles';

const COUNTS = [
  'requests',
  'approved',
  'declined',
  'expired',
  'cancelled',
  'open',
  'lending',
  'borrowing',
  'resourcesUsed',
] as const satisfies (keyof Totals)[];

type TotalsTilesProps = { totals: Totals; only?: readonly (keyof Totals)[] };

export async function TotalsTiles({ totals, only }: TotalsTilesProps) {
  const [t, locale] = await Promise.all([getTranslations('pool.report.totals'), getLocale()]);
  const tiles = [
    ...COUNTS.map((key) => ({ key, value: formatNumber(totals[key], locale), label: t(key) })),
    {
      key: 'medianAnswerMinutes' as const,
      value: formatMinutes(totals.medianAnswerMinutes, locale),
      label: t('medianAnswerMinutes'),
    },
    {
      key: 'answeredWithinADay' as const,
      value: formatShare(totals.answeredWithinADay, locale),
      label: t('answeredWithinADay'),
    },
  ];
  return <NumberTiles tiles={tiles.filter(({ key }) => !only || only.includes(key))} />;
}
