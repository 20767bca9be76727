import { ResourceScreen } from './screens/resource';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { MEMBER } from './support/people';
import { openOnWeekdays } from './support/states';

/** A Saturday on which a thing is not handed over, but is free from the Thursday before to the Tuesday after. */
async function saturdayOf(
  slug: string,
): Promise<Record<'thursday' | 'saturday' | 'tuesday', string>> {
  const [found] = await query<Record<'thursday' | 'saturday' | 'tuesday', string>>(
    `select to_char(d.day - 2, 'YYYY-MM-DD') as thursday, to_char(d.day, 'YYYY-MM-DD') as saturday,
       to_char(d.day + 3, 'YYYY-MM-DD') as tuesday
     from public.resources r
     join public.pools p on p.id = r.pool_id and p.slug = 'ostviertel'
     cross join lateral (
       select (now() at time zone p.time_zone)::date + n as day from generate_series(60, 260) n
     ) d
     cross join lateral (
       select private.hindrance(r.id, on_day::timestamp at time zone p.time_zone,
         (on_day + 1)::timestamp at time zone p.time_zone) as hindrance, on_day
       from unnest(array[d.day - 2, d.day, d.day + 3]) on_day
     ) h
     where r.slug = $1 and extract(isodow from d.day) = 6
       and private.free_quantity(r.id, (d.day - 2)::timestamp at time zone p.time_zone,
             (d.day + 4)::timestamp at time zone p.time_zone) >= 1
     group by d.day
     having array_agg(h.hindrance order by h.on_day) = array[null, 'no_handover', null]
     order by d.day limit 1`,
    [slug],
  );
  if (!found) throw new Error(`${slug} has no such Saturday`);
  return found;
}

test('what is lent over a day without hand-over is found for it, and asked for from the day before to the day after', async ({
  phoneOf,
}) => {
  const { thursday, saturday, tuesday } = await saturdayOf('gluecksrad');
  const page = await phoneOf(MEMBER);
  await page.goto(`/de/ostviertel?from=${saturday}&q=Glücksrad`);
  const card = page.getByRole('article').filter({ hasText: 'Glücksrad' });
  await expect(card.getByText('frei', { exact: true })).toBeVisible();
  await expect(card.getByText('Abholung oder Rückgabe an einem anderen Tag')).toBeVisible();
  await card.getByRole('link').first().click();
  await page.waitForURL(/\/resources\/gluecksrad/);
  // it can be had, and the day itself says why it does not begin there
  await expect(page.getByText('keine Übergabe (geschlossen)').first()).toBeVisible();
  const thing = new ResourceScreen(page);
  await expect(page.getByLabel('Von', { exact: true })).toHaveValue(thursday);
  await expect(page.getByLabel('Bis', { exact: true })).toHaveValue(tuesday);
  await expect(page.getByText(/^Passt:/)).toBeVisible();
  await thing.fillPurpose(`Fest am ${saturday}`);
  await thing.ask();
  const [booking] = await query<{ days: string[] }>(
    `select array[to_char(b.starts_at at time zone p.time_zone, 'YYYY-MM-DD'),
       to_char(b.ends_at at time zone p.time_zone, 'YYYY-MM-DD')] as days
     from public.bookings b join public.pools p on p.id = b.pool_id where b.purpose = $1`,
    [`Fest am ${saturday}`],
  );
  expect(booking?.days).toEqual([thursday, tuesday]);
});

test('a room that is closed is not among what is free that day, and says so among the rest', async ({
  passerBy,
}) => {
  await openOnWeekdays('schachzimmer');
  const [day] = await query<Record<'saturday' | 'friday', string>>(
    `select to_char(d.day, 'YYYY-MM-DD') as saturday, to_char(d.day - 1, 'YYYY-MM-DD') as friday
     from public.resources r
     join public.pools p on p.id = r.pool_id and p.slug = 'ostviertel'
     cross join lateral (
       select (now() at time zone p.time_zone)::date + n as day from generate_series(30, 260) n
     ) d
     where r.slug = 'schachzimmer' and extract(isodow from d.day) = 6
       and private.free_quantity(r.id, d.day::timestamp at time zone p.time_zone,
             (d.day + 1)::timestamp at time zone p.time_zone) = 1
       and private.hindrance(r.id, (d.day - 1)::timestamp at time zone p.time_zone,
             d.day::timestamp at time zone p.time_zone) is null
     order by d.day limit 1`,
  );
  if (!day) throw new Error('schachzimmer has no free Saturday');
  const page = await passerBy();
  const room = page.getByRole('article').filter({ hasText: 'Spielzimmer' });
  await page.goto(`/de/ostviertel?from=${day.saturday}&q=Spielzimmer`);
  await expect(page.getByRole('link', { name: /^Auch Vergebenes/ }).first()).toBeVisible();
  await expect(room).toHaveCount(0);
  await page
    .getByRole('link', { name: /^Auch Vergebenes/ })
    .first()
    .click();
  await expect(room.getByText('geschlossen', { exact: true })).toBeVisible();
  // the day before it is open, and then neither stands there
  await page.goto(`/de/ostviertel?from=${day.friday}&q=Spielzimmer&all=1`);
  await expect(room).toBeVisible();
  await expect(room.getByText('geschlossen', { exact: true })).toHaveCount(0);
});
