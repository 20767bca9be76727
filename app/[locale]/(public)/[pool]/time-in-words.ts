import { flawOf, periodOf, type When } from '@/lib/availability/model';
import { formatDay, formatPeriod } from '@/lib/platform/date-format';
import type { Locale } from '@/lib/platform/i18n/locales';

/** “Sa., 28. Nov., 18:00–23:00”; of a period that ends before it starts, its first day. */
export function timeInWords(when: When, locale: Locale, zone: string): string {
  const period = periodOf(when, zone);
  return flawOf(period) === 'end_before_start'
    ? formatDay(when.from, locale)
    : formatPeriod(period, locale, zone);
}
