import { formatNumber } from './date-format';
import type { Locale } from './i18n/locales';

/** “350 m”, “2,4 km”: as exact as a way on foot is. */
export function formatMetres(metres: number, locale: Locale): string {
  const [value, unit, digits] =
    metres < 1_000
      ? ([Math.round(metres / 50) * 50, 'meter', 0] as const)
      : ([metres / 1_000, 'kilometer', metres < 10_000 ? 1 : 0] as const);
  return formatNumber(value, locale, { style: 'unit', unit, maximumFractionDigits: digits });
}
