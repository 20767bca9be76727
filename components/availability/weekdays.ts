import { formatDay } from '@/lib/platform/date-format';
import type { Day } from '@/lib/platform/dates';
import { LOCALES, type Locale } from '@/lib/platform/i18n/locales';

/** The heads of a month: short for the eye, whole for who listens. Arabic script has no short names. */
export function weekdaysOf(
  week: readonly Day[],
  locale: Locale,
): { short: string; long: string }[] {
  const style = LOCALES[locale].script === 'Arab' ? 'weekdayLetter' : 'weekday';
  return week.map((day) => ({
    short: formatDay(day, locale, style),
    long: formatDay(day, locale, 'name'),
  }));
}
