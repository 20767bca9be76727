import { expect, test } from './support/fixtures';
import { waitForMail } from './support/inbox';
import { MANAGER, REVIEWER } from './support/people';

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
