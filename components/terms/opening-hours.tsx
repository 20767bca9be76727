import { getLocale, getTranslations } from 'next-intl/server';
import { formatDay } from '@/lib/platform/date-format';
import type { Rules } from '@/lib/terms/model/rules';
import { weeksOf, type DayOpening, type Week } from '@/lib/terms/model/week';
import { openingWords } from './opening-words';

type OpeningHoursProps = {
  rules: Rules;
  /** From today on, the next weeks. */
  days: DayOpening[];
};

/** How many dates with other hours are told. */
const MOST_DATES = 6;

/** Today, the week, the seasons, and which of the next dates differ. */
export async function OpeningHours({ rules, days }: OpeningHoursProps) {
  const { hours, hoursApply } = rules;
  const [t, words, locale] = await Promise.all([
    getTranslations('terms.opening'),
    openingWords(),
    getLocale(),
  ]);
  const [today] = days;
  const different = days
    .filter(({ closed, name }) => (closed !== null && closed !== 'closed_day') || name !== '')
    .slice(0, MOST_DATES);
  if (hours === null && different.length === 0) return null;
  return (
    <section aria-labelledby="opening" className="space-y-2">
      <h2 id="opening" className="text-lg">
        {t(hoursApply === 'handover' ? 'titleHandover' : 'title')}
      </h2>
      {hours !== null && (
        <>
          {today && <p className="font-semibold">{todayInWords(today, words.spans, t)}</p>}
          {weeksOf(hours).map((week, _, all) => (
            <WeekTable key={week.season?.from ?? ''} week={week} isOneOfMany={all.length > 1} />
          ))}
        </>
      )}
      {different.length > 0 && (
        <>
          <h3 className="pt-1 text-base">{t('soon')}</h3>
          <ul>
            {different.map((day) => (
              <li key={day.day} className="flex flex-wrap gap-x-3">
                <span className="min-w-28 text-muted">{formatDay(day.day, locale)}</span>
                <span dir="auto">{words.day(day)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type T = Awaited<ReturnType<typeof getTranslations<'terms.opening'>>>;

function todayInWords(today: DayOpening, spans: (list: DayOpening['spans']) => string, t: T) {
  if (today.closed === null) return t('today', { hours: spans(today.spans) });
  return today.name ? t('todayClosedName', { name: today.name }) : t('todayClosed');
}

async function WeekTable({ week, isOneOfMany }: { week: Week; isOneOfMany: boolean }) {
  const [t, words] = await Promise.all([getTranslations('terms.opening'), openingWords()]);
  const title = week.season
    ? t('season', {
        from: words.seasonDay(week.season.from),
        to: words.seasonDay(week.season.to),
      })
    : t('usual');
  return (
    <div>
      {isOneOfMany && <h3 className="text-sm font-semibold text-muted">{title}</h3>}
      <dl>
        {week.lines.map((line) => (
          <div key={line.weekdays.join()} className="flex flex-wrap gap-x-3 tabular-nums">
            <dt className="min-w-28 text-muted">{words.weekdays(line)}</dt>
            <dd>{words.spans(line.spans)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
