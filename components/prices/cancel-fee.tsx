import { getLocale, getTranslations } from 'next-intl/server';
import { now } from '@/lib/platform/clock';
import { shortMoney } from '@/lib/platform/money';
import { cancellationFee, type Quote } from '@/lib/prices/model';

type CancelFeeProps = {
  quote: Quote;
  status: string;
  isBorrower: boolean;
  owner: string;
  borrower: string;
};

/** What calling off costs at this moment; read before it is confirmed. */
export async function CancelFee({ quote, status, isBorrower, owner, borrower }: CancelFeeProps) {
  const [t, locale] = await Promise.all([getTranslations('prices.booking'), getLocale()]);
  if (quote.cancel === null) return null;
  if (!isBorrower) return <p className="font-semibold">{t('feeOwner', { borrower })}</p>;
  const fee = cancellationFee(quote, status, now());
  const percent = quote.cancel.feePercent;
  return (
    <p className="font-semibold">
      {fee === 0
        ? t('feeNone')
        : fee === null
          ? t('feeShare', { percent, owner })
          : t('fee', { fee: shortMoney(fee, quote.currency, locale) })}
    </p>
  );
}
