import { getTranslations } from 'next-intl/server';
import type { QuoteWords } from '@/lib/prices/model';
import { QuoteTable } from './quote-table';

type BookingPriceProps = {
  quote: QuoteWords;
  /** What calling it off has cost, as a sentence. */
  due: string | null;
};

/** What was quoted when it was asked for. */
export async function BookingPrice({ quote, due }: BookingPriceProps) {
  const t = await getTranslations('prices.booking');
  return (
    <section aria-labelledby="price" className="space-y-2">
      <h2 id="price" className="text-lg">
        {t('title')}
      </h2>
      {due && <p className="font-semibold">{due}</p>}
      <QuoteTable quote={quote} />
      <p className="text-sm text-muted">{t('quoted')}</p>
    </section>
  );
}
