import { getTranslations } from 'next-intl/server';
import type { QuoteWords } from '@/lib/prices/model';
import { LiveQuote } from './live-quote.client';

/** The price in the request form. */
export async function QuoteBox({ quote }: { quote: QuoteWords | null }) {
  const t = await getTranslations('prices.quote');
  return (
    <LiveQuote
      initial={quote}
      words={{
        title: t('title'),
        loading: t('loading'),
        pick: t('pick'),
        choices: t('choices'),
        required: t('choiceRequired'),
      }}
    />
  );
}
