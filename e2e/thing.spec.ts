import { ResourceScreen } from './screens/resource';
import { actAs } from './support/acting';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { MEMBER, OTHER_MEMBER, THIRD_MEMBER } from './support/people';
import { freeDay, homeOf, onDay, openOnWeekdays } from './support/states';

/** A thing's own row of lending terms; journeys of rules have screens of their own. */
async function termsOf(slug: string, mode: 'hold' | 'compete'): Promise<string> {
  const [row] = await query<{ id: string }>(
    `insert into public.terms (pool_id, organisation_id, resource_id, request_mode)
     select r.pool_id, r.organisation_id, r.id, $2 from public.resources r where r.slug = $1
     on conflict on constraint terms_scope_key do update set request_mode = excluded.request_mode
     returning id`,
    [slug, mode],
  );
  if (!row) throw new Error(`there is no ${slug}`);
  return row.id;
}

test('a closed day says so in words, before anybody picks it', async ({ passerBy }) => {
  await openOnWeekdays('schachzimmer');
  const thing = new ResourceScreen(await passerBy());
  await thing.open('schachzimmer');
  await thing.page.getByRole('link', { name: 'Nächster Monat' }).click();
  await expect(thing.page).toHaveURL(/month=/);
  const month = thing.page.getByRole('grid');
  const sundays = month.getByRole('link', { name: /^Sonntag.*geschlossen/ });
  await expect(sundays.first()).toBeVisible();
  await expect(month.getByRole('link', { name: /^Montag/ }).first()).not.toHaveAccessibleName(
    /geschlossen/,
  );
  await sundays.first().click();
  await expect(thing.page.getByText(/^So passt es noch nicht/)).toBeVisible();
  // and nothing there says that it is free
  const day = thing.page.getByRole('region', { name: /^Stunden am Sonntag/ });
  await expect(day.getByText('geschlossen')).toBeVisible();
  await expect(day.getByRole('link')).toHaveCount(0);
  await expect(thing.page.getByText('Ab wann?')).toHaveCount(0);
});

test('the answer follows what is typed: what stands against it, and where; and what the button will do', async ({
  phoneOf,
}) => {
  const benches = await freeDay('stapelstuehle', 230, 100);
  const thing = new ResourceScreen(await phoneOf(MEMBER));
  await thing.open(benches.slug, onDay(benches.day));
  await expect(thing.page.getByText('Passt: Bürgerhaus Ost wird gefragt')).toBeVisible();
  await expect(thing.page.getByRole('button', { name: 'Anfragen', exact: true })).toBeVisible();
  await thing.fillWhen('2020-01-01');
  // no reload, and nothing sent
  await expect(thing.page.getByText(/^So passt es noch nicht/)).toBeVisible();
  await thing.fillWhen(benches.day);
  await expect(thing.page.getByText('Passt: Bürgerhaus Ost wird gefragt')).toBeVisible();

  const screen = await freeDay('leinwand-buergerhaus', 230);
  await thing.open(screen.slug, onDay(screen.day));
  await expect(thing.page.getByText('Passt: Das ist gleich fest gebucht')).toBeVisible();
  await expect(thing.page.getByRole('button', { name: 'Verbindlich buchen' })).toBeVisible();
});

test('what is typed before any script has come counts as soon as it has', async ({ phoneOf }) => {
  const benches = await freeDay('stapelstuehle', 240, 100);
  const page = await phoneOf(MEMBER);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/de/ostviertel/resources/${benches.slug}${onDay(benches.day)}`, {
    waitUntil: 'commit',
  });
  await expect(page.getByText('Passt: Bürgerhaus Ost wird gefragt')).toBeVisible();
  const thing = new ResourceScreen(page);
  await thing.fillWhen('2020-01-01');
  release();
  await expect(page.getByText(/^So passt es noch nicht/)).toBeVisible();
  // the next field does not put the first one back
  await page.getByLabel('Bis', { exact: true }).fill('2020-01-02');
  await expect(page.getByLabel('Von', { exact: true })).toHaveValue('2020-01-01');
});

test('where requests compete everybody sees how many ask, and may ask too', async ({
  passerBy,
  phoneOf,
}) => {
  await termsOf('kulturscheune', 'compete');
  const barn = await freeDay('kulturscheune', 40);
  const [at] = await query<{ starts: string; ends: string }>(
    `select ($1 || ' 18:00')::timestamp at time zone 'Europe/Berlin' as starts,
            ($1 || ' 22:00')::timestamp at time zone 'Europe/Berlin' as ends`,
    [barn.day],
  );
  for (const who of [OTHER_MEMBER, THIRD_MEMBER]) {
    await actAs(who, 'request_booking', {
      p_resource_id: barn.id,
      p_organisation_id: await homeOf(who),
      p_starts_at: at?.starts,
      p_ends_at: at?.ends,
      p_purpose: 'Geheimes Konzert',
    });
  }
  const thing = new ResourceScreen(await passerBy());
  await thing.open(barn.slug, onDay(barn.day));
  await expect(
    thing.page.getByRole('grid').getByRole('link', { name: /2 Anfragen/ }),
  ).toBeVisible();
  await expect(thing.page.getByText('18:00–22:00: 2 Anfragen liegen schon vor')).toBeVisible();
  await expect(thing.page.getByText('Geheimes Konzert')).toHaveCount(0);
  await expect(thing.page.getByText('Ukrainehilfe')).toHaveCount(0);

  const hers = new ResourceScreen(await phoneOf(MEMBER));
  await hers.open(barn.slug, `?from=${barn.day}&start=18:00&end=22:00`);
  await expect(hers.page.getByText(/sucht aus und sagt allen Bescheid/)).toBeVisible();
  const booking = await hers.ask();
  await booking.expectStatus('Angefragt');
});
