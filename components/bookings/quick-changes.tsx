import { getLocale, getTranslations } from 'next-intl/server';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { periodOf, whenOf, whenQuery } from '@/lib/availability/model';
import type { BookingDetail } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { addDays, isWholeDays, type Period } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

const HOUR = 3_600_000;

type QuickChangesProps = {
  booking: BookingDetail;
  /** What the address says, else what is. */
  wished: Period;
  hasBegun: boolean;
};

/** What most people wish, one tap away: a little longer, a day longer, a little less. */
export async function QuickChanges({ booking, wished, hasBegun }: QuickChangesProps) {
  const [t, locale] = await Promise.all([getTranslations('bookings.change'), getLocale()]);
  const { period, zone, quantity } = booking;
  const at = now();
  const when = whenOf(period, zone);
  const later = (hours: number) => new Date(period.end.getTime() + hours * HOUR);
  const hrefOf = (query: Record<string, string>) =>
    paths.changeBooking(locale, booking.id, { ...query, n: String(quantity) });
  const ofPeriod = (wished: Period) => {
    const { to, end, ...rest } = whenOf(wished, zone);
    return hasBegun
      ? hrefOf({ to, end: end ?? '00:00' })
      : hrefOf({ ...whenQuery({ ...rest, to, end }), part: end === null ? 'day' : 'own' });
  };
  const isDays = isWholeDays(period, zone);
  const isLong = period.end.getTime() - period.start.getTime() > HOUR;
  const aDay = periodOf({ ...when, to: addDays(when.to, 1) }, zone);
  const [hour, hours, day, less] = [
    { key: 'hour', end: later(1) },
    { key: 'hours', end: later(3) },
    { key: 'day', end: aDay.end },
    { key: 'less', end: later(-1) },
  ] as const;
  const choices = isDays ? [day] : [hour, hours, day, ...(isLong && less.end > at ? [less] : [])];
  return (
    <ChipRow label={t('quick.label')}>
      {choices.map(({ key, end }) => (
        <ChipLink
          key={key}
          href={ofPeriod({ start: period.start, end })}
          active={end.getTime() === wished.end.getTime()}
        >
          {t(`quick.${key}`)}
        </ChipLink>
      ))}
    </ChipRow>
  );
}
