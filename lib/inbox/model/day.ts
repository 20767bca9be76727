import type { BookingCard, OpenRequest } from '../../bookings/model';
import { addDays, dayOf, lastDayOf, overlaps, startOfDay, type Period } from '../../platform/dates';

/** Something else of the same owner that day: a booking, a request, or a closure. */
export type Neighbour = {
  id: string;
  kind: 'booking' | 'request' | 'closure';
  resourceId: string;
  ownerId: string;
  title: string;
  /** Who, or why it is closed. */
  label: string;
  quantity: number;
  period: Period;
};

export type Beside = {
  neighbours: (Neighbour & { isSameThing: boolean; isAtSameTime: boolean })[];
  /** How many more there are than shown. */
  more: number;
};

/** What of a request its surroundings are told by. */
export type Placed = Pick<OpenRequest, 'id' | 'period' | 'zone' | 'ownerId' | 'resourceId'>;

const SHOWN = 4;

/**
 * What else happens on the days of a request: the same thing first, then what overlaps, then by time.
 */
export function besideRequest(request: Placed, all: readonly Neighbour[]): Beside {
  const days = daysAround(request.period, request.zone);
  const found = all
    .filter(
      ({ id, ownerId, period }) =>
        id !== request.id && ownerId === request.ownerId && overlaps(period, days),
    )
    .map((neighbour) => ({
      ...neighbour,
      isSameThing: neighbour.resourceId === request.resourceId,
      isAtSameTime: overlaps(neighbour.period, request.period),
    }))
    .sort(
      (a, b) =>
        Number(b.isSameThing) - Number(a.isSameThing) ||
        Number(b.isAtSameTime) - Number(a.isAtSameTime) ||
        a.period.start.getTime() - b.period.start.getTime(),
    );
  return { neighbours: found.slice(0, SHOWN), more: Math.max(found.length - SHOWN, 0) };
}

/** From the midnight before to the midnight after. */
export function daysAround(period: Period, zone: string): Period {
  return {
    start: startOfDay(dayOf(period.start, zone), zone),
    end: startOfDay(addDays(lastDayOf(period, zone), 1), zone),
  };
}

/** Few wide stretches instead of many narrow ones, for one question to the database. */
export function mergePeriods(periods: readonly Period[]): Period[] {
  const merged: Period[] = [];
  for (const period of [...periods].sort((a, b) => a.start.getTime() - b.start.getTime())) {
    const last = merged.at(-1);
    if (last && period.start <= last.end) {
      if (period.end > last.end) last.end = period.end;
    } else {
      merged.push({ ...period });
    }
  }
  return merged;
}

export type Movement = { direction: 'out' | 'back'; at: Date; booking: BookingCard };

/** What leaves and what returns on this day, in order. A whole day ends on its last day. */
export function movementsOn(bookings: readonly BookingCard[], now: Date): Movement[] {
  return bookings
    .flatMap((booking): Movement[] => {
      const { period, zone } = booking;
      const today = dayOf(now, zone);
      return [
        ...(dayOf(period.start, zone) === today
          ? [{ direction: 'out' as const, at: period.start, booking }]
          : []),
        ...(lastDayOf(period, zone) === today
          ? [{ direction: 'back' as const, at: period.end, booking }]
          : []),
      ];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
