import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icons';
import { Name } from '@/components/ui/name';
import type { BookingAction, BookingDetail, StoryEntry } from '@/lib/bookings/model';
import { formatDistance, formatInstant, formatPeriod } from '@/lib/platform/date-format';
import { now } from '@/lib/platform/clock';
import { unbroken } from '@/lib/platform/unbroken';

const SIGNS = {
  requested: { icon: 'send', look: 'bg-sunken text-ink' },
  approved: { icon: 'check', look: 'bg-leaf-soft text-leaf-ink' },
  declined: { icon: 'close', look: 'bg-brick-soft text-brick-ink' },
  asked: { icon: 'ask', look: 'bg-marigold-soft text-marigold-ink' },
  answered: { icon: 'mail', look: 'bg-sunken text-ink' },
  cancelled: { icon: 'cancel', look: 'bg-sunken text-muted' },
  expired: { icon: 'expired', look: 'bg-sunken text-muted' },
  offered: { icon: 'bell', look: 'bg-marigold-soft text-marigold-ink' },
  accepted: { icon: 'check', look: 'bg-leaf-soft text-leaf-ink' },
  passed_over: { icon: 'close', look: 'bg-brick-soft text-brick-ink' },
  changed: { icon: 'edit', look: 'bg-sunken text-ink' },
  change_proposed: { icon: 'edit', look: 'bg-marigold-soft text-marigold-ink' },
  change_granted: { icon: 'check', look: 'bg-leaf-soft text-leaf-ink' },
  change_declined: { icon: 'close', look: 'bg-brick-soft text-brick-ink' },
  change_withdrawn: { icon: 'cancel', look: 'bg-sunken text-muted' },
  change_expired: { icon: 'expired', look: 'bg-sunken text-muted' },
  handed_over: { icon: 'share', look: 'bg-leaf-soft text-leaf-ink' },
  overdue: { icon: 'bell', look: 'bg-marigold-soft text-marigold-ink' },
  damaged: { icon: 'alert', look: 'bg-brick-soft text-brick-ink' },
  returned: { icon: 'download', look: 'bg-leaf-soft text-leaf-ink' },
  no_show: { icon: 'expired', look: 'bg-sunken text-muted' },
} as const satisfies Record<BookingAction, { icon: IconName; look: string }>;

/** What happened, from the log: who, what, when, and what they said. */
export async function Story({ booking }: { booking: BookingDetail }) {
  const t = await getTranslations('bookings');
  return (
    <section>
      <h2 className="mb-4 text-lg">{t('detail.story')}</h2>
      <ol>
        {booking.story.map((entry, index) => (
          <Entry
            key={entry.version}
            entry={entry}
            zone={booking.zone}
            organisation={entry.side === 'owner' ? booking.owner : booking.borrower}
            isLast={index === booking.story.length - 1}
          />
        ))}
      </ol>
    </section>
  );
}

type EntryProps = { entry: StoryEntry; zone: string; organisation: string; isLast: boolean };

async function Entry({ entry, zone, organisation, isLast }: EntryProps) {
  const [t, list, locale] = await Promise.all([
    getTranslations('bookings.story'),
    getTranslations('bookings.list'),
    getLocale(),
  ]);
  const { icon, look } = entry.isBooking ? SIGNS.approved : SIGNS[entry.action];
  const { person } = entry;
  const name = person ?? (unbroken(organisation) || t('someone'));
  const who = (chunks: ReactNode) => <bdi className="font-semibold">{chunks}</bdi>;
  return (
    <li className="relative flex gap-3.5 pb-5 last:pb-0">
      {!isLast && (
        <span aria-hidden className="absolute start-[1.1rem] top-9 bottom-0 w-0.5 bg-line" />
      )}
      <span
        className={cn('edged flex size-9 shrink-0 items-center justify-center rounded-full', look)}
      >
        <Icon name={icon} className="size-5" />
      </span>
      <div className="min-w-0 grow pt-1">
        <p>{t.rich(entry.isBooking ? 'booked' : entry.action, { name, who })}</p>
        <p className="text-sm text-muted">
          {person && organisation && (
            <>
              <Name>{organisation}</Name> ·{' '}
            </>
          )}
          <time dateTime={entry.at.toISOString()} title={formatInstant(entry.at, locale, zone)}>
            {formatDistance(entry.at, now(), locale)}
          </time>
        </p>
        {entry.change && (
          <p className="mt-1 text-sm tabular-nums">
            <s className="text-muted">
              {formatPeriod(entry.change.from.period, locale, zone, 'short')}
            </s>{' '}
            {formatPeriod(entry.change.to.period, locale, zone, 'short')}
            {entry.change.from.quantity !== entry.change.to.quantity &&
              ` · ${list('pieces', { count: entry.change.to.quantity })}`}
          </p>
        )}
        {entry.condition && entry.condition !== 'fine' && (
          <p className="mt-1 text-sm font-semibold">{t(`condition.${entry.condition}`)}</p>
        )}
        {entry.note && (
          <blockquote
            dir="auto"
            className="edged mt-2 rounded-lg rounded-ss-sm bg-sunken px-3.5 py-2.5 whitespace-pre-line"
          >
            {entry.note}
          </blockquote>
        )}
      </div>
    </li>
  );
}
