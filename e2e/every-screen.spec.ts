import type { Page } from '@playwright/test';
import { actAs } from './support/acting';
import { axeFindings } from './support/axe';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { tooWide } from './support/layout';
import { outlineFlaws } from './support/outline';
import { ADMIN, APPROVER, MANAGER, MEMBER, OTHER_MEMBER } from './support/people';
import { backdate, freeDay, promised, promisedNow } from './support/states';

/** Every screen, as the person it is for sees it: usable by everybody, at home on a small phone. */
const PUBLIC = [
  '/de/ostviertel',
  '/en/ostviertel?q=hall',
  '/de/ostviertel?q=xyzxyz',
  '/de/ostviertel?near=52.530,13.470',
  '/de/ostviertel/resources/grosser-saal',
  '/de/ostviertel/resources/buergerhaus-mit-kueche',
  '/de/ostviertel/organisations/buergerhaus-ost',
  '/de/ostviertel/about',
  '/en/ostviertel/accessibility',
  '/de/sign-in',
  '/de/gibt-es-nicht',
];
const SIGNED_IN: Record<string, string[]> = {
  [MEMBER]: [
    '/de/bookings',
    '/de/events',
    '/de/events/new',
    '/en/events/new?template=street-festival',
    '/de/account',
    '/de/organisations',
    '/de/organisations/new',
  ],
  [APPROVER]: [
    '/de/inbox',
    '/en/inbox',
    '/de/handover',
    '/de/organisations/buergerhaus-ost/timeline',
    '/en/organisations/buergerhaus-ost/timeline?weeks=1&show=list',
    '/de/resources/new',
    '/de/organisations/buergerhaus-ost?show=prices',
    '/en/organisations/buergerhaus-ost/prices',
    '/de/organisations/buergerhaus-ost/terms',
    '/en/organisations/buergerhaus-ost/standing',
    '/de/organisations/buergerhaus-ost/confirmations',
  ],
  [ADMIN]: [
    '/de/organisations/turnverein-ostviertel',
    '/de/organisations/turnverein-ostviertel/edit',
  ],
  [MANAGER]: [
    '/de/ostviertel/qm',
    '/de/ostviertel/qm/organisations',
    '/en/ostviertel/qm/terms',
    '/de/ostviertel/qm/holidays',
    '/de/ostviertel/qm/barriers',
    '/de/ostviertel/qm/report',
  ],
};

test.describe.configure({ timeout: 240_000 });

/** `unfolded`: with everything open that can be folded. */
async function check(page: Page, path: string, unfolded = false): Promise<string[]> {
  const found: string[] = [];
  await page.goto(path);
  await page.getByRole('heading').first().waitFor();
  if (unfolded) {
    for (const summary of await page.locator('main details:not([open]) > summary').all())
      if (await summary.isVisible()) await summary.click();
  }
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    found.push(...(await axeFindings(page)).map((finding) => `${path} ${scheme}: ${finding}`));
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  found.push(
    ...(await axeFindings(page, ['color-contrast'])).map((finding) => `${path} forced: ${finding}`),
  );
  await page.emulateMedia({ forcedColors: 'none' });
  found.push(...(await outlineFlaws(page)).map((flaw) => `${path}: ${flaw}`));
  found.push(...(await tooWide(page, path)));
  return found;
}

test('what a passer-by sees has no barrier and fits a small phone', async ({ passerBy }) => {
  const page = await passerBy();
  const found: string[] = [];
  for (const path of PUBLIC) found.push(...(await check(page, path)));
  expect(found).toEqual([]);
});

for (const [person, screens] of Object.entries(SIGNED_IN)) {
  test(`what ${person.split('@')[0] ?? person} sees has no barrier and fits a small phone`, async ({
    phoneOf,
  }) => {
    const page = await phoneOf(person);
    const found: string[] = [];
    for (const path of screens) found.push(...(await check(page, path)));
    expect(found).toEqual([]);
  });
}

test('a booking and a thing being edited have no barrier and fit a small phone', async ({
  phoneOf,
}) => {
  const [booking] = await query<{ id: string; resource_id: string }>(
    `select b.id, b.resource_id from public.bookings b
     join public.organisations o on o.id = b.owner_id and o.slug = 'buergerhaus-ost'
     where b.status = 'approved' and b.starts_at > now() order by b.starts_at limit 1`,
  );
  const page = await phoneOf(APPROVER);
  const found = [
    ...(await check(page, `/de/bookings/${booking?.id ?? ''}`)),
    ...(await check(page, `/de/resources/${booking?.resource_id ?? ''}/edit`)),
    ...(await check(page, `/de/resources/${booking?.resource_id ?? ''}/prices`)),
    ...(await check(page, `/de/resources/${booking?.resource_id ?? ''}/terms`, true)),
    ...(await check(page, `/de/resources/${booking?.resource_id ?? ''}/edit?show=lending`)),
  ];
  expect(found).toEqual([]);
});

