import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { ADMIN, APPROVER, MANAGER, MEMBER } from './support/people';

/** Every screen, as the person it is for sees it: usable by everybody, at home on a small phone. */
const PUBLIC = [
  '/de/ostviertel',
  '/en/ostviertel?q=hall',
  '/de/ostviertel?q=xyzxyz',
  '/de/ostviertel/resources/grosser-saal',
  '/de/ostviertel/resources/buergerhaus-mit-kueche',
  '/de/ostviertel/organisations/buergerhaus-ost',
  '/de/ostviertel/about',
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
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of [390, 360, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) found.push(`${path}: ${String(overflow)} px too wide at ${String(width)} px`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
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
