import { getLocale, getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import type { BookingDetail } from '@/lib/bookings/model';
import { formatPeriod } from '@/lib/platform/date-format';

export async function BookingFacts({ booking }: { booking: BookingDetail }) {
  const [t, locale] = await Promise.all([getTranslations('bookings'), getLocale()]);
  const { period, zone, thing, quantity, borrower, owner, requestedBy, purpose } = booking;
  return (
    <DefinitionList
      entries={[
        {
          term: t('detail.when'),
          icon: 'clock',
          value: formatPeriod(period, locale, zone, 'long'),
        },
        { term: t('detail.where'), icon: 'pin', value: text(thing?.place) },
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
