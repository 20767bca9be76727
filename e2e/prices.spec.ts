import { ResourceScreen } from './screens/resource';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';
import { freeDay } from './support/states';

test('a price that an owner fills in is what borrowers read while they ask', async ({
  phoneOf,
}) => {
  const slug = 'innenhof-buergerhaus';
  const [row] = await query<{ id: string }>('select id from public.resources where slug = $1', [
    slug,
  ]);
  const his = await phoneOf(APPROVER);
  await his.goto(`/de/resources/${row?.id ?? ''}/prices`);
  await his.getByText('Nach Preisen').click();
  await his.getByLabel('Alle anderen', { exact: true }).selectOption('tariff');
  await his.getByLabel('Alle anderen: Preis (Stunde)', { exact: true }).fill('7,50');
  await his.getByRole('button', { name: 'Preise speichern' }).click();
  await expect(his.getByText('Gespeichert').first()).toBeVisible();

  const { day } = await freeDay(slug, 80);
  const hers = await phoneOf(MEMBER);
  await new ResourceScreen(hers).open(slug, `?from=${day}&to=${day}&start=14:00&end=16:00`);
  const price = hers.getByRole('region', { name: 'Was es kostet' });
  await expect(price.getByText('15,00 €').first()).toBeVisible();
});
