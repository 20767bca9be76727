import { getLocale, getTranslations } from 'next-intl/server';
import type { BookingCard, BookingGroup } from '@/lib/bookings/model';
import { formatDay } from '@/lib/platform/date-format';
import { BookingRow } from './booking-row';

type BookingGroupsProps = {
  groups: BookingGroup<BookingCard>[];
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
          {bookings.map((booking) => (
            <BookingRow
              key={booking.id}
              booking={booking}
              withBorrower={withBorrower}
              isPast={isPast}
            />
          ))}
        </ul>
      </section>
    );
  });
}
