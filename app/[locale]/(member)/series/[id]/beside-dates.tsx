import type { ReactNode } from 'react';
import { BesideList } from '@/components/inbox/beside-list';
import { besideRequest, daysAround, mergePeriods } from '@/lib/inbox/model/day';
import { listNeighbours } from '@/lib/inbox/queries';
import { isOpen, type SeriesDetail } from '@/lib/series/model/series';

/** As many as fit into one question to the database. */
const MOST = 20;

/** What else the owner has on the days of a series' open dates. */
export async function besideDates(series: SeriesDetail): Promise<ReadonlyMap<string, ReactNode>> {
  const { zone, ownerId, resourceId } = series;
  const dates = series.occurrences
    .filter((occurrence) => isOpen(occurrence) && occurrence.booking?.ownerId === ownerId)
    .slice(0, MOST)
    .flatMap(({ on, booking }) =>
      booking ? [{ on, id: booking.id, period: booking.wishedPeriod ?? booking.period }] : [],
    );
  const days = dates.map(({ period }) => daysAround(period, zone));
  const neighbours = await listNeighbours([ownerId], mergePeriods(days));
  return new Map(
    dates.map(({ on, ...date }) => {
      const request = { ...date, zone, ownerId, resourceId };
      const beside = besideRequest(request, neighbours);
      return [on, <BesideList key={on} beside={beside} request={request} />];
    }),
  );
}
