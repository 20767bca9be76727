import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { now } from '@/lib/platform/clock';
import { formatDay } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { countFaces, isAhead, type SeriesDetail } from '@/lib/series/model/series';
import { OccurrenceList } from './occurrence-list';
import { seriesWords } from './rule-words';
import { CancelSheet, EndSheet, MoveSheet } from './series-sheets';
import { SlotQuestion } from './slot-question';

type SeriesViewProps = { series: SeriesDetail; decision: ReactNode; after: string | undefined };

const AFTER = ['request', 'extend', 'decide', 'end', 'cancel', 'move', 'answer'] as const;

export async function SeriesView({ series, decision, after }: SeriesViewProps) {
  const [t, status, locale, words] = await Promise.all([
    getTranslations('series.detail'),
    getTranslations('common.status'),
    getLocale(),
    seriesWords(series),
  ]);
  const { thing, standing, occurrences, zone, purpose, quantity } = series;
  const at = now();
  const ahead = occurrences.filter((occurrence) => isAhead(occurrence, at));
  const counts = countFaces(occurrences).map(({ face, count }) =>
    t('count', {
      count,
      word: face === 'skipped' ? t('skipped') : face === 'change' ? t('change') : status(face),
    }),
  );
  const past = occurrences.filter(({ booking }) => booking !== null && booking.period.end <= at);
  const rest = occurrences.filter((occurrence) => !past.includes(occurrence));
  const done = AFTER.find((known) => known === after);
  return (
    <>
      <PageHeader
        title={thing?.title ?? t('title')}
        lead={words}
        back={
          standing.isBorrower || !standing.isDecider
            ? { href: paths.bookings(locale), label: t('back') }
            : { href: paths.inbox(locale), label: t('backInbox') }
        }
      />
      <div className="space-y-6">
        {done && (
          <div role="status">
            <Notice tone="done">{t(`after.${done}`)}</Notice>
          </div>
        )}
        {series.isEnded && <Notice>{t('ended')}</Notice>}
        <SlotQuestion series={series} next={ahead[0]?.on} />
        {decision}
        <DefinitionList
          entries={[
            { term: t('state'), icon: 'calendar', value: counts.join(' · ') },
            { term: t('owner'), icon: 'organisation', value: name(series.owner?.name) },
            { term: t('borrower'), icon: 'people', value: name(series.borrower?.name) },
            { term: t('requestedBy'), icon: 'account', value: name(series.requestedBy) },
            {
              term: t('quantity'),
              icon: 'list',
              value: quantity > 1 ? t('pieces', { count: quantity }) : null,
            },
            {
              term: t('purpose'),
              icon: 'info',
              value: purpose && (
                <span dir="auto" className="block whitespace-pre-line">
                  {purpose}
                </span>
              ),
            },
          ]}
        />
        <section aria-labelledby="dates">
          <h2 id="dates" className="mb-2.5 text-xl">
            {t('dates')}
          </h2>
          <OccurrenceList occurrences={rest} zone={zone} />
          {past.length > 0 && (
            <details className="mt-3">
              <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-leaf">
                {t('past', { count: past.length })}
              </summary>
              <OccurrenceList occurrences={past} zone={zone} />
            </details>
          )}
        </section>
        <SeriesActions
          series={series}
          dates={ahead.map(({ on }) => ({ value: on, label: formatDay(on, locale) }))}
        />
        {thing && (
          <p>
            <Link
              href={paths.resource(locale, series.poolSlug, thing.slug)}
              className="inline-flex min-h-11 items-center font-semibold text-leaf hover:underline"
            >
              {t('openThing')}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

type SeriesActionsProps = { series: SeriesDetail; dates: { value: string; label: string }[] };

/** What the people of both sides can change about what lies ahead. */
async function SeriesActions({ series, dates }: SeriesActionsProps) {
  const [t, locale] = await Promise.all([getTranslations('series.detail'), getLocale()]);
  const { standing, thing, poolSlug } = series;
  const mayEnd = standing.mayChange || standing.isDecider;
  return (
    <div className="flex flex-wrap gap-2.5">
      {standing.isBorrower && thing && (
        <LinkButton
          href={paths.planSeries(locale, poolSlug, thing.slug, { extend: series.id })}
          variant="quiet"
          size="small"
          icon="plus"
        >
          {t('extend')}
        </LinkButton>
      )}
      {standing.mayChange && !series.isEnded && dates.length > 0 && (
        <MoveSheet series={series} dates={dates} />
      )}
      {mayEnd && dates.length > 0 && (
        <>
          <CancelSheet series={series} dates={dates} />
          {!series.isEnded && <EndSheet series={series} dates={dates} />}
        </>
      )}
    </div>
  );
}

function name(text: string | null | undefined) {
  return text ? <bdi>{text}</bdi> : null;
}
