import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Asker } from '@/components/ui/asker';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { WhenLine } from '@/components/ui/when-line';
import type { OpenRequest } from '@/lib/bookings/model';
import type { Beside } from '@/lib/inbox/model/day';
import { now } from '@/lib/platform/clock';
import { formatDistance } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { BesideList } from './beside-list';
import { Deadline } from './deadline';

type RequestCardProps = {
  request: OpenRequest;
  beside: Beside | null;
  /** The thing's picture, and the forms to decide with; both belong to other features. */
  picture: ReactNode;
  decision: ReactNode;
};

/** Everything that is needed to decide, from most to least: what, when, who, what for, what else. */
export async function RequestCard({ request, beside, picture, decision }: RequestCardProps) {
  const [t, locale] = await Promise.all([getTranslations('inbox'), getLocale()]);
  const { id, thing, period, zone, quantity, borrower, requestedBy, purpose, createdAt } = request;
  return (
    <li
      id={`b-${id}`}
      className="edged scroll-mt-24 overflow-hidden rounded-lg bg-surface shadow-card target:outline-2 target:outline-marigold"
    >
      <article
        data-request
        tabIndex={-1}
        aria-labelledby={`t-${id}`}
        className="space-y-3.5 rounded-lg p-4 focus-visible:outline-offset-[-3px]"
      >
        <div className="relative flex gap-3 cramped:flex-col">
          {picture}
          <div className="min-w-0 grow">
            <h3 id={`t-${id}`} className="text-base leading-snug" dir="auto">
              <Link
                href={paths.booking(locale, id)}
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
            <p className="text-sm font-semibold tabular-nums">
              <WhenLine period={period} zone={zone} />
            </p>
            <p className="text-sm text-muted">
              {t('asked', { ago: formatDistance(createdAt, now(), locale) })}
            </p>
          </div>
        </div>
        <div>
          <Asker person={requestedBy} organisation={borrower} />
          {purpose ? (
            <p
              dir="auto"
              className="mt-1.5 line-clamp-6 border-s-3 border-line ps-3 whitespace-pre-line"
            >
              {purpose}
            </p>
          ) : (
            <p className="mt-1 text-muted">{t('noPurpose')}</p>
          )}
        </div>
        <LastWord request={request} />
        {beside && <BesideList beside={beside} request={request} />}
        <Deadline request={request} />
        {decision}
      </article>
    </li>
  );
}

/** What was asked back, or answered. */
async function LastWord({ request }: { request: OpenRequest }) {
  const { lastAction, lastNote } = request;
  if (!lastNote || (lastAction !== 'asked' && lastAction !== 'answered')) return null;
  const t = await getTranslations('inbox');
  return (
    <div>
      <p className="mb-1 text-sm font-semibold text-muted">
        {t(lastAction === 'asked' ? 'yourQuestion' : 'answered')}
      </p>
      <blockquote
        dir="auto"
        className="edged rounded-lg rounded-ss-sm bg-sunken px-3.5 py-2.5 whitespace-pre-line"
      >
        {lastNote}
      </blockquote>
    </div>
  );
}
