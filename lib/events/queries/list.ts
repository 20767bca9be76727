import 'server-only';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { BOOKING_STATUSES } from '../../bookings/model';
import { now } from '../../platform/clock';
import { oneOf } from '../../platform/closed-list';
import { anonymousDb } from '../../platform/db/anonymous';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { EVENT_STATUSES, isLost, type EventCard, type EventTemplate } from '../model';

const CARD =
  'id, title, starts_at, ends_at, guests, pools(time_zone), organisations!events_organisation_id_fkey(name), event_plans!inner(status, settle_by), event_items(quantity, waived_at, event_parts(bookings(status, quantity)))';

const LIMIT = 100;

/** Events of these organisations: the next ones first, then what is over. */
export async function listEvents(organisationIds: string[]): Promise<EventCard[]> {
  if (organisationIds.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('events')
      .select(CARD)
      .in('organisation_id', organisationIds)
      .order('starts_at', { ascending: false })
      .limit(LIMIT),
  );
  return rows.map((row) => {
    const met = row.event_items.filter(({ quantity, waived_at, event_parts: parts }) => {
      const sum = parts.reduce((total, { bookings: booking }) => {
        const isLive = booking && !isLost(oneOf(BOOKING_STATUSES, booking.status));
        return isLive ? total + booking.quantity : total;
      }, 0);
      return waived_at === null && sum >= quantity;
    });
    return {
      id: row.id,
      title: row.title,
      period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
      zone: row.pools.time_zone,
      guests: row.guests,
      status: oneOf(EVENT_STATUSES, row.event_plans.status),
      settleBy: row.event_plans.settle_by ? new Date(row.event_plans.settle_by) : null,
      borrower: row.organisations.name,
      wishes: row.event_items.length,
      met: met.length,
    };
  });
}

/** How many events of these organisations are still ahead and not called off. */
export async function countPlannedEvents(organisationIds: string[]): Promise<number> {
  if (organisationIds.length === 0) return 0;
  const db = await serverDb();
  const { count, error } = await db
    .from('events')
    .select('id, event_plans!inner(status)', { count: 'exact', head: true })
    .in('organisation_id', organisationIds)
    .neq('event_plans.status', 'cancelled')
    .gt('ends_at', now().toISOString());
  // A number on a link is not worth an error page.
  return error ? 0 : (count ?? 0);
}

const namesSchema = z.record(z.string(), z.string());

/** Lists to begin with; a pool's own stand before those that ship. */
export async function listTemplates(poolId: string): Promise<EventTemplate[]> {
  const [locale, db] = [await getLocale(), anonymousDb()];
  const rows = rowsOf(
    await db
      .from('event_templates')
      .select(
        'slug, names, picture, guests, position, pool_id, event_template_items(names, position)',
      )
      .or(`pool_id.is.null,pool_id.eq.${poolId}`)
      .order('position'),
  );
  const nameIn = (names: unknown): string => {
    const byLocale = namesSchema.parse(names);
    return byLocale[locale] ?? byLocale.de ?? '';
  };
  return rows
    .toSorted((a, b) => Number(a.pool_id === null) - Number(b.pool_id === null))
    .map(({ slug, names, picture, guests, event_template_items: items }) => ({
      slug,
      name: nameIn(names),
      picture,
      guests,
      things: items.toSorted((a, b) => a.position - b.position).map((item) => nameIn(item.names)),
    }));
}
