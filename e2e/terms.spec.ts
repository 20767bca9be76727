import { ResourceScreen } from './screens/resource';
import { TermsScreen } from './screens/terms';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';
import { freeDay, onDay } from './support/states';

const idOf = async (slug: string): Promise<string> => {
  const [row] = await query<{ id: string }>('select id from public.resources where slug = $1', [
    slug,
  ]);
  return row?.id ?? '';
};

test('a rule that an owner fills in is read by borrowers, refuses them, is copied and taken back', async ({
  phoneOf,
}) => {
  const his = new TermsScreen(await phoneOf(APPROVER));
  await his.openThing(await idOf('kleiner-saal-og'));
  const length = await his.unfold('length');
  await length.getByLabel('Längste Dauer', { exact: true }).fill('3');
  await his.save('length');
  const said = 'Eine Buchung dauert höchstens 3 Stunden.';
  await expect(length.getByText(said)).toBeVisible();
  await expect(length.getByText('eigene Regel')).toBeVisible();

  const day = await freeDay('kleiner-saal-og', 60);
  const hers = await phoneOf(MEMBER);
  const thing = new ResourceScreen(hers);
  await thing.open('kleiner-saal-og', onDay(day.day));
  await expect(hers.getByText(said)).toBeVisible();
  await expect(hers.getByText('Das ist zu lang. Höchstens: 3 Stunden.')).toBeVisible();
  await thing.fillPurpose('Den ganzen Tag');
  await thing.button().click();
  await expect(thing.complaint()).toContainText('Höchstens: 3 Stunden');

  // what it would look like to others, without asking them
  await expect(his.page.getByRole('region', { name: /Was würde jemand/ })).toContainText(
    'Das ist zu lang',
  );

  await his.openThing(await idOf('saal-obergeschoss'));
  await his.page.getByText('Regeln von einem anderen Angebot übernehmen').click();
  await his.page.getByLabel('Von welchem?').selectOption(day.title);
  await his.page.getByRole('button', { name: 'Regeln übernehmen' }).click();
  await expect(his.question('length').getByText(said)).toBeVisible();

  await his.unfold('length');
  await his.page.getByRole('button', { name: 'Wieder wie in den Hausregeln' }).click();
  await expect(his.question('length').getByText(said)).toHaveCount(0);
});

test('what an owner agreed to in advance is approved at once and says why, until it is ended', async ({
  phoneOf,
}) => {
  const page = await phoneOf(APPROVER);
  const his = new TermsScreen(page);
  await his.openThing(await idOf('stellwaende'));
  const decides = await his.unfold('decides');
  await decides.getByText('Wem ihr im Voraus zugesagt habt').last().click();
  await his.save('decides');
  await expect(decides.getByText('Wem ihr im Voraus zugesagt habt').first()).toBeVisible();

  await page.goto('/de/organisations/buergerhaus-ost/standing');
  await page.getByText('Bestimmten Organisationen').first().click();
  await page.getByRole('checkbox', { name: /Hoa Sen/ }).check();
  await page.getByLabel('Wofür').selectOption({ label: 'Stellwände für Ausstellungen' });
  await page.getByLabel('Höchstens Stück').fill('5');
  await page.getByRole('button', { name: 'Im Voraus zusagen' }).click();
  const sentence = page.getByText(/Hoa Sen.* bekommt „Stellwände für Ausstellungen“ gleich/);
  await expect(sentence).toBeVisible();
  await expect(page.getByText('Hat noch nichts entschieden.')).toBeVisible();

  const hers = await phoneOf(MEMBER);
  const thing = new ResourceScreen(hers);
  const day = await openDay('stellwaende');
  await thing.open('stellwaende', `?from=${day}&to=${day}&start=10:00&end=11:00`);
  await expect(hers.getByText(/hat euch dafür vorab zugesagt/)).toBeVisible();
  await thing.fillPurpose('Ausstellung im Kulturhaus');
  await thing.button().click();
  await hers.waitForURL(/\/bookings\/[0-9a-f-]{36}/);
  await expect(hers.getByRole('main').getByText('Zugesagt', { exact: true }).first()).toBeVisible();

  await page.reload();
  await expect(
    page.getByText(/Zuletzt .*Stellwände für Ausstellungen für .*Hoa Sen/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Nicht mehr' }).first().click();
  await expect(sentence).toHaveCount(0);
});

/** The first day from sixty days ahead on which it is open for an hour in the morning. */
async function openDay(slug: string): Promise<string> {
  const [found] = await query<{ day: string }>(
    `select to_char(d.on_date, 'YYYY-MM-DD') as day
     from public.resources r
     cross join lateral public.resource_opening(r.id, current_date + 60, current_date + 120) d
     where r.slug = $1 and d.opens_at <= '10:00' and d.closes_at >= '11:00'
     order by d.on_date limit 1`,
    [slug],
  );
  if (!found) throw new Error(`${slug} is not open in the morning`);
  return found.day;
}

test('a rule is saved without JavaScript, and bad input loses nothing', async ({
  phoneOf,
  browser,
}) => {
  const signedIn = await phoneOf(APPROVER);
  const context = await browser.newContext({
    storageState: await signedIn.context().storageState(),
    javaScriptEnabled: false,
  });
  const plain = new TermsScreen(await context.newPage());
  await plain.openThing(await idOf('saal-rechts'));
  const ahead = await plain.unfold('ahead');
  const days = ahead.getByLabel('Tage im Voraus', { exact: true });
  await days.fill('bald');
  await plain.save('ahead');
  await expect(days).toBeVisible();
  await expect(days).toHaveValue('bald');
  await expect(ahead.getByText('Eine ganze Zahl, die hier passt.')).toBeVisible();
  await days.fill('90');
  await plain.save('ahead');
  await expect(ahead.getByText('höchstens 90 Tage im Voraus')).toBeVisible();
  await context.close();
});
