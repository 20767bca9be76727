import { getTranslations } from 'next-intl/server';
import type { Prices } from '@/lib/prices/model';
import { PriceList } from './price-list';

/** What borrowers read at the moment, beside what the owner is about to write. */
export async function PricePreview({ prices, note }: { prices: Prices | null; note: string }) {
  const t = await getTranslations('prices.edit');
  return (
    <div className="rounded-xl bg-sunken p-4">
      <p className="mb-2 text-sm font-semibold text-muted">{t('preview')}</p>
      {prices ? <PriceList prices={prices} note={note} /> : <p>{t('previewNone')}</p>}
    </div>
  );
}
