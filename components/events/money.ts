import { formatNumber } from '@/lib/platform/date-format';
import type { Locale } from '@/lib/platform/i18n/locales';

/** Minor units of a currency in words: 1250 EUR → 12,50 €. */
export function moneyWords(minor: number, currency: string, locale: Locale): string {
  const style = { style: 'currency', currency } as const;
  const digits = new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2;
  return formatNumber(minor / 10 ** digits, locale, style);
}
