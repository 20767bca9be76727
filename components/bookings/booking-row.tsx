import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { cn } from '@/components/ui/cn';
import { WhenLine } from '@/components/ui/when-line';
import { isLive, type BookingCard } from '@/lib/bookings/model';
import { paths } from '@/lib/platform/paths';
import { BookingBadge } from './booking-badge';
import { ThingPicture } from './thing-picture';

type BookingRowProps = {
  booking: BookingCard;
  /** Says for which of the viewer's organisations, when there are several. */
  withBorrower: boolean;
  isPast?: boolean;
};

export async function BookingRow({ booking, withBorrower, isPast = false }: BookingRowProps) {
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  const { id, thing, period, zone, quantity, owner, borrower, status } = booking;
  const isOff = !isLive(status);
  return (
    <li className="edged relative flex pressable gap-3 rounded-lg bg-surface p-2.5 shadow-card hover:shadow-raised">
      <ThingPicture
        thing={thing}
        className={cn('w-22 self-start rounded-md sm:w-32', (isPast || isOff) && 'opacity-60')}
      />
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <h3 className={cn('leading-snug', isOff && 'text-muted')} dir="auto">
          <Link
            href={paths.booking(locale, id)}
            className="after:absolute after:inset-0 after:rounded-lg"
          >
            {thing?.title ?? t('gone')}
          </Link>
        </h3>
        <p className={cn('text-sm font-semibold tabular-nums', isOff && 'text-muted')}>
          <WhenLine period={period} zone={zone} />
        </p>
        <p className="line-clamp-2 text-sm text-muted">
          {quantity > 1 && `${t('pieces', { count: quantity })} · `}
          <bdi>{withBorrower && borrower ? t('fromFor', { owner, borrower }) : owner}</bdi>
        </p>
        <p className="mt-auto pt-1">
          <BookingBadge booking={booking} />
        </p>
      </div>
    </li>
  );
}
