import { addDays, dayOf, monthOf, weekdayOf, type Day } from '@/lib/platform/dates';
import type { BookingCard } from '../model';

export const BOOKING_GROUPS = [
  'yours',
  'now',
  'today',
  'tomorrow',
  'week',
  'nextWeek',
  'month',
] as const;
export type BookingGroup<T> = {
  key: (typeof BOOKING_GROUPS)[number];
  /** The month's first day, for months. */
  month: Day | null;
  bookings: T[];
};

type Grouped = Pick<BookingCard, 'status' | 'turn' | 'period' | 'zone'>;

/** Keeps the order; what waits for the viewer comes first, wherever it stands in the calendar. */
export function groupByTime<T extends Grouped>(bookings: T[], now: Date): BookingGroup<T>[] {
  const groups = new Map<string, BookingGroup<T>>();
  for (const booking of bookings) {
    const { key, month } = groupOf(booking, now);
    const id = key + (month ?? '');
    const group = groups.get(id) ?? { key, month, bookings: [] };
    group.bookings.push(booking);
    groups.set(id, group);
  }
  const order = (key: BookingGroup<T>['key']) => BOOKING_GROUPS.indexOf(key);
  return [...groups.values()].sort((a, b) => order(a.key) - order(b.key));
}

/** What is over, by the month it began in; keeps the order. */
export function groupByMonth<T extends Grouped>(bookings: T[]): BookingGroup<T>[] {
  const groups = new Map<Day, BookingGroup<T>>();
  for (const booking of bookings) {
    const month = monthOf(dayOf(booking.period.start, booking.zone));
    const group = groups.get(month) ?? { key: 'month', month, bookings: [] };
    group.bookings.push(booking);
    groups.set(month, group);
  }
  return [...groups.values()];
}

function groupOf(
  { status, turn, period, zone }: Grouped,
  now: Date,
): Pick<BookingGroup<never>, 'key' | 'month'> {
  if (turn === 'borrower') return { key: 'yours', month: null };
  const today = dayOf(now, zone);
  const day = dayOf(period.start, zone);
  const inMonth = { key: 'month', month: monthOf(day) } as const;
  if (period.end <= now && status !== 'handed_over') return inMonth;
  if (status === 'handed_over' || (period.start <= now && status === 'approved')) {
    return { key: 'now', month: null };
  }
  if (day <= today) return { key: 'today', month: null };
  if (day === addDays(today, 1)) return { key: 'tomorrow', month: null };
  const nextMonday = addDays(today, 8 - weekdayOf(today));
  if (day < nextMonday) return { key: 'week', month: null };
  if (day < addDays(nextMonday, 7)) return { key: 'nextWeek', month: null };
  return inMonth;
}
