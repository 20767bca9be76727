import { BookingScreen } from './screens/booking';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';
import { freeDay, promised } from './support/states';

test('a hall is out of order: the caretaker sees who counts on it and calls off kindly, and she has others one tap away', async ({
  phoneOf,
}) => {
  const day = await freeDay('grosser-saal', 180);
  const { id, title, resourceId } = await promised(MEMBER, day);
  const his = await phoneOf(APPROVER);
  const hers = new BookingScreen(await phoneOf(MEMBER));
  await hers.open(id);
  await hers.expectStatus('Zugesagt');

  await his.goto(`/de/resources/${resourceId}/withdraw?from=${day.day}&to=${day.day}`);
  await expect(his.getByRole('heading', { name: 'Eine Buchung ist betroffen' })).toBeVisible();
  const affected = his.getByRole('article');
  await expect(affected).toContainText('Vietnamesisches Kulturhaus');
  await expect(affected.getByRole('heading', { name: 'Das wäre dann frei' })).toBeVisible();
  await his.getByLabel(/^Warum\?/).fill('Wasserschaden');
  await his.getByRole('button', { name: 'Aus dem Verleih nehmen' }).click();
  await expect(his.getByText('Aus dem Verleih genommen')).toBeVisible();
  // what was promised stays until he decides
  await hers.expectStatus('Zugesagt');

  await affected.getByRole('button', { name: 'Absagen' }).click();
  const sheet = his.getByRole('dialog');
  await expect(sheet.getByLabel(/^Ein Wort dazu/)).toHaveValue(new RegExp(title));
  await sheet.getByRole('button', { name: 'Ja, absagen' }).click();
  await expect(his.getByRole('heading', { name: 'Niemand ist betroffen' })).toBeVisible();

  // no reload on hers: whose decision it was, why, and what else is free then
  await expect(hers.page.getByText('Bürgerhaus Ost musste absagen')).toBeVisible();
  await expect(hers.page.getByText(/Es tut uns leid: „Großer Saal/).first()).toBeVisible();
  await expect(hers.page.getByText('Wasserschaden')).toHaveCount(0);
  const other = hers.page
    .getByRole('region')
    .or(hers.page.locator('section'))
    .filter({ has: hers.page.getByRole('heading', { name: 'Ähnliches, das dann frei ist' }) })
    .getByRole('listitem')
    .first();
  await other.getByRole('link').click();
  await expect(hers.page.getByLabel('Von', { exact: true })).toHaveValue(day.day);
});

test('the days of a closure are tapped in the month, and a hall is given back afterwards', async ({
  phoneOf,
}) => {
  const { id } = await freeDay('lehrkueche-buergerhaus', 30);
  const page = await phoneOf(APPROVER);
  await page.goto(`/de/resources/${id}/edit?show=lending`);
  await page.getByRole('button', { name: 'Zeit sperren' }).click();
  const sheet = page.getByRole('dialog');
  const [from, to] = [sheet.getByLabel('Erster Tag'), sheet.getByLabel('Letzter Tag')];
  await sheet.getByRole('button', { name: 'Nächster Monat' }).click();
  await sheet.getByRole('button', { name: 'Nächster Monat' }).click();
  const days = sheet.getByRole('grid').first().getByRole('gridcell').locator('button');
  await days.nth(9).click();
  await days.nth(11).click();
  const first = await from.inputValue();
  expect(Date.parse(await to.inputValue()) - Date.parse(first)).toBe(2 * 86_400_000);
  await sheet.getByLabel(/^Grund/).fill('Boden wird geschliffen');
  await sheet.getByRole('button', { name: 'Sperren', exact: true }).click();
  const closure = page.getByRole('listitem').filter({ hasText: 'Boden wird geschliffen' });
  await expect(closure).toBeVisible();

  // the same days once more: nobody's booking is in the way, and nobody is sent to look for one
  await page.getByRole('button', { name: 'Zeit sperren' }).click();
  await from.fill(first);
  await sheet.getByRole('button', { name: 'Sperren', exact: true }).click();
  await expect(sheet.getByText('Diese Zeit ist schon gesperrt')).toBeVisible();
  await expect(from).toHaveValue(first);

  // whom a withdrawal would concern is asked for days chosen in the same month
  await page.goto(`/de/resources/${id}/withdraw?from=${first}&to=${first}`);
  await page.locator('main details summary').first().click();
  await page.getByRole('button', { name: 'Zeigen, wen es betrifft' }).click();
  await expect(page).toHaveURL(new RegExp(`from=${first}&to=${first}`));

  await page.goto(`/de/resources/${id}/edit?show=lending`);
  await closure.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click();
  await expect(closure).toHaveCount(0);
});

test('nobody else may take a thing out of lending', async ({ phoneOf }) => {
  const { id } = await freeDay('grosser-saal', 190);
  const page = await phoneOf(MEMBER);
  await page.goto(`/de/resources/${id}/withdraw`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Aus dem Verleih nehmen')).toHaveCount(0);
});
