import { getLocale, getTranslations } from 'next-intl/server';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { whenOf, whenQuery } from '@/lib/availability/model';
import type { BookingDetail } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { addDays, isWholeDays, type Period } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

const HOUR = 3_600_000;

/** What most people wish, one tap away: a little longer, a day longer, a little less. */
export async function QuickChanges({
  booking,
  hasBegun,
}: {
  booking: BookingDetail;
  hasBegun: boolean;
}) {
  const [t, locale] = await Promise.all([getTranslations('bookings.change'), getLocale()]);
  const { period, zone, quantity } = booking;
  const at = now();
  const when = whenOf(period, zone);
  const later = (hours: number): Period => ({
    start: period.start,
    end: new Date(period.end.getTime() + hours * HOUR),
  });
  const hrefOf = (query: Record<string, string>) =>
    paths.changeBooking(locale, booking.id, { ...query, n: String(quantity) });
  const ofPeriod = (wished: Period) => {
    const { to, end, ...rest } = whenOf(wished, zone);
    return hasBegun
      ? hrefOf({ to, end: end ?? '00:00' })
      : hrefOf({ ...whenQuery({ ...rest, to, end }), part: end === null ? 'day' : 'own' });
  };
  const isDays = isWholeDays(period, zone);
  const choices = [
    ...(isDays ? [] : [{ key: 'hour', href: ofPeriod(later(1)), label: t('quick.hour') }]),
    ...(isDays ? [] : [{ key: 'hours', href: ofPeriod(later(3)), label: t('quick.hours') }]),
    {
      key: 'day',
      href: hasBegun
        ? hrefOf({ to: addDays(when.to, 1), end: when.end ?? '00:00' })
        : hrefOf({
            ...whenQuery({ ...when, to: addDays(when.to, 1) }),
            part: when.end === null ? 'day' : 'own',
          }),
      label: t('quick.day'),
    },
    ...(!isDays && period.end.getTime() - period.start.getTime() > HOUR && later(-1).end > at
      ? [{ key: 'less', href: ofPeriod(later(-1)), label: t('quick.less') }]
      : []),
  ];
  return (
    <ChipRow label={t('quick.label')}>
      {choices.map(({ key, href, label }) => (
        <ChipLink key={key} href={href}>
          {label}
        </ChipLink>
      ))}
    </ChipRow>
  );
}
