import { isOver, type BookingCard } from '../bookings/model';
import { addDays, dayOf, lastDayOf } from '../platform/dates';

/** A booking as who hands it over needs to see it. */
export type Handover = BookingCard & {
  resourceId: string;
  ownerId: string;
  /** Who borrows. */
  organisationId: string;
  /** Who comes for it, and how to reach them. */
  person: string | null;
  phone: string;
};

/** Where a form stood, and where its answer is shown. */
export const HANDOVER_PLACES = ['handover', 'booking'] as const;
export type HandoverPlace = (typeof HANDOVER_PLACES)[number];

export const HANDOVER_SECTIONS = ['late', 'back', 'out', 'away', 'tomorrow'] as const;
export type HandoverSection = (typeof HANDOVER_SECTIONS)[number];
export type HandoverDay = Record<HandoverSection, Handover[]>;

/**
 * What is to be done: late comes first, then what returns and what leaves today. What is out for longer
 * and what leaves tomorrow may also be noted already.
 */
export function handoverDay(bookings: readonly Handover[], now: Date): HandoverDay {
  const day: HandoverDay = { late: [], back: [], out: [], away: [], tomorrow: [] };
  for (const booking of bookings) {
    const section = sectionOf(booking, now);
    if (section) day[section].push(booking);
  }
  const byEnd = (a: Handover, b: Handover) => a.period.end.getTime() - b.period.end.getTime();
  const byStart = (a: Handover, b: Handover) => a.period.start.getTime() - b.period.start.getTime();
  day.late.sort(byEnd);
  day.back.sort(byEnd);
  day.away.sort(byEnd);
  day.out.sort(byStart);
  day.tomorrow.sort(byStart);
  return day;
}

function sectionOf(booking: Handover, now: Date): HandoverSection | null {
  const { status, period, zone } = booking;
  const today = dayOf(now, zone);
  if (status === 'handed_over') {
    if (period.end <= now) return 'late';
    return lastDayOf(period, zone) <= today ? 'back' : 'away';
  }
  if (status !== 'approved' || isOver(booking, now)) return null;
  const start = dayOf(period.start, zone);
  if (start <= today) return 'out';
  return start === addDays(today, 1) ? 'tomorrow' : null;
}

/** What somebody has to do today. */
export function countToDo({ late, back, out }: HandoverDay): number {
  return late.length + back.length + out.length;
}

/** A booking that a withdrawal or a smaller stock touches, with what else would do. */
export type Affected = {
  id: string;
  title: string;
  status: BookingCard['status'];
  period: BookingCard['period'];
  quantity: number;
  borrower: string;
  person: string | null;
  purpose: string;
  substitutes: { slug: string; title: string; organisation: string }[];
};
