import { getLocale, getTranslations } from 'next-intl/server';
import { formatDay, formatList } from '@/lib/platform/date-format';
import { addDays, asDay, type Day } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';
import { readRule, type Weekday } from '@/lib/series/model/rule';

/** “jeden Dienstag”, “every 2 weeks on Monday and Friday”, “am letzten Tag jedes Monats”. */
export async function ruleWords(rule: string, startsOn: Day): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('series.rule'), getLocale()]);
  const parts = readRule(rule, startsOn);
  switch (parts.kind) {
    case 'days':
      return t('days', { every: parts.every });
    case 'weeks': {
      const days = formatList(
        parts.weekdays.map((day) => weekdayName(day, locale)),
        locale,
      );
      return t('weeks', { every: parts.every, days });
    }
    case 'monthWeekday':
      return t('monthWeekday', {
        every: parts.every,
        place: parts.place < 0 ? 'last' : `p${String(parts.place)}`,
        day: weekdayName(parts.weekday, locale),
      });
    case 'monthDay':
      return parts.day < 0
        ? t('lastDay', { every: parts.every })
        : t('monthDay', { every: parts.every, day: parts.day });
    case 'own':
      return t('own');
  }
}

// 1 January 2001 was a Monday
const MONDAY = asDay('2001-01-01');

export function weekdayName(weekday: Weekday, locale: Locale, style: 'name' | 'weekday' = 'name') {
  return formatDay(addDays(MONDAY, weekday - 1), locale, style);
}

type Series = { rule: string; startsOn: Day; startTime: string; endTime: string };

/** The rule with its hours. */
export async function seriesWords(series: Series): Promise<string> {
  const t = await getTranslations('series');
  const rule = await ruleWords(series.rule, series.startsOn);
  return t('times', { rule, start: series.startTime, end: series.endTime });
}
