import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { groupByMonth } from '@/lib/bookings/model/grouped';
import { folded, type BorrowedCard } from '@/lib/bookings/model/folded';
import type { MyOrganisation } from '@/lib/organisations/model';
import { paths } from '@/lib/platform/paths';
import { BookingGroups } from './booking-groups';

type PastBookingsProps = {
  /** Up to `limit` and one more, which says that there are older ones. */
  bookings: BorrowedCard[];
  limit: number;
  chosen: MyOrganisation | null;
  withBorrower: boolean;
};

export async function PastBookings({ bookings, limit, chosen, withBorrower }: PastBookingsProps) {
  if (bookings.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  const groups = groupByMonth(bookings.slice(0, limit)).map((group) => ({
    ...group,
    bookings: folded(group.bookings),
  }));
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="text-lg">{t('past')}</h2>
      <BookingGroups groups={groups} withBorrower={withBorrower} isPast />
      {bookings.length > limit && (
        <p className="mt-5 text-center">
          <LinkButton
            href={paths.bookings(locale, {
              past: String(limit * 2),
              ...(chosen ? { organisation: chosen.slug } : {}),
            })}
            variant="quiet"
            scroll={false}
          >
            {t('more')}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
