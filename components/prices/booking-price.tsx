import { getTranslations } from 'next-intl/server';
import type { QuoteWords } from '@/lib/prices/model';
import { QuoteTable } from './quote-table';

/** What was quoted when it was asked for. */
export async function BookingPrice({ quote }: { quote: QuoteWords }) {
  const t = await getTranslations('prices.booking');
  return (
    <section aria-labelledby="price" className="space-y-2">
      <h2 id="price" className="text-lg">
        {t('title')}
      </h2>
      <QuoteTable quote={quote} />
      <p className="text-sm text-muted">{t('quoted')}</p>
    </section>
  );
}
