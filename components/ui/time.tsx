import { getLocale } from 'next-intl/server';
import { formatInstant, formatPeriod, type DayStyle } from '@/lib/platform/date-format';
import { DEFAULT_ZONE, type Period } from '@/lib/platform/dates';

type TimeProps = { at: Date; zone?: string; style?: DayStyle };

/** A moment in the pool's zone. */
export async function Time({ at, zone = DEFAULT_ZONE, style = 'medium' }: TimeProps) {
  const locale = await getLocale();
  return <time dateTime={at.toISOString()}>{formatInstant(at, locale, zone, style)}</time>;
}

type TimeSpanProps = { period: Period; zone?: string; style?: 'short' | 'medium' | 'long' };

/** From when to when; whole days without hours. */
export async function TimeSpan({ period, zone = DEFAULT_ZONE, style = 'medium' }: TimeSpanProps) {
  const locale = await getLocale();
  return (
    <time dateTime={period.start.toISOString()}>{formatPeriod(period, locale, zone, style)}</time>
  );
}
