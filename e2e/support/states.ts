import { actAs } from './acting';
import { query } from './database';
import { APPROVER } from './people';

/** Days that are free from start to end, and things in a given state, straight from the database. */

export interface FreeDay {
  id: string;
  slug: string;
  title: string;
  /** `2027-01-16`, in the pool's zone. */
  day: string;
}

/**
 * The first whole day from `from` days ahead on which this thing is open and has at least so many free
 * from start to end. Journeys take days far apart, so that they do not meet.
 */
export async function freeDay(slug: string, from = 20, quantity = 1): Promise<FreeDay> {
  const [found] = await query<FreeDay>(
    `select r.id, r.slug, r.title, to_char(d.day, 'YYYY-MM-DD') as day
     from public.resources r
     join public.pools p on p.id = r.pool_id and p.slug = 'ostviertel'
     cross join lateral (
       select (now() at time zone p.time_zone)::date + n as day from generate_series($2::int, $2::int + 200) n
     ) d
     where r.slug = $1
       and private.free_quantity(r.id, d.day::timestamp at time zone p.time_zone,
             (d.day + 1)::timestamp at time zone p.time_zone) >= $3
       and not exists (
         select 1 from public.resource_opening(r.id, d.day, d.day + 1) o where o.closed_reason is not null)
     order by d.day limit 1`,
    [slug, from, quantity],
  );
  if (!found) throw new Error(`${slug} is busy for 200 days`);
  return found;
}

/** From now on a thing is open on weekdays only, from nine to ten at night. */
export async function openOnWeekdays(slug: string): Promise<void> {
  const week = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    opens_at: '09:00',
    closes_at: '22:00',
  }));
  await query(
    `with written as (
       insert into public.terms (pool_id, organisation_id, resource_id, opening)
       select r.pool_id, r.organisation_id, r.id, 'hours' from public.resources r where r.slug = $1
       on conflict on constraint terms_scope_key do update set opening = 'hours'
       returning id)
     select private.write_opening_hours(id, $2) from written`,
    [slug, JSON.stringify(week)],
  );
}

/** The address part that chooses a whole day. */
export const onDay = (day: string): string => `?from=${day}&to=${day}`;

export interface Hours {
  /** `10:00`, in the pool's zone. */
  from: string;
  to: string;
}

export interface Promised {
  id: string;
  title: string;
  slug: string;
  resourceId: string;
}

type Asked = { id: string; status: string };

/** Asks for a thing on a day for the person's organisation, and where an approver is asked, he says yes. */
export async function promised(
  who: string,
  { id: resourceId, slug, title, day }: FreeDay,
  { from, to }: Hours = { from: '10:00', to: '14:00' },
): Promise<Promised> {
  const [at] = await query<{ starts: string; ends: string }>(
    `select (d || $2)::timestamp at time zone 'Europe/Berlin' as starts,
            (d || $3)::timestamp at time zone 'Europe/Berlin' as ends from (select $1 || ' ') t (d)`,
    [day, from, to],
  );
  return grant(who, { resourceId, slug, title, starts: at?.starts, ends: at?.ends });
}

type Wish = Omit<Promised, 'id'> & { starts: string | undefined; ends: string | undefined };

async function grant(who: string, { starts, ends, ...thing }: Wish): Promise<Promised> {
  const asked = await actAs<Asked>(who, 'request_booking', {
    p_resource_id: thing.resourceId,
    p_organisation_id: await homeOf(who),
    p_starts_at: starts,
    p_ends_at: ends,
  });
  if (asked.status === 'requested') {
    await actAs<Asked>(APPROVER, 'approve_booking', { p_booking_id: asked.id });
  }
  return { id: asked.id, ...thing };
}

/** The organisation a demo person books for. */
export async function homeOf(email: string): Promise<string> {
  const [home] = await query<{ id: string }>(
    `select m.organisation_id as id from public.memberships m
     join auth.users u on u.id = m.person_id and u.email = $1 limit 1`,
    [email],
  );
  if (!home) throw new Error(`${email} belongs nowhere`);
  return home.id;
}

/**
 * Something of the Bürgerhaus that is free now, promised for the next two hours: the first in a fixed
 * order, or the last for a journey that changes its rules.
 */
export async function promisedNow(
  who: string,
  which: 'first' | 'last' = 'first',
): Promise<Promised> {
  const [free] = await query<Wish>(
    `select r.id as "resourceId", r.slug, r.title, t.starts, t.ends
     from public.resources r
     join public.organisations o on o.id = r.organisation_id and o.slug = 'buergerhaus-ost'
     cross join lateral (
       select date_trunc('minute', now()) as starts, date_trunc('minute', now()) + interval '2 hours' as ends
     ) t
     where r.listed and public.check_booking(r.id, p_starts_at => t.starts, p_ends_at => t.ends) -> 'violations' = '[]'
     order by (r.kind, r.slug) ${which === 'last' ? 'desc' : 'asc'} limit 1`,
  );
  if (!free) throw new Error('the Bürgerhaus has nothing free');
  return grant(who, free);
}

/** The clock cannot be turned, so the booking is: it lies so many hours further back. */
export async function backdate(bookingId: string, hours: number): Promise<void> {
  await query(
    `update public.bookings set starts_at = starts_at - make_interval(hours => $2),
       ends_at = ends_at - make_interval(hours => $2) where id = $1`,
    [bookingId, hours],
  );
}
