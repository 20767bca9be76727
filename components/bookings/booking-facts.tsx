import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import { PlaceWay } from '@/components/ui/ways';
import type { BookingDetail, EventNote } from '@/lib/bookings/model';
import { formatPeriod } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';

export async function BookingFacts({ booking }: { booking: BookingDetail }) {
  const [t, locale] = await Promise.all([getTranslations('bookings'), getLocale()]);
  const { period, zone, thing, quantity, borrower, owner, requestedBy, purpose, event, standing } =
    booking;
  return (
    <DefinitionList
      entries={[
        {
          term: t('detail.event'),
          icon: 'people',
          value: event && (
            <EventName
              event={event}
              href={standing.isBorrower ? paths.event(locale, event.id) : null}
            />
          ),
        },
        {
          term: t('detail.when'),
          icon: 'clock',
          value: formatPeriod(period, locale, zone, 'long'),
        },
        {
          term: t('detail.where'),
          icon: 'pin',
          value: thing?.place && <PlaceWay place={thing.place} />,
        },
        {
          term: t('detail.quantity'),
          icon: 'list',
          value: quantity > 1 ? t('list.pieces', { count: quantity }) : null,
        },
        { term: t('detail.owner'), icon: 'organisation', value: text(owner) },
        { term: t('detail.borrower'), icon: 'people', value: text(borrower) },
        { term: t('detail.requestedBy'), icon: 'account', value: text(requestedBy) },
        {
          term: t('detail.purpose'),
          icon: 'info',
          value: purpose ? (
            <span dir="auto" className="block whitespace-pre-line">
              {purpose}
            </span>
          ) : null,
        },
      ]}
    />
  );
}

function text(value: string | null | undefined) {
  return value ? <bdi>{value}</bdi> : null;
}

/** The borrower goes on to the event; owners read its name. */
function EventName({ event, href }: { event: EventNote; href: string | null }) {
  if (!href) return <bdi>{event.title}</bdi>;
  return (
    <Link href={href} className="font-semibold text-leaf hover:underline">
      <bdi>{event.title}</bdi>
    </Link>
  );
}
