import { getLocale, getTranslations } from 'next-intl/server';
import { WhenLine } from '@/components/ui/when-line';
import type { Point } from '@/lib/bookings/model';
import { shortMoney } from '@/lib/platform/money';

type OldNewProps = { from: Point; to: Point; zone: string };

/** What was and what is wished, one under the other, and what that means in money. */
export async function OldNew({ from, to, zone }: OldNewProps) {
  const t = await getTranslations('bookings.change');
  const isCounted = from.quantity > 1 || to.quantity > 1;
  return (
    <div className="space-y-2">
      <dl className="edged grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 rounded-md bg-sunken p-3 text-ink">
        <Side term={t('before')} point={from} zone={zone} isCounted={isCounted} />
        <Side term={t('after')} point={to} zone={zone} isCounted={isCounted} isNew />
      </dl>
      <Difference from={from} to={to} />
    </div>
  );
}

type SideProps = {
  term: string;
  point: Point;
  zone: string;
  isCounted: boolean;
  isNew?: boolean;
};

async function Side({ term, point, zone, isCounted, isNew = false }: SideProps) {
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  const { period, quantity, quote } = point;
  const total = quote?.total ?? null;
  return (
    <>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className={isNew ? 'font-semibold tabular-nums' : 'tabular-nums'}>
        <WhenLine period={period} zone={zone} />
        {isCounted && <span className="block">{t('pieces', { count: quantity })}</span>}
        {total !== null && quote && (
          <span className="block text-sm">{shortMoney(total, quote.currency, locale)}</span>
        )}
      </dd>
    </>
  );
}

async function Difference({ from, to }: Pick<OldNewProps, 'from' | 'to'>) {
  const before = from.quote?.total ?? null;
  const after = to.quote?.total ?? null;
  if (before === null || after === null) return null;
  const [t, locale] = await Promise.all([getTranslations('bookings.change'), getLocale()]);
  const amount = shortMoney(Math.abs(after - before), to.quote?.currency ?? 'EUR', locale);
  return (
    <p className="text-sm">
      {after === before
        ? t('samePrice')
        : after > before
          ? t('morePrice', { amount })
          : t('lessPrice', { amount })}
    </p>
  );
}
