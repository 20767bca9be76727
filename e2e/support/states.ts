import { query } from './database';

/** Days that are free from start to end, and things in a given state, straight from the database. */

export interface FreeDay {
  id: string;
  slug: string;
  title: string;
  /** `2027-01-16`, in the pool's zone. */
  day: string;
}

/**
 * The first whole day from `from` days ahead on which this thing has at least so many free and
 * nothing else at all. Journeys take days far apart, so that they do not meet.
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
     order by d.day limit 1`,
    [slug, from, quantity],
  );
  if (!found) throw new Error(`${slug} is busy for 200 days`);
  return found;
}

/** The address part that chooses a whole day. */
export const onDay = (day: string): string => `?from=${day}&to=${day}`;
