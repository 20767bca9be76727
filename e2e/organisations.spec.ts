import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { waitForMail } from './support/inbox';
import { ADMIN, MANAGER, REVIEWER } from './support/people';

const FOUNDER = 'nadia.neu@example.org';
const FRIEND = 'freund.neu@example.org';

test('a newcomer founds an organisation, the QM admits it, and a friend joins by invitation', async ({
  phoneOf,
}) => {
  test.setTimeout(180_000);
  const since = new Date(Date.now() - 1_000);
  const hers = await phoneOf(FOUNDER);
  await hers.goto('/de/organisations/new?pool=ostviertel');
  await hers.getByLabel('Wie heißt ihr?').fill('Drachenbauer Ost');
  const pools = hers.getByLabel('In welchem Quartier?');
  if (await pools.isVisible()) await pools.selectOption({ label: 'Ostviertel' });
  await hers.getByText('Initiative', { exact: true }).click();
  await hers.getByRole('button', { name: 'Eintragen' }).click();
  await expect(
    hers.getByText('Das Quartiersmanagement schaut noch auf euren Eintrag'),
  ).toBeVisible();

  const qm = await phoneOf(MANAGER);
  await waitForMail(MANAGER, ({ Text }) => Text.includes('Drachenbauer Ost'), since);
  await qm.goto('/de/ostviertel/qm');
  const card = qm.getByRole('article').filter({ hasText: 'Drachenbauer Ost' });
  await card.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
  const sheet = qm.getByRole('dialog');
  await sheet.getByLabel(/^Ein Wort dazu/).fill('Willkommen im Viertel!');
  await sheet.getByRole('button', { name: 'Aufnehmen' }).click();
  await expect(card).toHaveCount(0);
  await waitForMail(FOUNDER, ({ Text }) => Text.includes('Willkommen im Viertel!'), since);

  await hers.goto('/de/organisations');
  await hers
    .getByRole('link', { name: /Drachenbauer Ost/ })
    .first()
    .click();
  await hers.getByRole('link', { name: 'Menschen' }).click();
  await hers.getByText('Einladen', { exact: true }).first().click();
  await hers.getByRole('button', { name: 'Link erstellen' }).click();
  const link = await hers.getByLabel('Link zum Weitergeben').inputValue();

  const friend = await phoneOf(FRIEND);
  await friend.goto(link);
  await friend.getByRole('button', { name: 'Einladung annehmen' }).click();
  await expect(friend.getByText('Willkommen!')).toBeVisible();

  const late = await phoneOf(REVIEWER);
  await late.goto(link);
  await expect(late.getByText('Diese Einladung gilt nicht mehr')).toBeVisible();
});

test('an organisation says where it is, and the catalogue tells how far that is', async ({
  phoneOf,
  passerBy,
}) => {
  const [club] = await query<{ id: string; title: string; latitude: number; longitude: number }>(
    `select o.id, r.title, o.latitude::float8, o.longitude::float8 from public.organisations o
     join public.memberships m on m.organisation_id = o.id and m.role = 'admin'
     join auth.users u on u.id = m.person_id
     join public.resources r on r.organisation_id = o.id and r.listed
     where u.email = $1 and o.latitude is not null order by r.slug limit 1`,
    [ADMIN],
  );
  if (!club) throw new Error('the admin has nothing listed');
  const { id, title, latitude, longitude } = club;
  // as if nobody had said it yet; the journey below says it again
  await query('update public.organisations set latitude = null, longitude = null where id = $1', [
    id,
  ]);
  await query(
    'update public.resources set latitude = null, longitude = null where organisation_id = $1',
    [id],
  );
  // two hundredths of a degree further north, as the crow flies
  const near = `/de/ostviertel?near=${(latitude + 0.02).toFixed(3)},${longitude.toFixed(3)}&q=${encodeURIComponent(title)}`;
  const reader = await passerBy();
  const card = reader.getByRole('article').filter({ hasText: title });
  await reader.goto(near);
  await expect(card).toBeVisible();
  await expect(card.getByText(/^\d[\d,.]*\s*k?m$/)).toHaveCount(0);

  const hers = await phoneOf(ADMIN);
  await hers.goto(`/de/organisations/${id}/edit`);
  const spot = hers.getByLabel('Genauer Ort');
  await spot.fill('Marktplatz');
  await hers.getByRole('button', { name: 'Speichern' }).click();
  await expect(spot).toHaveAttribute('aria-invalid', 'true');
  await spot.fill(`${String(latitude).replace('.', ',')} ${String(longitude).replace('.', ',')}`);
  await hers.getByRole('button', { name: 'Speichern' }).click();
  await expect
    .poll(() =>
      query('select 1 from public.organisations where id = $1 and latitude = $2', [id, latitude]),
    )
    .toHaveLength(1);

  await reader.goto(near);
  await expect(card.getByText(/^2,[0-3]\s*km$/)).toBeVisible();
});

test('a reviewer reads the report, but has nothing to press; others are sent away kindly', async ({
  phoneOf,
  passerBy,
}) => {
  const reviewer = await phoneOf(REVIEWER);
  await reviewer.goto('/de/ostviertel/qm');
  await expect(reviewer.getByText('Du siehst alles, entscheidest aber nicht.')).toBeVisible();
  await expect(reviewer.getByRole('button', { name: 'Aufnehmen', exact: true })).toHaveCount(0);
  await reviewer.goto('/de/ostviertel/qm/report');
  const csv = reviewer.getByRole('link', { name: /CSV/ }).first();
  const download = reviewer.waitForEvent('download');
  await csv.click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);

  const friend = await phoneOf(FRIEND);
  await friend.goto('/de/ostviertel/qm');
  await expect(friend.getByText('Das ist für das Quartiersmanagement')).toBeVisible();

  const stranger = await passerBy();
  const refused = await stranger.request.get(
    '/api/exports/report?pool=ostviertel&table=organisations&from=2026-01-01&to=2026-12-31&locale=de',
  );
  expect(refused.status()).toBeGreaterThanOrEqual(400);
});
