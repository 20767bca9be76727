import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingView } from '@/components/bookings/booking-view';
import { DamageLink } from '@/components/handover/handover-actions';
import { LiveBookings } from '@/components/bookings/live-bookings';
import { InstallHint } from '@/components/install/hint.client';
import { installWords } from '@/components/install/words';
import { Page } from '@/components/layout/page';
import { PushQuestion } from '@/components/push/push-question';
import { findBooking } from '@/lib/bookings/queries/booking';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { pushKey } from '@/lib/platform/push/config';
import {
  BookingAlternatives,
  BookingCancelFee,
  BookingConfirmations,
  BookingDecision,
  BookingOffer,
  BookingOutcome,
  BookingQuote,
} from './booking-parts';
import { SeriesLink } from './series-link';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [booking, t] = await Promise.all([
    findBooking((await params).id),
    getTranslations('bookings.detail'),
  ]);
  return { title: booking?.thing?.title ?? t('title') };
}

export default async function BookingPage({ params, searchParams }: Props) {
  await requireViewer();
  const [{ id }, { after }] = await Promise.all([params, searchParams]);
  const [booking, organisations, t, status, locale] = await Promise.all([
    findBooking(id),
    listMyOrganisations(),
    getTranslations('bookings'),
    getTranslations('common.status'),
    getLocale(),
  ]);
  if (!booking) notFound();
  const title = booking.thing?.title ?? t('detail.title');
  return (
    <Page>
      <BookingView
        booking={booking}
        outcome={<BookingOutcome booking={booking} after={after} />}
        decision={
          <>
            <BookingConfirmations booking={booking} />
            <BookingDecision booking={booking} />
            <BookingOffer booking={booking} />
            <BookingAlternatives booking={booking} locale={locale} />
            {booking.status === 'requested' && booking.standing.isBorrower && (
              <PushQuestion pushKey={pushKey()} about="request" />
            )}
          </>
        }
        price={<BookingQuote booking={booking} />}
        cancelFee={<BookingCancelFee booking={booking} />}
        more={<DamageLink booking={booking} />}
      />
      {booking.standing.isBorrower && <InstallHint when="now" words={await installWords()} />}
      <SeriesLink bookingId={booking.id} />
      <LiveBookings
        organisationIds={organisations.map((organisation) => organisation.id)}
        stamp={String(booking.version)}
        says={t('live.status', { title, status: status(booking.status) })}
        isVisible={!booking.isLastActMine}
      />
    </Page>
  );
}
