import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { groupByTime, type BookingGroup } from '@/lib/bookings/model/grouped';
import { folded, type BorrowedCard, type Folded } from '@/lib/bookings/model/folded';
import type { MyOrganisation } from '@/lib/organisations/model';
import { now } from '@/lib/platform/clock';
import { paths } from '@/lib/platform/paths';
import { BookingGroups } from './booking-groups';
import { NoBookings } from './no-bookings';

type UpcomingBookingsProps = {
  bookings: BorrowedCard[];
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
  const groups = groupByTime(bookings, now()).map((group) => ({
    ...group,
    bookings: folded(group.bookings),
  }));
  const cards = groups.reduce((sum, group) => sum + group.bookings.length, 0);
  const shown = !isAll && cards > FIRST + SLACK ? firstOf(groups) : groups;
  const hidden = bookings.length - countIn(shown);
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

type Groups = BookingGroup<Folded<BorrowedCard>>[];

function firstOf(groups: Groups): Groups {
  let left = FIRST;
  return groups.flatMap((group) => {
    const bookings = group.bookings.slice(0, left);
    left -= bookings.length;
    return bookings.length > 0 ? [{ ...group, bookings }] : [];
  });
}

function countIn(groups: Groups): number {
  return groups
    .flatMap(({ bookings }) => bookings)
    .reduce((sum, { rest }) => sum + 1 + rest.length, 0);
}
