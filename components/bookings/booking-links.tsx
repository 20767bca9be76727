import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { whenOf, whenQuery } from '@/lib/availability/model';
import { isLive, isOver, mayCancel, mayChange, type BookingDetail } from '@/lib/bookings/model';
import { weeksLater } from '@/lib/bookings/model/again';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import { CancelSheet } from './cancel-sheet';

type BookingLinksProps = {
  booking: BookingDetail;
  /** What other features offer: ways to go on, and what calling off costs. */
  more: ReactNode;
  cancelFee: ReactNode;
};

/** What else one can do with it. */
export async function BookingLinks({ booking, more, cancelFee }: BookingLinksProps) {
  const [t, change, locale] = await Promise.all([
    getTranslations('bookings.detail'),
    getTranslations('bookings.change'),
    getLocale(),
  ]);
  const at = now();
  const { id, status, thing, poolSlug, standing, zone, period } = booking;
  const isAhead = isLive(status) && !isOver(booking, at);
  const cancelSide = mayCancel(booking, standing, at);
  const again = thing && standing.isBorrower && weeksLater(whenOf(period, zone), dayOf(at, zone));
  return (
    <div className="flex flex-wrap gap-2.5">
      {isAhead && (
        // A plain link: it is a file, not a page.
        <a
          href={paths.bookingCalendar(locale, id)}
          className={buttonStyle({ variant: 'quiet', size: 'small' })}
        >
          <Icon name="calendar" />
          {t('calendar')}
        </a>
      )}
      {again && (
        <LinkButton
          href={paths.resource(locale, poolSlug, thing.slug, whenQuery(again))}
          variant="quiet"
          size="small"
          icon="refresh"
          title={t('againHint')}
        >
          {t('again')}
        </LinkButton>
      )}
      {mayChange(booking, standing, at) && (
        <LinkButton href={paths.changeBooking(locale, id)} variant="quiet" size="small" icon="edit">
          {change('open')}
        </LinkButton>
      )}
      {more}
      {cancelSide && <CancelSheet booking={booking} side={cancelSide} fee={cancelFee} />}
    </div>
  );
}
