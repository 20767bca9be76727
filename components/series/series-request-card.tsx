import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Asker } from '@/components/ui/asker';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { now } from '@/lib/platform/clock';
import { formatDay, formatDistance } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import type { SeriesRequest } from '@/lib/series/model/series';
import { ApproveAll } from './decide-form';
import { seriesWords } from './rule-words';

type SeriesRequestCardProps = { request: SeriesRequest; picture: ReactNode };

/** A whole series as one thing to decide. */
export async function SeriesRequestCard({ request, picture }: SeriesRequestCardProps) {
  const [t, locale, words] = await Promise.all([
    getTranslations('series.card'),
    getLocale(),
    seriesWords(request),
  ]);
  const { id, thing, borrower, requestedBy, purpose, createdAt, dates, zone, quantity } = request;
  const [first, last] = [dates[0], dates.at(-1)].map(
    (date) => date && formatDay(dayOf(date.period.start, zone), locale),
  );
  return (
    <li
      id={`s-${id}`}
      className="edged scroll-mt-24 overflow-hidden rounded-lg bg-surface shadow-card target:outline-2 target:outline-marigold"
    >
      <article
        data-request
        tabIndex={-1}
        aria-labelledby={`ts-${id}`}
        className="space-y-3.5 rounded-lg p-4 focus-visible:outline-offset-[-3px]"
      >
        <div className="relative flex gap-3">
          {picture}
          <div className="min-w-0 grow">
            <h3 id={`ts-${id}`} className="text-base leading-snug" dir="auto">
              <Link
                href={paths.series(locale, id)}
                className="after:absolute after:inset-0 hover:text-leaf"
              >
                {thing?.title}
                <Icon name="chevron" className="inline size-4 text-muted" />
              </Link>
              {quantity > 1 && (
                <span className="font-normal text-muted">
                  {' '}
                  · {t('pieces', { count: quantity })}
                </span>
              )}
            </h3>
            <p className="text-sm font-semibold tabular-nums first-letter:uppercase">{words}</p>
            <p className="text-sm text-muted">
              {t('dates', { count: dates.length, first: first ?? '', last: last ?? '' })}
            </p>
            <p className="text-sm text-muted">
              {t('asked', { ago: formatDistance(createdAt, now(), locale) })}
            </p>
          </div>
        </div>
        <div>
          <Asker person={requestedBy} organisation={borrower} />
          {purpose && (
            <p
              dir="auto"
              className="mt-1.5 line-clamp-6 border-s-3 border-line ps-3 whitespace-pre-line"
            >
              {purpose}
            </p>
          )}
        </div>
        <ApproveAll seriesId={id} place="inbox" />
        <LinkButton href={paths.series(locale, id)} variant="quiet" size="small" wide>
          {t('single')}
        </LinkButton>
      </article>
    </li>
  );
}
