import sharp from 'sharp';
import { freeDay, homeOf, promised, promisedNow, type FreeDay } from './support/states';
import { actAs } from './support/acting';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER, THIRD_MEMBER } from './support/people';
import { Thumb } from './support/taps';

/** How many taps a journey may cost, counted from the start screen of who is signed in. */

/** `2026-12-01`, so many days ahead in the pool's zone, with the words the calendar has for it. */
async function dayAhead(days: number): Promise<{ day: string; words: string }> {
  const [row] = await query<{ day: string }>(
    `select to_char((now() at time zone 'Europe/Berlin')::date + $1::int, 'YYYY-MM-DD') as day`,
    [days],
  );
  if (!row) throw new Error('there is no such day');
  const words = new Intl.DateTimeFormat('de-DE', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${row.day}T12:00:00Z`));
  return { day: row.day, words };
}

/** Of the things on the screen the first that this person could have for the whole day. */
async function obtainable(who: string, slugs: string[], day: string): Promise<string> {
  for (const slug of slugs) {
    const [thing] = await query<{ id: string; starts: string; ends: string }>(
      `select r.id, ($2::date)::timestamp at time zone p.time_zone as starts,
              ($2::date + 1)::timestamp at time zone p.time_zone as ends
       from public.resources r join public.pools p on p.id = r.pool_id and p.slug = 'ostviertel'
       where r.slug = $1 and not exists (
         select 1 from public.effective_terms t where t.resource_id = r.id and t.period_kind <> 'minutes')`,
      [slug, day],
    );
    if (!thing) continue;
    const { check_booking: check } = await actAs<{ check_booking: { ok: boolean } }>(
      who,
      'check_booking',
      {
        p_resource_id: thing.id,
        p_organisation_id: await homeOf(who),
        p_starts_at: thing.starts,
        p_ends_at: thing.ends,
      },
    );
    if (check.ok) return slug;
  }
  throw new Error('nothing on the first page can be had on that day');
}

test('a free thing for a given day is three taps away, and to ask for it three more', async ({
  phoneOf,
}) => {
  const page = await phoneOf(MEMBER);
  const thumb = await Thumb.on(page);
  const { day, words } = await dayAhead(12);
  await page.goto('/de');
  await page.waitForURL(/ostviertel/);
  await thumb.tap(page.getByRole('button', { name: /^Wann\?/ }));
  await thumb.tap(page.getByRole('dialog').getByRole('button', { name: words, exact: true }));
  await thumb.tap(page.getByRole('button', { name: 'Zeigen' }));
  await page.waitForURL((url) => url.searchParams.get('from') === day);
  await expect(page.getByRole('heading', { level: 2, name: /^Frei:/ })).toBeVisible();
  await expect(page.getByRole('article').first()).toContainText(/frei/);
  await thumb.within(3, 'a free thing for a given day');

  const links = await page
    .getByRole('article')
    .getByRole('link')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const slugs = links.map((href) => /resources\/([^?]+)/.exec(href)?.[1] ?? '');
  const slug = await obtainable(MEMBER, slugs, day);
  await thumb.tap(page.locator(`article a[href*="/resources/${slug}?"]`).first());
  await page.waitForURL(/\/resources\//);
  await thumb.tap(page.getByRole('button', { name: /^(Anfragen|Verbindlich buchen)$/ }));
  await page.waitForURL(/\/bookings\/[0-9a-f-]{36}/);
  await thumb.within(3, 'to ask for it');
});

test('to say yes is one tap in the inbox', async ({ phoneOf }) => {
  const purpose = 'Ein Tipp genügt';
  const hall = await freeDay('grosser-saal', 320);
  await actAs(MEMBER, 'request_booking', {
    p_resource_id: hall.id,
    p_organisation_id: await homeOf(MEMBER),
    p_starts_at: `${hall.day}T10:00:00+01:00`,
    p_ends_at: `${hall.day}T12:00:00+01:00`,
    p_purpose: purpose,
  });
  const page = await phoneOf(APPROVER);
  const thumb = await Thumb.on(page);
  await page.goto('/de/inbox');
  const request = page.getByRole('article').filter({ hasText: purpose });
  await thumb.tap(request.getByRole('button', { name: 'Zusagen' }));
  await page.getByText('Zugesagt!').waitFor();
  await thumb.within(1, 'to say yes');
});

test('what leaves and returns today is one tap away', async ({ phoneOf }) => {
  const { title } = await promisedNow(MEMBER);
  const page = await phoneOf(APPROVER);
  const thumb = await Thumb.on(page);
  await page.goto('/de');
  await page.waitForURL(/ostviertel/);
  await thumb.tap(page.getByRole('link', { name: /^Eingang/ }));
  const today = page.locator('section').filter({
    has: page.getByRole('heading', { name: 'Heute', exact: true }),
  });
  await expect(today.getByText(title).first()).toBeVisible();
  await expect(today.getByText('Geht raus').first()).toBeVisible();
  await thumb.within(1, 'what leaves and returns today');
});

/** A room of the Bürgerhaus that is free in six days from now, all day. */
async function freeInSixDays(): Promise<FreeDay> {
  const { day } = await dayAhead(6);
  const rooms = await query<{ slug: string }>(
    `select r.slug from public.resources r
     join public.organisations o on o.id = r.organisation_id and o.slug = 'buergerhaus-ost'
     where r.kind in ('room', 'equipment') and r.listed and not exists (
       select 1 from public.effective_terms t
       where t.resource_id = r.id and t.period_kind <> 'minutes')
     order by r.kind desc, r.slug`,
  );
  for (const { slug } of rooms) {
    const found = await freeDay(slug, 6);
    if (found.day === day) return found;
  }
  throw new Error('nothing of the Bürgerhaus is free in six days');
}

test('the last booking once more is three taps', async ({ phoneOf }) => {
  const room = await freeInSixDays();
  const far = await freeDay(room.slug, 300);
  const { id } = await promised(THIRD_MEMBER, far, { from: '18:00', to: '20:00' });
  // yesterday evening: the last one that was
  await query(
    `update public.bookings set
       starts_at = ($2::date - 7 + time '18:00') at time zone 'Europe/Berlin',
       ends_at = ($2::date - 7 + time '20:00') at time zone 'Europe/Berlin' where id = $1`,
    [id, room.day],
  );
  const page = await phoneOf(THIRD_MEMBER);
  const thumb = await Thumb.on(page);
  await page.goto('/de');
  await page.waitForURL(/ostviertel/);
  await thumb.tap(page.getByRole('link', { name: /^Buchungen/ }));
  await thumb.tap(page.getByRole('link', { name: `Noch einmal: ${room.title}` }));
  await page.waitForURL((url) => url.searchParams.get('from') === room.day);
  await thumb.tap(page.getByRole('button', { name: /^(Anfragen|Verbindlich buchen)$/ }));
  await page.waitForURL(/\/bookings\/[0-9a-f-]{36}/);
  await expect(page.getByText('18:00–20:00').first()).toBeVisible();
  await thumb.within(3, 'the last booking once more');
});

test('to list a thing with a photo takes eight taps at most', async ({ phoneOf }) => {
  const photo = await sharp({
    create: { width: 1200, height: 900, channels: 3, background: '#7a9a5b' },
  })
    .jpeg()
    .toBuffer();
  const page = await phoneOf(APPROVER);
  const thumb = await Thumb.on(page);
  await page.goto('/de');
  await page.waitForURL(/ostviertel/);
  await thumb.tap(page.getByRole('link', { name: 'Etwas anbieten' }));
  await thumb.tap(page.getByText('Gerät oder Gegenstand'));
  const title = page.getByLabel('Wie heißt es?');
  await thumb.tap(title);
  await title.fill('Popcornmaschine mit Rädern');
  const chooser = page.waitForEvent('filechooser');
  await thumb.tap(page.getByText('Aus der Galerie'));
  thumb.tapOutside();
  await (await chooser).setFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo });
  await expect(page.getByRole('button', { name: 'Foto 1 weglassen' })).toBeVisible();
  await thumb.tap(page.getByRole('button', { name: 'In den Pool stellen' }));
  await expect(page.getByText('Steht drin!')).toBeVisible();
  await thumb.within(8, 'to list a thing with a photo');
});
