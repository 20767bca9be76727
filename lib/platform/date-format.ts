import { dayOf, isWholeDays, lastDayOf, type Day, type Period } from './dates';
import { LOCALES, type Locale } from './i18n/locales';

/** Words for moments. The zone is always said, so that server and phone print the same. */

const formatters = new Map<string, Intl.DateTimeFormat>();

// why: building an Intl formatter costs more than a thousand uses of it.
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[locale].tag, options);
    formatters.set(key, found);
  }
  return found;
}

const DAY_STYLES = {
  /** Sa. 24.10. */
  short: { weekday: 'short', day: 'numeric', month: 'numeric' },
  /** Sa., 24. Okt. */
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Samstag, 24. Oktober 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Samstag, 24. Oktober */
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 24.10.2026 */
  plain: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  /** 24. Oktober 2026 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Oktober */
  monthName: { month: 'long' },
  /** Okt. */
  monthShort: { month: 'short' },
  weekday: { weekday: 'short' },
  weekdayLetter: { weekday: 'narrow' },
  /** Dienstag */
  name: { weekday: 'long' },
  dayOfMonth: { day: 'numeric' },
  /** 24. Oktober */
  dayAndMonth: { day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof DAY_STYLES;

const TIME = { hour: '2-digit', minute: '2-digit' } as const;

function noonUtc(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

export function formatDay(day: Day, locale: Locale, style: DayStyle = 'medium'): string {
  return formatter(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }).format(noonUtc(day));
}

export function formatTime(instant: Date, locale: Locale, zone: string): string {
  return formatter(locale, { ...TIME, timeZone: zone }).format(instant);
}

export function formatInstant(
  instant: Date,
  locale: Locale,
  zone: string,
  style: DayStyle = 'medium',
): string {
  return formatter(locale, { ...DAY_STYLES[style], ...TIME, timeZone: zone }).format(instant);
}

/** “Sa., 24. Okt.”, “Sa., 24. – So., 25. Okt.”, “Sa., 24. Okt., 14:00–18:00”: as people say it. */
export function formatPeriod(
  period: Period,
  locale: Locale,
  zone: string,
  style: 'short' | 'medium' | 'long' = 'medium',
): string {
  if (isWholeDays(period, zone)) {
    const last = noonUtc(lastDayOf(period, zone));
    const first = noonUtc(dayOf(period.start, zone));
    return formatter(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }).formatRange(first, last);
  }
  return formatter(locale, { ...DAY_STYLES[style], ...TIME, timeZone: zone }).formatRange(
    period.start,
    period.end,
  );
}

/** “vor 3 Tagen”, “in 2 hours”. */
export function formatDistance(instant: Date, from: Date, locale: Locale): string {
  const seconds = (instant.getTime() - from.getTime()) / 1000;
  const size = Math.abs(seconds);
  const relative = new Intl.RelativeTimeFormat(LOCALES[locale].tag, { numeric: 'auto' });
  if (size < 3_600) return relative.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.round(seconds / 3_600), 'hour');
  if (size < 86_400 * 60) return relative.format(Math.round(seconds / 86_400), 'day');
  return relative.format(Math.round(seconds / (86_400 * 30)), 'month');
}

/** “heute, 18:00”, “morgen, 18:00”, “Dienstag, 18:00” within a week, then with the date. */
export function formatSoon(instant: Date, from: Date, locale: Locale, zone: string): string {
  const day = dayOf(instant, zone);
  const days = daysFrom(dayOf(from, zone), day);
  const time = formatTime(instant, locale, zone);
  if (days === 0 || days === 1 || days === -1) {
    const relative = new Intl.RelativeTimeFormat(LOCALES[locale].tag, { numeric: 'auto' });
    return inARow([relative.format(days, 'day'), time], locale);
  }
  if (days > 1 && days < 7) {
    const weekday = formatter(locale, { weekday: 'long', timeZone: 'UTC' }).format(noonUtc(day));
    return inARow([weekday, time], locale);
  }
  return formatInstant(instant, locale, zone);
}

/** The comma of the script, with its space: for what is not one text. */
export function comma(locale: Locale): string {
  return LOCALES[locale].script === 'Arab' ? '، ' : ', ';
}

/** “morgen, 18:00”: the parts that say something, with the comma of the script. */
export function inARow(parts: readonly (string | false | null | undefined)[], locale: Locale) {
  return parts.filter(Boolean).join(comma(locale));
}

function daysFrom(first: Day, last: Day): number {
  return Math.round((noonUtc(last).getTime() - noonUtc(first).getTime()) / 86_400_000);
}

/** “30 Minuten”, “2 Tage”, “1 Tag, 12 Stunden”: in the largest units that say it exactly. */
export function formatDuration(minutes: number, locale: Locale): string {
  const amounts = [
    [Math.floor(minutes / 1_440), 'day'],
    [Math.floor((minutes % 1_440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const parts = amounts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) =>
      // a number stays on the line of its unit
      formatNumber(amount, locale, { style: 'unit', unit, unitDisplay: 'long' }).replace(
        ' ',
        '\u00a0',
      ),
    );
  return new Intl.ListFormat(LOCALES[locale].tag, { type: 'unit' }).format(parts);
}

/** “a, b und c” */
export function formatList(words: string[], locale: Locale): string {
  return new Intl.ListFormat(LOCALES[locale].tag).format(words);
}

export function formatNumber(value: number, locale: Locale, options?: Intl.NumberFormatOptions) {
  return new Intl.NumberFormat(LOCALES[locale].tag, options).format(value);
}
