import { formatNumber } from '@/lib/platform/date-format';
import type { Locale } from '@/lib/platform/i18n/locales';

const NONE = '–';

/** Minutes as people say them: “40 Minuten”, “5 Stunden”, “3 Tage”. */
export function formatMinutes(minutes: number | null, locale: Locale): string {
  if (minutes === null) return NONE;
  const [value, unit] =
    minutes < 90
      ? [Math.round(minutes), 'minute']
      : minutes < 2_880
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1_440), 'day'];
  return formatNumber(value, locale, { style: 'unit', unit, unitDisplay: 'long' });
}

/** A share of one; small ones with a decimal, so that a little is not nothing. */
export function formatShare(share: number | null, locale: Locale): string {
  if (share === null) return NONE;
  const maximumFractionDigits = share < 0.1 ? 1 : 0;
  return formatNumber(share, locale, { style: 'percent', maximumFractionDigits });
}

export function formatHours(hours: number, locale: Locale): string {
  return formatNumber(hours, locale, { maximumFractionDigits: 0 });
}
