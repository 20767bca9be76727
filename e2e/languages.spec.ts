import { addDays, asDay } from '@/lib/platform/dates';
import { SeriesScreen } from './screens/series';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';
import { freeDay, promised } from './support/states';

test('a reader of English finds a thing by its English word, in English, with the original one tap away', async ({
  passerBy,
}) => {
  const page = await passerBy();
  await page.goto('/en/ostviertel?q=projector');
  const card = page.getByRole('link', { name: 'Projector (bright, with HDMI)' });
  await expect(card).toBeVisible();
  await card.click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Projector (bright, with HDMI)' }),
  ).toHaveAttribute('lang', 'en');
  await expect(page.getByText(/Translated by .* Original: German\./)).toBeVisible();
  await expect(page.getByText(/Bright enough for rooms/)).toBeVisible();

  await page.getByRole('link', { name: 'Show the original' }).click();
  const original = page.getByRole('heading', { level: 1, name: 'Beamer (hell, mit HDMI)' });
  await expect(original).toHaveAttribute('lang', 'de');
  await expect(page.getByText(/Hell genug für Räume/)).toBeVisible();
  await page.getByRole('link', { name: 'Show the translation' }).click();
  await expect(page.getByText(/Bright enough for rooms/)).toBeVisible();
});

test('the beamer is found by its name in six languages', async ({ passerBy }) => {
  const page = await passerBy();
  for (const word of ['проектор', 'جهاز عرض', 'پروژکتور', 'máy chiếu', 'projektör', 'rzutnik']) {
    await page.goto(`/de/ostviertel?q=${encodeURIComponent(word)}`);
    await expect(page.getByRole('link', { name: 'Beamer (hell, mit HDMI)' }), word).toBeVisible();
  }
});

test('an approver says in English what a thing is, and takes it away again', async ({
  phoneOf,
  passerBy,
}) => {
  const [thing] = await query<{ id: string; slug: string; title: string }>(
    `select r.id, r.slug, r.title from public.resources r
     join public.memberships m on m.organisation_id = r.organisation_id
     join auth.users u on u.id = m.person_id
     where u.email = $1 and r.listed and not exists (
       select 1 from public.resource_texts t where t.resource_id = r.id)
     order by r.slug limit 1`,
    [APPROVER],
  );
  if (!thing) throw new Error('the approver has nothing listed');
  const page = await phoneOf(APPROVER);
  await page.goto(`/de/resources/${thing.id}/edit?show=languages`);
  await page.getByLabel('Noch eine Sprache').selectOption('en');
  await page.getByRole('button', { name: 'Schreiben' }).click();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByLabel('Wie heißt es?')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Wie heißt es?').fill('Contraption of the club');
  await page.getByLabel('Beschreibung').fill('Ask us how it works.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Contraption of the club')).toBeVisible();

  const reader = await passerBy();
  await reader.goto('/en/ostviertel?q=contraption');
  await reader.getByRole('link', { name: 'Contraption of the club' }).click();
  await expect(reader.getByText('Ask us how it works.')).toBeVisible();
  await reader.goto('/de/ostviertel?q=contraption');
  await expect(reader.getByRole('link', { name: thing.title, exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Englisch entfernen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click();
  await expect(page.getByText('Contraption of the club')).toHaveCount(0);
  await reader.goto('/en/ostviertel?q=contraption');
  await expect(reader.getByRole('link', { name: 'Contraption of the club' })).toHaveCount(0);
});

test('the words of a translation are written without JavaScript too', async ({
  phoneOf,
  browser,
}) => {
  const signedIn = await phoneOf(APPROVER);
  const [thing] = await query<{ id: string }>(
    `select r.id from public.resources r
     join public.memberships m on m.organisation_id = r.organisation_id
     join auth.users u on u.id = m.person_id
     where u.email = $1 and r.listed order by r.slug desc limit 1`,
    [APPROVER],
  );
  if (!thing) throw new Error('the approver has nothing listed');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(`/de/resources/${thing.id}/edit?show=languages&language=en`);
  await page.getByLabel('Wie heißt es?').fill('Plain thing');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Plain thing')).toBeVisible();
  await context.close();
});

test('whoever reads English reads the English name in the overview, at a withdrawal and among what is free instead', async ({
  phoneOf,
}) => {
  test.setTimeout(120_000);
  // every hall of the house, as its people could write it
  const halls = `select r.id from public.resources r join public.memberships m on m.organisation_id = r.organisation_id
    join auth.users u on u.id = m.person_id where u.email = '${APPROVER}' and r.kind = 'room'`;
  await query(
    `insert into public.resource_texts (resource_id, locale, title)
     select id, 'en', 'Hall ' || left(id::text, 8) from (${halls}) h on conflict do nothing`,
  );
  try {
    const day = await freeDay('saal-links', 200);
    const { resourceId } = await promised(MEMBER, day, { from: '17:00', to: '21:00' });
    const name = `Hall ${resourceId.slice(0, 8)}`;
    const [hall] = await query<{ club: string }>(
      'select organisation_id as club from public.resources where id = $1',
      [resourceId],
    );
    const his = await phoneOf(APPROVER);
    await his.goto(`/en/organisations/${hall?.club ?? ''}/timeline?from=${day.day}`);
    await expect(his.getByText(name).first()).toBeVisible();
    await his.goto(`/de/organisations/${hall?.club ?? ''}/timeline?from=${day.day}`);
    await expect(his.getByText(name)).toHaveCount(0);

    await his.goto(`/en/resources/${resourceId}/withdraw?from=${day.day}&to=${day.day}`);
    await expect(his.getByRole('article').first()).toContainText(name);
    await expect(
      his
        .getByRole('article')
        .first()
        .getByRole('link', { name: /^Hall / })
        .first(),
    ).toBeVisible();

    // the same hour every week: the first date is taken, and others of the house are proposed
    const hers = await phoneOf(MEMBER);
    await new SeriesScreen(hers).plan('saal-links', {
      from: day.day,
      until: addDays(asDay(day.day), 14),
      start: '18:00',
      end: '20:00',
    });
    await hers
      .getByText(/Terminen sind frei|Termine sind frei/)
      .first()
      .waitFor();
    await hers.goto(hers.url().replace('/de/', '/en/'));
    const conflict = hers.getByRole('group').filter({ hasText: /Hall [0-9a-f]{8}/ });
    await expect(conflict.first()).toBeVisible();
  } finally {
    await query(`delete from public.resource_texts where title ~ '^Hall [0-9a-f]{8}$'`);
  }
});
