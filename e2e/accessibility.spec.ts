import { expect, test } from './support/fixtures';
import { waitForMail } from './support/inbox';
import { MANAGER, REVIEWER } from './support/people';

/** The statement that public bodies owe, and the way to say where it hurts. */
const PAGE = '/de/ostviertel/accessibility';

test('from the foot of any page it is one press to the statement', async ({ page }) => {
  await page.goto('/de/sign-in');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Barrierefreiheit' }).click();
  // of which pool, where there are several
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Ostviertel/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
  for (const name of ['Was geht', 'Was noch nicht geht', 'Wie wir prüfen', 'Sagt uns, wo es hakt'])
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
});

test('what is missing or wrong is said at its field, and what was typed stays', async ({
  page,
}) => {
  await page.goto(PAGE);
  const message = page.getByLabel('Was geht nicht?');
  await page.getByLabel(/^Eure E-Mail-Adresse/).fill('lore');
  await page.getByRole('button', { name: 'Abschicken' }).click();
  await expect(message).toHaveAccessibleDescription(/Das brauchen wir noch/);
  await expect(message).toBeFocused();
  const email = page.getByLabel(/^Eure E-Mail-Adresse/);
  await expect(email).toHaveAccessibleDescription(/Das ist keine E-Mail-Adresse/);
  await expect(email).toHaveValue('lore');
});

test('a passer-by tells of a barrier, the office gets a mail, and ticks it off when it has answered', async ({
  passerBy,
  phoneOf,
}) => {
  const since = new Date(Date.now() - 1_000);
  const words = `Den Kalender liest mir niemand vor. ${String(since.getTime())}`;
  const theirs = await passerBy();
  await theirs.goto(PAGE);
  await theirs.getByLabel('Was geht nicht?').fill(words);
  await theirs.getByLabel(/^Wo war das\?/).fill('Kalender vom Großen Saal');
  await theirs.getByLabel(/^Eure E-Mail-Adresse/).fill('lore@example.org');
  await theirs.getByRole('button', { name: 'Abschicken' }).click();
  await expect(theirs.getByRole('status').getByText('Danke, das ist angekommen.')).toBeVisible();

  const mail = await waitForMail(MANAGER, ({ Text }) => Text.includes(words), since);
  expect(mail.Subject).toContain('Barriere gemeldet');

  const reads = await phoneOf(REVIEWER);
  await reads.goto('/de/ostviertel/qm/barriers');
  await expect(reads.getByRole('article').filter({ hasText: words })).toBeVisible();
  await expect(reads.getByRole('button', { name: 'Ist beantwortet' })).toHaveCount(0);

  const office = await phoneOf(MANAGER);
  await office.goto('/de/ostviertel/qm');
  await office.getByRole('link', { name: 'Barrieren' }).click();
  const note = office.getByRole('article').filter({ hasText: words });
  await expect(note.getByRole('link', { name: 'Antworten' })).toHaveAttribute(
    'href',
    /^mailto:lore@example\.org\?subject=/,
  );
  await note.getByRole('button', { name: 'Ist beantwortet' }).click();
  await expect(note.getByText('Beantwortet', { exact: true })).toBeVisible();
  await note.getByRole('button', { name: 'Doch noch offen' }).click();
  await expect(note.getByText('Wartet', { exact: true })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a barrier reaches the office, and a missing word is told at its field', async ({
    page,
  }) => {
    await page.goto(PAGE);
    await page.getByRole('button', { name: 'Abschicken' }).click();
    await expect(page.getByLabel('Was geht nicht?')).toHaveAccessibleDescription(
      /Das brauchen wir noch/,
    );
    await page.getByLabel('Was geht nicht?').fill('Ohne Skript geht es.');
    await page.getByRole('button', { name: 'Abschicken' }).click();
    await expect(page.getByText('Danke, das ist angekommen.')).toBeVisible();
  });
});
