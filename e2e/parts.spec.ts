import type { Page } from '@playwright/test';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER, OTHER_MEMBER } from './support/people';
import { freeDay, promised } from './support/states';

const LEFT = 'Anzahl: Großer Saal, linke Seite';
const RIGHT = 'Anzahl: Großer Saal, rechte Seite';

/** What a thing is made of, on its edit page. */
async function partsOf(page: Page, resourceId: string) {
  await page.goto(`/de/resources/${resourceId}/edit?show=lending`);
  const parts = page.locator('details').filter({ hasText: 'Woraus es besteht' });
  if ((await parts.getAttribute('open')) === null) await parts.locator('summary').click();
  return {
    fill: (name: string, count: string) => parts.getByLabel(name).fill(count),
    save: () => parts.getByRole('button', { name: 'Teile ändern' }).click(),
    parts,
  };
}

async function heldBy(bookingId: string): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select a.name from public.allocations al join public.assets a on a.id = al.asset_id
     where al.booking_id = $1 order by a.name`,
    [bookingId],
  );
  return rows.map(({ name }) => name);
}

test('half a hall cannot become the whole one while somebody has the other half: he sees whom it would hit', async ({
  phoneOf,
}) => {
  const day = await freeDay('grosser-saal', 150);
  const left = await freeDay('saal-links', 150);
  const right = await freeDay('saal-rechts', 150);
  const hers = await promised(MEMBER, { ...left, day: day.day });
  await promised(OTHER_MEMBER, { ...right, day: day.day });
  const his = await phoneOf(APPROVER);
  const form = await partsOf(his, left.id);
  await form.fill(RIGHT, '1');
  await form.save();
  const against = form.parts.getByRole('region', { name: 'Das steht dagegen' });
  await expect(against.locator(`a[href$="/bookings/${hers.id}"]`)).toContainText(
    'Vietnamesisches Kulturhaus',
  );
  // what was typed stays, and nothing has changed
  await expect(form.parts.getByLabel(RIGHT)).toHaveValue('1');
  expect(await heldBy(hers.id)).toEqual(['Großer Saal, linke Seite']);
  await against.locator(`a[href$="/bookings/${hers.id}"]`).click();
  await expect(his.getByRole('heading', { level: 1, name: left.title })).toBeVisible();
});

test('a hall is lent without its other half for a while: who has it keeps the rest, and the half is free', async ({
  phoneOf,
}) => {
  const hall = await freeDay('grosser-saal', 170);
  const { id } = await promised(MEMBER, hall);
  const his = await phoneOf(APPROVER);
  const form = await partsOf(his, hall.id);
  await form.fill(RIGHT, '');
  await form.save();
  await expect(his.getByText('Geändert')).toBeVisible();
  expect(await heldBy(id)).toEqual(['Großer Saal, linke Seite']);

  const again = await partsOf(his, hall.id);
  await expect(again.parts.getByLabel(LEFT)).toHaveValue('1');
  await again.fill(RIGHT, '1');
  await again.save();
  const whole = ['Großer Saal, linke Seite', 'Großer Saal, rechte Seite'];
  await expect.poll(() => heldBy(id)).toEqual(whole);
});
