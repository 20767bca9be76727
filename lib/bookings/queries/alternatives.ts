import 'server-only';
import { getLocale } from 'next-intl/server';
import { whenOf, whenQuery } from '../../availability/model';
import { RESOURCE_KINDS } from '../../listings/model';
import { oneOf } from '../../platform/closed-list';
import { formatPeriod } from '../../platform/date-format';
import type { Period } from '../../platform/dates';
import { resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { formatMetres } from '../../platform/distance';
import { shortMoney } from '../../platform/money';
import type { Alternatives, OtherResource } from '../model';

export type Wish = {
  resourceId: string;
  organisationId?: string | undefined;
  period: Period;
  zone: string;
  quantity: number;
  /** The booking that is to be moved: it does not stand in its own way. */
  exceptBookingId?: string;
};

type Nearness = { distance_metres: number | null; price_minor: number | null; currency: string };

/** Other times of the same thing, and similar things at that time, alone or together. */
export async function findAlternatives(wish: Wish): Promise<Alternatives | undefined> {
  const { resourceId, organisationId, period, zone, quantity, exceptBookingId } = wish;
  const [db, locale] = await Promise.all([serverDb(), getLocale()]);
  const result = resultOf(
    await db.rpc('suggest_alternatives', {
      p_resource_id: resourceId,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
      p_quantity: quantity,
      ...(organisationId ? { p_organisation_id: organisationId } : {}),
      ...(exceptBookingId ? { p_except_booking_id: exceptBookingId } : {}),
    }),
  );
  if (!result.ok) return undefined;
  const queryFor = (time: Period, count: number) =>
    new URLSearchParams({ ...whenQuery(whenOf(time, zone)), n: String(count) }).toString();
  const toResource = (row: (typeof result.value)[number]): OtherResource => ({
    slug: row.slug,
    title: row.title,
    kind: oneOf(RESOURCE_KINDS, row.kind),
    picture: row.picture,
    organisationName: row.organisation_name,
    note: noteOf(row),
  });
  // why the type: a function's columns are typed as never null.
  const noteOf = (row: Nearness) =>
    [
      row.distance_metres === null ? '' : formatMetres(row.distance_metres, locale),
      row.price_minor === null ? '' : shortMoney(row.price_minor, row.currency, locale),
    ]
      .filter(Boolean)
      .join(' · ');
  const rowsFor = (reason: string) => result.value.filter((row) => row.reason === reason);
  return {
    query: queryFor(period, quantity),
    times: rowsFor('other_time').map(({ starts_at: startsAt, ends_at: endsAt }) => {
      const time = { start: new Date(startsAt), end: new Date(endsAt) };
      return {
        startsAt,
        endsAt,
        label: formatPeriod(time, locale, zone),
        query: queryFor(time, quantity),
      };
    }),
    resources: rowsFor('other_resource').map(toResource),
    split: rowsFor('split').map((row) => ({
      ...toResource(row),
      take: row.take,
      query: queryFor(period, row.take),
    })),
  };
}
