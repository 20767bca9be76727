import { getLocale, getTranslations } from 'next-intl/server';
import { shortMoney } from '@/lib/platform/money';
import type { PriceTag } from '@/lib/prices/model';

/** “ab 25 € je Tag”, “frei”: the price as short as a card needs it. */
export async function CardPrice({ tag }: { tag: PriceTag }) {
  const [t, locale] = await Promise.all([getTranslations('prices'), getLocale()]);
  const { mode, unit, from, currency, isExact, isFreeForSome } = tag;
  if (mode === 'free') return t('tag.free');
  if (mode !== 'tariff' || from === null || unit === null) {
    return t(`mode.${mode === 'tariff' ? 'on_request' : mode}`);
  }
  const price = t('tag.per', {
    amount: shortMoney(from, currency, locale),
    unit: t(`unit.${unit}`),
  });
  if (isFreeForSome) return t('tag.freeOrFrom', { price });
  return isExact ? price : t('tag.from', { price });
}
