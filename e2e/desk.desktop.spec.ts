import { axeFindings } from './support/axe';
import { Inbox } from './screens/inbox';
import { expect, test } from './support/fixtures';
import { actAs } from './support/acting';
import { APPROVER, MEMBER } from './support/people';
import { freeDay, homeOf, onDay } from './support/states';

/** At a desk: two columns where they help, and one key each for who answers many requests. */

/** Asks for a room on a free day, and gives the words by which its card is found. */
async function asked(slug: string, from: number): Promise<string> {
  const { id, day } = await freeDay(slug, from);
  const purpose = `Am Schreibtisch beantwortet, ${day}`;
  await actAs(MEMBER, 'request_booking', {
    p_resource_id: id,
    p_organisation_id: await homeOf(MEMBER),
    p_starts_at: `${day}T10:00:00+01:00`,
    p_ends_at: `${day}T12:00:00+01:00`,
    p_purpose: purpose,
  });
  return purpose;
}

test('an approver goes from request to request with j and k, says yes with a, and no with d and a reason', async ({
  phoneOf,
}) => {
  const yes = await asked('saal-obergeschoss', 300);
  const no = await asked('kleiner-saal-og', 310);
  const page = await phoneOf(APPROVER);
  const inbox = new Inbox(page);
  await inbox.open();
  const keys = page.keyboard;
  const walkTo = async (purpose: string) => {
    const request = inbox.request(purpose);
    await request.waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    for (let step = 0; step < 60; step++) {
      await keys.press('j');
      if (await request.evaluate((el) => el === document.activeElement)) return;
    }
    throw new Error(`j does not reach ${purpose}`);
  };
  await expect(page.getByRole('button', { name: 'Tasten' })).toBeVisible();

  await walkTo(no);
  await keys.press('k');
  await expect(inbox.request(no)).not.toBeFocused();
  await keys.press('j');
  await expect(inbox.request(no)).toBeFocused();
  await keys.press('d');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  // under a sheet and in a field the letters are letters
  await sheet.getByLabel('Oder mit eigenen Worten').fill('');
  await keys.type('ja, leider');
  await expect(sheet.getByLabel('Oder mit eigenen Worten')).toHaveValue('ja, leider');
  await sheet.getByRole('button', { name: 'Ablehnen' }).click();
  await expect(page.getByRole('status').getByText('Abgelehnt', { exact: true })).toBeVisible();

  await walkTo(yes);
  await keys.press('a');
  await expect(page.getByRole('status').getByText('Zugesagt!')).toBeVisible();
});

test('the keys say what they are, and can be switched off for good', async ({ phoneOf }) => {
  await asked('saal-obergeschoss', 320);
  const page = await phoneOf(APPROVER);
  await new Inbox(page).open();
  await page.getByRole('button', { name: 'Tasten' }).waitFor();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Mit Tasten antworten' });
  await expect(sheet).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Ausschalten' }).click();
  await expect(sheet.getByRole('status')).toHaveText('Tasten sind aus');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'Tasten' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: 'Tasten' }).click();
  await sheet.getByRole('button', { name: 'Einschalten' }).click();
  await expect(sheet.getByRole('status')).toHaveText('Tasten sind an');
});

test('what narrows the catalogue stands beside it, and the panel for asking stays in sight', async ({
  page,
}) => {
  await page.goto('/de/ostviertel');
  const search = await page.getByRole('search').boundingBox();
  const first = await page.getByRole('article').first().boundingBox();
  expect((search?.x ?? 0) + (search?.width ?? 0)).toBeLessThan(first?.x ?? 0);

  const { slug, day } = await freeDay('grosser-saal', 60);
  await page.goto(`/de/ostviertel/resources/${slug}${onDay(day)}`);
  const send = page.getByRole('button', { name: /^(Anfragen|Verbindlich buchen)$/ });
  await expect(send.last()).toBeInViewport();
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 900);
  await expect(send.last()).toBeInViewport();
  expect(await axeFindings(page)).toEqual([]);
});
