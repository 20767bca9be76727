import { getLocale, getTranslations } from 'next-intl/server';
import { priceOf, type PartPrice } from '@/lib/events/model';
import { formatList } from '@/lib/platform/date-format';
import { formatMoney } from '@/lib/platform/money';

/** What it comes to, honestly: what is known, and how much is not. */
export async function PriceLine({ parts }: { parts: { price: PartPrice | null }[] }) {
  const { totals, unknown } = priceOf(parts);
  if (totals.size === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('events.plan'), getLocale()]);
  const words = (pick: (sum: { total: number; deposit: number }) => number) =>
    formatList(
      [...totals].map(([currency, sum]) => formatMoney(pick(sum), currency, locale)),
      locale,
    );
  const hasDeposit = [...totals.values()].some(({ deposit }) => deposit > 0);
  return (
    <p>
      <span className="font-semibold tabular-nums">
        {t('total', { total: words(({ total }) => total) })}
      </span>
      {hasDeposit && (
        <span className="text-muted">
          , {t('deposit', { deposit: words(({ deposit }) => deposit) })}
        </span>
      )}
      {unknown > 0 && (
        <span className="block text-sm text-muted">{t('unknown', { count: unknown })}</span>
      )}
    </p>
  );
}
