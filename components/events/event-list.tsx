import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icons';
import { Name } from '@/components/ui/name';
import { WhenLine } from '@/components/ui/when-line';
import type { EventCard } from '@/lib/events/model';
import { paths } from '@/lib/platform/paths';

type Mark = { word: 'draft' | 'sent' | 'settled' | 'cancelled' | 'gap' } & (
  | { tone: 'neutral'; icon: IconName }
  | { tone: 'marigold'; icon: IconName }
  | { tone: 'leaf'; icon: IconName }
);

function markOf({ status, settleBy }: EventCard): Mark {
  if (settleBy) return { word: 'gap', tone: 'marigold', icon: 'alert' };
  switch (status) {
    case 'draft':
      return { word: 'draft', tone: 'neutral', icon: 'edit' };
    case 'sent':
      return { word: 'sent', tone: 'marigold', icon: 'clock' };
    case 'settled':
      return { word: 'settled', tone: 'leaf', icon: 'approve' };
    case 'cancelled':
      return { word: 'cancelled', tone: 'neutral', icon: 'cancel' };
  }
}

type EventListProps = { title: string; events: EventCard[]; withBorrower: boolean };

export async function EventList({ title, events, withBorrower }: EventListProps) {
  if (events.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('events.list'), getLocale()]);
  return (
    <section className="mt-6">
      <h2 className="mb-2.5 text-base text-muted">{title}</h2>
      <ul className="space-y-2.5">
        {events.map((event) => {
          const { word, ...look } = markOf(event);
          return (
            <li
              key={event.id}
              className="edged relative pressable space-y-1 rounded-lg bg-surface p-4 shadow-card hover:shadow-raised"
            >
              <h3 className="leading-snug" dir="auto">
                <Link
                  href={paths.event(locale, event.id)}
                  className="after:absolute after:inset-0 after:rounded-lg"
                >
                  {event.title}
                </Link>
              </h3>
              <p className="text-sm font-semibold tabular-nums">
                <WhenLine period={event.period} zone={event.zone} />
              </p>
              <p className="text-sm text-muted">
                {t('guests', { count: event.guests })}
                {event.status !== 'draft' &&
                  event.status !== 'cancelled' &&
                  ` · ${t('progress', { met: event.met, wishes: event.wishes })}`}
                {withBorrower && (
                  <>
                    {' · '}
                    <Name>{event.borrower}</Name>
                  </>
                )}
              </p>
              <p className="pt-1">
                <Badge {...look}>{t(word)}</Badge>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