test('hand-overs and what goes wrong with them have no barrier and fit a small phone', async ({
  phoneOf,
}) => {
  const waits = await promisedNow(MEMBER);
  const late = await promisedNow(MEMBER);
  await actAs(APPROVER, 'hand_over_booking', { p_booking_id: late.id });
  await backdate(late.id, 4);
  await backdate(waits.id, 1);
  const page = await phoneOf(APPROVER);
  const found = [
    ...(await check(page, '/de/handover')),
    ...(await check(page, '/en/handover')),
    ...(await check(page, `/de/bookings/${late.id}`)),
    ...(await check(page, `/de/resources/${late.resourceId}/withdraw`)),
  ];
  const hers = await phoneOf(MEMBER);
  found.push(...(await check(hers, `/de/bookings/${late.id}`)));
  found.push(...(await check(hers, `/de/bookings/${late.id}/change`)));
  expect(found).toEqual([]);
});

test('a wish to change, its refusal and a promise taken back have no barrier and fit a small phone', async ({
  phoneOf,
}) => {
  const day = await freeDay('saal-obergeschoss', 210);
  const hers = await phoneOf(MEMBER);
  const morning = await promised(MEMBER, day, { from: '08:00', to: '10:00' });
  const evening = await promised(MEMBER, day, { from: '18:00', to: '20:00' });
  const change = `/de/bookings/${morning.id}/change?from=${day.day}&to=${day.day}&part=own`;
  const found = [
    ...(await check(hers, `${change}&start=08:00&end=12:00`)),
    ...(await check(hers, `${change}&start=18:00&end=20:00`)),
  ];
  const [longer] = await query<{ ends: Date }>(
    `select ends_at + interval '1 hour' as ends from public.bookings where id = $1`,
    [morning.id],
  );
  await actAs(MEMBER, 'change_booking', { p_booking_id: morning.id, p_ends_at: longer?.ends });
  found.push(...(await check(hers, `/de/bookings/${morning.id}`)));
  found.push(...(await check(await phoneOf(APPROVER), `/de/bookings/${morning.id}`)));
  await actAs(APPROVER, 'cancel_booking', { p_booking_id: evening.id, p_note: 'Leider kaputt.' });
  found.push(...(await check(hers, `/de/bookings/${evening.id}`)));
  expect(found).toEqual([]);
});

test('waiting and being offered have no barrier and fit a small phone', async ({ phoneOf }) => {
  const day = await freeDay('kleiner-saal-og', 220);
  const taken = await promised(OTHER_MEMBER, day);
  const hers = await phoneOf(MEMBER);
  const wish = `from=${day.day}&start=10:00&end=14:00`;
  const found = await check(hers, `/de/ostviertel/resources/${day.slug}/waiting?${wish}`);
  await hers.goto(`/de/ostviertel/resources/${day.slug}/waiting?${wish}`);
  await hers.getByRole('button', { name: 'Auf die Warteliste' }).click();
  await expect(hers.getByText('Ihr steht auf der Warteliste.')).toBeVisible();
  found.push(...(await check(hers, '/de/bookings')));
  await actAs(OTHER_MEMBER, 'cancel_booking', { p_booking_id: taken.id });
  const [offer] = await query<{ id: string }>(
    `select id from public.bookings where status = 'offered' and resource_id = $1
       and (starts_at at time zone 'Europe/Berlin')::date = $2`,
    [day.id, day.day],
  );
  found.push(...(await check(hers, `/de/bookings/${offer?.id ?? ''}`)));
  expect(found).toEqual([]);
});

test('events in every state have no barrier and fit a small phone', async ({ phoneOf }) => {
  const events = await query<{ id: string; item: string; status: string }>(
    `select distinct on (p.status, p.settle_by is null) e.id, p.status,
       (select i.id from public.event_items i where i.event_id = e.id order by i.position limit 1) as item
     from public.events e join public.event_plans p on p.event_id = e.id
     join public.organisations o on o.id = e.organisation_id and o.slug = 'viet-kulturhaus'`,
  );
  const page = await phoneOf(MEMBER);
  const found: string[] = [];
  for (const { id, item, status } of events) {
    found.push(...(await check(page, `/de/events/${id}`)));
    if (status !== 'draft') continue;
    found.push(...(await check(page, `/de/events/${id}/edit`)));
    found.push(...(await check(page, `/en/events/${id}/items/${item}`)));
  }
  expect(events.length).toBeGreaterThan(1);
  expect(found).toEqual([]);
});
