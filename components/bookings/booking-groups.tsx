import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { WhenLine } from '@/components/ui/when-line';
import type { BookingGroup } from '@/lib/bookings/model/grouped';
import type { BorrowedCard, Folded } from '@/lib/bookings/model/folded';
import { formatDay } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { BookingRow } from './booking-row';

type BookingGroupsProps = {
  groups: BookingGroup<Folded<BorrowedCard>>[];
  withBorrower: boolean;
  isPast?: boolean;
};

export async function BookingGroups({ groups, withBorrower, isPast = false }: BookingGroupsProps) {
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  return groups.map(({ key, month, bookings }) => {
    const title = key === 'month' ? month && formatDay(month, locale, 'month') : t(key);
    return (
      <section key={key + (month ?? '')} className="mt-6 first:mt-2">
        <h2
          className={
            key === 'yours' ? 'mb-2.5 text-base text-marigold-ink' : 'mb-2.5 text-base text-muted'
          }
        >
          {title}
        </h2>
        <ul className="space-y-2.5">
          {bookings.map(({ first, rest }) => (
            <BookingRow
              key={first.id}
              booking={first}
              withBorrower={withBorrower}
              isPast={isPast}
              more={rest.length > 0 && <Rest first={first} rest={rest} />}
            />
          ))}
        </ul>
      </section>
    );
  });
}

/** The other dates of a series, or what else an event needs, behind one line. */
async function Rest({ first, rest }: Folded<BorrowedCard>) {
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  if (!first.bundle) return null;
  const { kind, id, title } = first.bundle;
  return (
    <details className="group border-t border-line px-2.5 text-sm">
      <summary className="flex min-h-11 list-none items-center gap-1.5 font-semibold text-leaf [&::-webkit-details-marker]:hidden">
        <span dir="auto">
          {kind === 'series'
            ? t('moreDates', { count: rest.length })
            : t('moreThings', { count: rest.length, event: title })}
        </span>
        <Icon name="down" className="size-5 group-open:rotate-180" />
      </summary>
      <ul className="pb-2">
        {rest.map((booking) => (
          <li key={booking.id} className="border-t border-line first:border-t-0">
            <Link
              href={paths.booking(locale, booking.id)}
              prefetch={false}
              className="flex min-h-11 flex-wrap items-center gap-x-2 py-1 hover:text-leaf"
            >
              {(kind === 'event' || booking.thing?.slug !== first.thing?.slug) && (
                <bdi className="font-semibold">{booking.thing?.title ?? t('gone')}</bdi>
              )}
              <span className="tabular-nums">
                <WhenLine period={booking.period} zone={booking.zone} />
              </span>
            </Link>
          </li>
        ))}
        <li className="border-t border-line">
          <Link
            href={kind === 'series' ? paths.series(locale, id) : paths.event(locale, id)}
            prefetch={false}
            className="flex min-h-11 items-center font-semibold text-leaf hover:underline"
          >
            {t(kind === 'series' ? 'wholeSeries' : 'wholeEvent')}
          </Link>
        </li>
      </ul>
    </details>
  );
}
