import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { groupByTime, type BookingCard } from '@/lib/bookings/model';
import type { MyOrganisation } from '@/lib/organisations/model';
import { now } from '@/lib/platform/clock';
import { paths } from '@/lib/platform/paths';
import { BookingGroups } from './booking-groups';
import { NoBookings } from './no-bookings';

type UpcomingBookingsProps = {
  bookings: BookingCard[];
  hasPast: boolean;
  isMember: boolean;
  isAll: boolean;
  chosen: MyOrganisation | null;
  withBorrower: boolean;
};

/** As many as one looks through on a phone; a few more than that are shown at once. */
const FIRST = 20;
const SLACK = 5;

export async function UpcomingBookings(props: UpcomingBookingsProps) {
  const { bookings, hasPast, isMember, isAll, chosen, withBorrower } = props;
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  if (bookings.length === 0) {
    return <NoBookings isMember={isMember} hasPast={hasPast} locale={locale} />;
  }
  const isShort = !isAll && bookings.length > FIRST + SLACK;
  const groups = groupByTime(bookings, now());
  const shown = isShort ? firstOf(groups) : groups;
  const hidden = bookings.length - shown.reduce((sum, group) => sum + group.bookings.length, 0);
  return (
    <>
      <BookingGroups groups={shown} withBorrower={withBorrower} />
      {hidden > 0 && (
        <p className="mt-5 text-center">
          <LinkButton
            href={paths.bookings(locale, {
              ahead: 'all',
              ...(chosen ? { organisation: chosen.slug } : {}),
            })}
            variant="quiet"
            scroll={false}
          >
            {t('upcomingMore', { count: hidden })}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function firstOf(groups: ReturnType<typeof groupByTime<BookingCard>>) {
  let left = FIRST;
  return groups.flatMap((group) => {
    const bookings = group.bookings.slice(0, left);
    left -= bookings.length;
    return bookings.length > 0 ? [{ ...group, bookings }] : [];
  });
}
