import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { WhenFields } from '@/components/availability/when-fields.client';
import { WhenState } from '@/components/availability/when-state.client';
import { whenWords } from '@/components/availability/when-words';
import { SendForm, WishForm } from '@/components/bookings/change-form';
import { QuickChanges } from '@/components/bookings/quick-changes';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { WhenLine } from '@/components/ui/when-line';
import { whenOf } from '@/lib/availability/model';
import { shownMonth } from '@/lib/availability/model/grid';
import { hasBegun, mayChange } from '@/lib/bookings/model';
import { findBooking } from '@/lib/bookings/queries/booking';
import { readWish } from '@/lib/bookings/schema';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import { Calendar } from '../../../../calendar';
import { WishPreview } from './preview';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bookings.change');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Wish first, look at what it means, then send: the address holds the wish. */
export default async function ChangeBookingPage({ params, searchParams }: Props) {
  await requireViewer();
  const [{ id }, query, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('bookings.change'),
    getLocale(),
  ]);
  const booking = await findBooking(id);
  if (!booking) notFound();
  const at = now();
  if (!mayChange(booking, booking.standing, at)) redirect(paths.booking(locale, id));
  const begun = hasBegun(booking, at);
  const { period, quantity, isChanged } = readWish(query, booking, begun);
  const { zone } = booking;
  const [today, when, words] = [dayOf(at, zone), whenOf(period, zone), await whenWords()];
  const preview = (
    <WishPreview
      booking={booking}
      period={period}
      quantity={quantity}
      canMove={!begun}
      send={(isAtOnce) => (
        <SendForm booking={booking} wished={period} quantity={quantity} isAtOnce={isAtOnce} />
      )}
    />
  );
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('title')}
        lead={
          <>
            <bdi>{booking.thing?.title}</bdi> · <WhenLine period={booking.period} zone={zone} />
          </>
        }
        back={{ href: paths.booking(locale, id), label: t('toBooking') }}
      />
      <div className="space-y-6">
        <QuickChanges booking={booking} wished={period} hasBegun={begun} />
        {isChanged && preview}
        <WhenState given={when} words={words}>
          {!begun && (
            <Calendar
              thing={{ id: booking.resourceId, stock: booking.stock }}
              locale={locale}
              zone={zone}
              when={when}
              month={shownMonth(query.month, when.from, today)}
              today={today}
              quantity={quantity}
              path={paths.changeBooking(locale, id)}
              keep={{ n: String(quantity) }}
              fields={{ kind: 'free' }}
              mode={when.from === when.to ? 'one' : 'several'}
              waitingHref={null}
              exceptBookingId={id}
            />
          )}
          <WishForm
            key={`${period.start.toISOString()}${period.end.toISOString()}`}
            booking={booking}
            wished={period}
            quantity={quantity}
            hasBegun={begun}
            when={<WhenFields given={when} words={words} today={today} />}
          />
        </WhenState>
      </div>
    </Page>
  );
}
