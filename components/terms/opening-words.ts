import { getLocale, getTranslations } from 'next-intl/server';
import { formatDay, formatList, inARow } from '@/lib/platform/date-format';
import { asDay } from '@/lib/platform/dates';
import { stretchesOf, type DayOpening, type WeekLine } from '@/lib/terms/model/week';

type Span = { opens: string; closes: string };

/** Hours, weekdays and why it is closed, in the language of the page. */
export async function openingWords() {
  const [t, locale] = await Promise.all([getTranslations('terms.opening'), getLocale()]);
  // 2024-01-01 was a Monday
  const weekday = (n: number) => formatDay(asDay(`2024-01-0${n}`), locale, 'weekday');
  const spans = (list: Span[]) =>
    inARow(
      list.map(({ opens, closes }) => t('hours', { opens, closes })),
      locale,
    );
  return {
    spans,
    weekdays: ({ weekdays }: WeekLine) =>
      inARow(
        stretchesOf(weekdays).map(({ from, to }) =>
          from === to ? weekday(from) : t('days', { from: weekday(from), to: weekday(to) }),
        ),
        locale,
      ),
    /** “1. November”, of a season. */
    seasonDay: (monthDay: string) => formatDay(asDay(`2024-${monthDay}`), locale, 'dayAndMonth'),
    /** “geschlossen (Neujahr)”, “9:30–11:30 Uhr”. */
    day: ({ closed, name, spans: open }: DayOpening) => {
      if (closed === null) return t('soonOpen', { hours: spans(open) });
      const why = name || (closed === 'closed_day' ? '' : t(`because.${closed}`));
      return why === '' || why === t('closed') ? t('closed') : t('closedName', { name: why });
    },
    list: (words: string[]) => formatList(words, locale),
  };
}
