import { SeriesScreen } from './screens/series';
import { axeFindings } from './support/axe';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { waitForMail } from './support/inbox';
import { APPROVER, MEMBER } from './support/people';

test.describe.configure({ timeout: 180_000 });

/** Four evenings, a week apart, on which this thing is free; the second one is then taken. */
async function fourEvenings(slug: string, from: number): Promise<string[]> {
  const [found] = await query<{ days: string[] }>(
    `select array(select to_char(d.day + 7 * n, 'YYYY-MM-DD') from generate_series(0, 3) n order by n) as days
     from public.resources r
     join public.pools p on p.id = r.pool_id and p.slug = 'ostviertel'
     join public.effective_terms t on t.resource_id = r.id
     cross join lateral (
       select (now() at time zone p.time_zone)::date + n as day from generate_series($2::int, $2::int + 200) n
     ) d
     where r.slug = $1 and not exists (
       select 1 from generate_series(0, 3) n
       where private.free_quantity(r.id, (d.day + 7 * n + time '18:00') at time zone p.time_zone,
               (d.day + 7 * n + time '22:00') at time zone p.time_zone) < 1
          or private.violations(r, t, p.time_zone, null, (d.day + 7 * n + time '18:00') at time zone p.time_zone,
               (d.day + 7 * n + time '20:00') at time zone p.time_zone) <> '[]')
     order by d.day limit 1`,
    [slug, from],
  );
  if (!found) throw new Error(`${slug} has no four free evenings`);
  return found.days;
}

/** The owner closes it for an hour, in the way of one date. */
async function close(slug: string, day: string): Promise<void> {
  await query(
    `with closed as (
       insert into public.closures (resource_id, starts_at, ends_at, reason)
       select r.id, ($2 || ' 18:30 Europe/Berlin')::timestamptz, ($2 || ' 19:30 Europe/Berlin')::timestamptz, 'Wartung'
       from public.resources r join public.pools p on p.id = r.pool_id and p.slug = 'ostviertel' where r.slug = $1
       returning id, resource_id, starts_at, ends_at)
     insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, closure_id)
     select a.id, a.exclusive, a.quantity, tstzrange(c.starts_at, c.ends_at, '[)'), 'closure', c.id
     from closed c join public.resource_assets ra on ra.resource_id = c.resource_id join public.assets a on a.id = ra.asset_id`,
    [slug, day],
  );
}

test('a member asks for four evenings, leaves out the one that is taken, and the caretaker answers all of them at once', async ({
  phoneOf,
}) => {
  const days = await fourEvenings('saal-links', 90);
  await close('saal-links', days[1] ?? '');
  const hers = new SeriesScreen(await phoneOf(MEMBER));
  const his = await phoneOf(APPROVER);
  await hers.plan('saal-links', {
    from: days[0] ?? '',
    until: days[3] ?? '',
    start: '18:00',
    end: '20:00',
  });
  await expect(hers.summary('3 von 4 Terminen sind frei')).toBeVisible();
  expect(await axeFindings(hers.page)).toEqual([]);
  const since = new Date(Date.now() - 1_000);
  await hers.send('Tanzkurs für alle');
  await hers.expectStates(['Angefragt', 'Ausgelassen', 'Angefragt', 'Angefragt']);
  expect(await axeFindings(hers.page)).toEqual([]);

  // one mail for all of it
  const asked = await waitForMail(APPROVER, ({ Text }) => Text.includes(hers.id()), since);
  expect(asked.Subject).toContain('3 Termine');

  await his.goto('/de/inbox');
  const card = his.getByRole('article').filter({ hasText: 'Tanzkurs für alle' });
  await expect(card).toHaveCount(1);
  await card.getByRole('link', { name: 'Einzeln entscheiden' }).click();
  await expect(his.getByRole('heading', { name: '3 Termine warten auf euch' })).toBeVisible();
  expect(await axeFindings(his)).toEqual([]);
  await his.getByRole('checkbox').nth(1).check();
  await his.getByRole('button', { name: 'Angekreuzte ablehnen' }).click();
  await expect(his.getByRole('heading', { name: '2 Termine warten auf euch' })).toBeVisible();
  await his.goto('/de/inbox');
  await card.getByRole('button', { name: 'Alle zusagen' }).click();
  await expect(card).toHaveCount(0);

  // no reload on hers
  await hers.expectStates(['Zugesagt', 'Ausgelassen', 'Abgelehnt', 'Zugesagt']);

  await hers.page.getByRole('button', { name: 'Reihe beenden' }).click();
  const sheet = hers.page.getByRole('dialog');
  await sheet.getByLabel('Ab welchem Termin?').selectOption({ index: 1 });
  await sheet.getByRole('button', { name: 'Ja, beenden' }).click();
  await hers.expectStates(['Zugesagt', 'Ausgelassen', 'Abgelehnt', 'Abgesagt']);
  await expect(hers.page.getByText('Diese Reihe ist beendet')).toBeVisible();
});

test('the preview of a series needs no script', async ({ browser }) => {
  const days = await fourEvenings('saal-rechts', 90);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const screen = new SeriesScreen(await context.newPage());
  await screen.plan('saal-rechts', {
    from: days[0] ?? '',
    until: days[3] ?? '',
    start: '18:00',
    end: '20:00',
  });
  await expect(screen.summary('4 von 4 Terminen sind frei')).toBeVisible();
  await screen.page.getByRole('button', { name: 'Alle Termine anfragen' }).click();
  await expect(screen.page).toHaveURL(/\/sign-in/);
  await context.close();
});
