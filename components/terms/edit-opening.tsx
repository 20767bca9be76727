import { getLocale, getTranslations } from 'next-intl/server';
import { Blank, ClockBlank, ListNote, Pick, Ticks } from '@/components/ui/blank.client';
import { ChoiceCards } from '@/components/ui/choices.client';
import { formatDay } from '@/lib/platform/date-format';
import { asDay } from '@/lib/platform/dates';
import { OPENINGS } from '@/lib/terms/model/levels';
import { HOURS_APPLY, type Clock } from '@/lib/terms/model/rules';
import { weeksOf, type Week, type WeekLine } from '@/lib/terms/model/week';
import { termsField } from '@/lib/terms/schema/form';
import { MOST_LINES } from '@/lib/terms/schema/opening';
import { ExceptionLines } from './edit-exceptions';
import { InheritCards } from './edit-inherit';
import { openingWords } from './opening-words';
import type { EditProps } from './terms-editor';

/** A clock shows the end of a day as its beginning. */
export const onClock = (time: Clock) => (time === '24:00' ? '00:00' : time);

/** The week, times of the year, single dates, holidays; and what the hours are for. */
export async function OpeningFields({ level: { scope, terms }, above }: EditProps) {
  const t = await getTranslations('terms.edit');
  const [first, ...seasons] = terms.hours.length > 0 ? weeksOf(terms.hours) : [];
  // the usual week comes first, also when there are only others
  const usual = first?.season === null ? first : null;
  const rest = first && !usual ? [first, ...seasons] : seasons;
  const holiday = (name: 'closedOnPublicHolidays' | 'closedInSchoolHolidays', label: string) => (
    <Pick
      name={termsField(name)}
      label={label}
      defaultValue={terms[name] === null ? '' : terms[name] ? 'yes' : 'no'}
      options={[
        { value: '', label: t('holiday.inherit') },
        { value: 'yes', label: t('holiday.yes') },
        { value: 'no', label: t('holiday.no') },
      ]}
    />
  );
  return (
    <div className="space-y-4">
      <InheritCards topic="opening" scope={scope} above={above}>
        {(inherit) => (
          <ChoiceCards
            name={termsField('opening')}
            legend={t('opening')}
            defaultValue={terms.opening ?? 'inherit'}
            options={[
              inherit,
              ...OPENINGS.map((value) => ({ value, label: t(`openings.${value}`) })),
            ]}
          />
        )}
      </InheritCards>
      <div className="hidden space-y-4 group-has-[input[value=hours]:checked]/topic:block">
        <section className="space-y-2">
          <h3 className="text-base">{t('hourLines')}</h3>
          <p className="text-sm text-muted">{t('hourLinesHint')}</p>
          <WeekLines block={0} week={usual} spare={2} />
          <ListNote name={termsField('openingHours')} />
        </section>
        {Array.from({ length: Math.min(rest.length + 1, MOST_LINES.weeks - 1) }, (_, index) => (
          <Season key={rest[index]?.season?.from ?? 'new'} block={index + 1} week={rest[index]} />
        ))}
        <ExceptionLines exceptions={terms.exceptions} />
      </div>
      <div className="leading-loose">
        {t.rich('holidaysPublic', {
          public: () => holiday('closedOnPublicHolidays', t('publicHolidays')),
        })}
      </div>
      <div className="leading-loose">
        {t.rich('holidaysSchool', {
          school: () => holiday('closedInSchoolHolidays', t('schoolHolidays')),
        })}
      </div>
      <div className="leading-loose">
        {t.rich('applies', {
          apply: () => (
            <Pick
              name={termsField('hoursApply')}
              label={t('appliesLabel')}
              defaultValue={terms.hoursApply ?? ''}
              options={[
                { value: '', label: t('apply.inherit') },
                ...HOURS_APPLY.map((value) => ({ value, label: t(`apply.${value}`) })),
              ]}
            />
          ),
        })}
      </div>
    </div>
  );
}

async function Season({ block, week }: { block: number; week: Week | undefined }) {
  const [t, locale, words] = await Promise.all([
    getTranslations('terms.edit'),
    getLocale(),
    openingWords(),
  ]);
  const season = week?.season;
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = String(index + 1).padStart(2, '0');
    return {
      value: month,
      label: formatDay(asDay(`2024-${month}-01`), locale, 'monthName'),
    };
  });
  const day = (end: 'from' | 'to') => {
    const [month = end === 'from' ? '05' : '09', number = ''] = season?.[end].split('-') ?? [];
    return (
      <span className="inline-flex flex-wrap items-start gap-1">
        <Blank
          name={termsField('season', block, `${end}Day`)}
          label={t(`seasonDay.${end}`)}
          defaultValue={number && String(Number(number))}
        />
        <Pick
          name={termsField('season', block, `${end}Month`)}
          label={t(`seasonMonth.${end}`)}
          defaultValue={month}
          options={months}
        />
      </span>
    );
  };
  return (
    <details open={season !== undefined} className="rounded-md border border-line px-3">
      <summary className="flex min-h-12 cursor-pointer items-center font-semibold">
        {season
          ? t('seasonNamed', {
              from: words.seasonDay(season.from),
              to: words.seasonDay(season.to),
            })
          : t('season')}
      </summary>
      <div className="space-y-3 pb-3">
        <div className="leading-loose">
          {t.rich('seasonSpan', { from: () => day('from'), to: () => day('to') })}
        </div>
        <WeekLines block={block} week={week ?? null} spare={season ? 1 : 2} />
      </div>
    </details>
  );
}

type WeekLinesProps = { block: number; week: Week | null; spare: number };

/** One line for each span of hours, with the days it holds on; and empty ones. */
async function WeekLines({ block, week, spare }: WeekLinesProps) {
  const [t, locale] = await Promise.all([getTranslations('terms.edit'), getLocale()]);
  const lines = (week?.lines ?? []).flatMap(({ weekdays, spans }: WeekLine) =>
    spans.map((span) => ({ weekdays, ...span })),
  );
  const count = Math.min(lines.length + spare, MOST_LINES.hours);
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    // 2024-01-01 was a Monday
    const date = asDay(`2024-01-0${weekday}`);
    return {
      value: String(weekday),
      label: formatDay(date, locale, 'weekday'),
      name: formatDay(date, locale, 'name'),
    };
  });
  return (
    <ul className="space-y-2">
      {Array.from({ length: count }, (_, index) => {
        const line = lines[index];
        const field = (name: string) => termsField('openingHours', block, index, name);
        const number = { line: index + 1 };
        return (
          <li key={index} className="rounded-md bg-sunken px-3 py-2">
            <Ticks
              name={field('weekdays')}
              legend={t('weekdays', number)}
              options={days}
              defaultValue={line?.weekdays.map(String) ?? []}
            />
            <div className="leading-loose">
              {t.rich('hourLine', {
                opens: () => (
                  <ClockBlank
                    name={field('opens')}
                    label={t('opens', number)}
                    defaultValue={line ? line.opens : ''}
                  />
                ),
                closes: () => (
                  <ClockBlank
                    name={field('closes')}
                    label={t('closes', number)}
                    defaultValue={line ? onClock(line.closes) : ''}
                  />
                ),
              })}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
