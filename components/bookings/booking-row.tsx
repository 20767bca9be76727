import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { cn } from '@/components/ui/cn';
import { TimeSpan } from '@/components/ui/time';
import type { BookingCard } from '@/lib/bookings/model';
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
  const isOff = status !== 'requested' && status !== 'approved';
  return (
    <li className="edged relative flex pressable gap-3 rounded-lg bg-surface p-2.5 shadow-card hover:shadow-raised">
      <ThingPicture
        thing={thing}
        className={cn('w-24 self-start rounded-md sm:w-32', (isPast || isOff) && 'opacity-60')}
      />
      <div className="min-w-0 grow space-y-0.5 py-0.5">
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <h3 className={cn('min-w-0 leading-snug', isOff && 'text-muted')} dir="auto">
            <Link
              href={paths.booking(locale, id)}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              {thing?.title ?? t('gone')}
            </Link>
          </h3>
        </div>
        <p className={cn('text-sm font-semibold tabular-nums', isOff && 'text-muted')}>
          <TimeSpan period={period} zone={zone} />
        </p>
        <p className="truncate text-sm text-muted">
          {quantity > 1 && `${t('pieces', { count: quantity })} · `}
          <bdi>{owner}</bdi>
        </p>
        {withBorrower && borrower && (
          <p className="truncate text-sm text-muted" dir="auto">
            {t('for', { name: borrower })}
          </p>
        )}
        <div className="pt-1">
          <BookingBadge booking={booking} />
        </div>
      </div>
    </li>
  );
}
