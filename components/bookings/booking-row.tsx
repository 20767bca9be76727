import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Name } from '@/components/ui/name';
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
  /** What belongs to it, under its own card. */
  more?: ReactNode;
};

export async function BookingRow({ booking, withBorrower, isPast = false, more }: BookingRowProps) {
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  const { id, thing, period, zone, quantity, owner, borrower, status } = booking;
  const isOff = !isLive(status);
  return (
    <li className="edged overflow-hidden rounded-lg bg-surface shadow-card hover:shadow-raised">
      <div className="relative flex pressable gap-3 p-2.5 cramped:flex-col">
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
            <Name>{withBorrower && borrower ? t('fromFor', { owner, borrower }) : owner}</Name>
          </p>
          <p className="mt-auto pt-1">
            <BookingBadge booking={booking} />
          </p>
        </div>
      </div>
      {more}
    </li>
  );
}
