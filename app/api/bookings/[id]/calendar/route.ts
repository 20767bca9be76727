import type { NextRequest } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { isLive, isOver, type BookingDetail } from '@/lib/bookings/model';
import { findBooking } from '@/lib/bookings/queries/booking';
import { now } from '@/lib/platform/clock';
import { calendarFile } from '@/lib/platform/ical';
import { toLocale, type Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import { siteUrl } from '@/lib/platform/site';

type Context = { params: Promise<{ id: string }> };

/** One booking for somebody's own calendar. Row level security decides whether there is one. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const locale = toLocale(request.nextUrl.searchParams.get('l'));
  const booking = await findBooking((await params).id);
  if (!booking) return new Response(null, { status: 404 });
  return new Response(await write(booking, locale), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="allmende-${booking.id.slice(0, 8)}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function write(booking: BookingDetail, locale: Locale): Promise<string> {
  const [t, url] = await Promise.all([
    getTranslations({ locale, namespace: 'bookings' }),
    siteUrl(paths.booking(locale, booking.id)),
  ]);
  const { id, version, period, zone, status, thing, quantity, owner, borrower, purpose } = booking;
  const isSettled = status === 'approved' || status === 'handed_over' || status === 'returned';
  const isOpen = isLive(status) && !isOver(booking, now());
  return calendarFile({
    uid: `${id}@allmende`,
    sequence: version,
    period,
    zone,
    status: isSettled ? 'CONFIRMED' : isOpen ? 'TENTATIVE' : 'CANCELLED',
    summary: thing?.title ?? t('detail.title'),
    description: [t('calendar.description', { quantity, owner, borrower }), purpose]
      .filter(Boolean)
      .join('\n'),
    location: thing?.place ?? '',
    url,
    stamp: now(),
  });
}
