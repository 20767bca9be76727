import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Asker } from '@/components/ui/asker';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { PlaceWay } from '@/components/ui/ways';
import { WhenLine } from '@/components/ui/when-line';
import type { EventNote, OpenRequest } from '@/lib/bookings/model';
import type { Beside } from '@/lib/inbox/model/day';
import { now } from '@/lib/platform/clock';
import { formatDistance } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { BesideList } from './beside-list';
import { Deadline } from './deadline';

type EventCardProps = {
  event: EventNote;
  requests: [OpenRequest, ...OpenRequest[]];
  beside: Beside | null;
  /** Pictures and forms belong to other features. */
  pictureOf: (request: OpenRequest) => ReactNode;
  decision: ReactNode;
};

/** All that somebody asks of one owner for one event, as the one question it is. */
export async function EventCard({ event, requests, beside, pictureOf, decision }: EventCardProps) {
  const [t, inbox, locale] = await Promise.all([
    getTranslations('events.inbox'),
    getTranslations('inbox'),
    getLocale(),
  ]);
  const [first] = requests;
  const soonest = requests.reduce((a, b) =>
    (b.holdExpiresAt ?? b.period.start) < (a.holdExpiresAt ?? a.period.start) ? b : a,
  );
  return (
    <li
      id={`e-${event.id}`}
      className="edged scroll-mt-24 rounded-lg bg-surface shadow-card target:outline-2 target:outline-marigold"
    >
      <article
        data-request
        tabIndex={-1}
        aria-labelledby={`et-${event.id}`}
        className="space-y-3.5 rounded-lg p-4 focus-visible:outline-offset-[-3px]"
      >
        <div>
          <Badge icon="people">{t('label')}</Badge>
          <h3 id={`et-${event.id}`} className="mt-1.5 text-lg leading-snug" dir="auto">
            {event.title}
          </h3>
          <p className="text-sm font-semibold tabular-nums">
            <WhenLine period={event.period} zone={first.zone} /> ·{' '}
            {t('guests', { count: event.guests })}
          </p>
          {event.place && (
            <p className="text-sm">
              <PlaceWay place={event.place} />
            </p>
          )}
          <p className="text-sm text-muted">
            {inbox('asked', { ago: formatDistance(first.createdAt, now(), locale) })}
          </p>
        </div>
        <div>
          <Asker person={first.requestedBy} organisation={first.borrower} />
          {first.purpose && first.purpose !== event.title && (
            <p
              dir="auto"
              className="mt-1.5 line-clamp-6 border-s-3 border-line ps-3 whitespace-pre-line"
            >
              {first.purpose}
            </p>
          )}
        </div>
        <section className="rounded-md bg-sunken px-3.5 py-3">
          <h4 className="mb-1 text-sm font-semibold">{t('parts', { count: requests.length })}</h4>
          <ul className="divide-y divide-line">
            {requests.map((request) => (
              <li key={request.id} id={`b-${request.id}`} className="relative flex gap-3 py-2.5">
                {pictureOf(request)}
                <span className="min-w-0 grow">
                  <Link
                    href={paths.booking(locale, request.id)}
                    className="leading-snug font-semibold after:absolute after:inset-0 hover:text-leaf"
                  >
                    {request.quantity > 1 && `${String(request.quantity)} × `}
                    <bdi>{request.thing?.title}</bdi>
                  </Link>
                  <span className="block text-sm text-muted tabular-nums">
                    <WhenLine period={request.period} zone={request.zone} />
                  </span>
                </span>
                <Icon name="chevron" className="mt-1 text-muted" />
              </li>
            ))}
          </ul>
        </section>
        {beside && <BesideList beside={beside} request={first} />}
        <Deadline request={soonest} />
        {decision}
      </article>
    </li>
  );
}
