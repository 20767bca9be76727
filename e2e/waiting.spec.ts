import type { Page } from '@playwright/test';
import { BookingScreen } from './screens/booking';
import { actAs } from './support/acting';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { MEMBER, OTHER_MEMBER, THIRD_MEMBER } from './support/people';
import { freeDay, homeOf, promised, type FreeDay } from './support/states';

const SLUG = 'grosser-saal';

/** Takes a place in line for a time that is taken, from the page of the thing. */
async function joinFrom(page: Page, { slug, day }: FreeDay): Promise<void> {
  await page.goto(`/de/ostviertel/resources/${slug}?from=${day}&start=10:00&end=14:00`);
  await page.getByRole('link', { name: 'Warteliste' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Auf die Warteliste' })).toBeVisible();
  await page.getByRole('button', { name: 'Auf die Warteliste' }).click();
  await expect(page.getByText('Ihr steht auf der Warteliste.')).toBeVisible();
}

const cancel = (who: string, id: string) => actAs(who, 'cancel_booking', { p_booking_id: id });

/** The booking that the waiting list offers to somebody's organisation that day. */
async function offerTo(who: string, { id, day }: FreeDay): Promise<string | undefined> {
  const [offer] = await query<{ id: string }>(
    `select id from public.bookings where status = 'offered' and resource_id = $1 and organisation_id = $2
       and (starts_at at time zone 'Europe/Berlin')::date = $3`,
    [id, await homeOf(who), day],
  );
  return offer?.id;
}

const join = async (who: string, { id, day }: FreeDay) => {
  const [at] = await query<{ starts: string; ends: string }>(
    `select ($1 || ' 10:00')::timestamp at time zone 'Europe/Berlin' as starts,
            ($1 || ' 14:00')::timestamp at time zone 'Europe/Berlin' as ends`,
    [day],
  );
  await actAs(who, 'join_waiting_list', {
    p_resource_id: id,
    p_organisation_id: await homeOf(who),
    p_starts_at: at?.starts,
    p_ends_at: at?.ends,
  });
};

const entry = (page: Page, { day }: FreeDay) =>
  page
    .locator('#waiting')
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="from=${day}"]`) });

test('what is taken can be waited for: a place in line, the offer when it frees, and yes', async ({
  phoneOf,
}) => {
  const day = await freeDay(SLUG, 140);
  const taken = await promised(OTHER_MEMBER, day);
  const hers = await phoneOf(MEMBER);
  await joinFrom(hers, day);
  await expect(entry(hers, day)).toContainText('Als Nächste dran');
  await join(THIRD_MEMBER, day);
  const third = await phoneOf(THIRD_MEMBER);
  await third.goto('/de/bookings');
  await expect(entry(third, day)).toContainText('Platz 2 in der Reihe');

  await cancel(OTHER_MEMBER, taken.id);
  // no reload: the offer stands on top, the place in line is used up
  await expect(entry(hers, day)).toHaveCount(0);
  await expect(hers.getByText('Angeboten').first()).toBeVisible();
  await third.reload();
  await expect(entry(third, day)).toContainText('Als Nächste dran');

  const booking = new BookingScreen(hers);
  await booking.open((await offerTo(MEMBER, day)) ?? '');
  await expect(hers.getByText('Ein Platz ist frei geworden')).toBeVisible();
  await hers.getByRole('button', { name: 'Ja, nehmen' }).click();
  await booking.expectStatus('Angefragt');
});

test('who lets it pass gives it to the next in line', async ({ phoneOf }) => {
  const day = await freeDay(SLUG, 150);
  const taken = await promised(OTHER_MEMBER, day);
  await join(MEMBER, day);
  await join(THIRD_MEMBER, day);
  await cancel(OTHER_MEMBER, taken.id);
  const page = await phoneOf(MEMBER);
  await new BookingScreen(page).open((await offerTo(MEMBER, day)) ?? '');
  await page.getByRole('button', { name: 'Nein, danke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ja, abgeben' }).click();
  await expect(page.getByRole('button', { name: 'Ja, nehmen' })).toHaveCount(0);
  expect(await offerTo(THIRD_MEMBER, day)).toBeTruthy();
});

test('an offer that nobody answers goes to the next in line by itself', async ({ phoneOf }) => {
  const day = await freeDay(SLUG, 160);
  const taken = await promised(OTHER_MEMBER, day);
  await join(MEMBER, day);
  await join(THIRD_MEMBER, day);
  await cancel(OTHER_MEMBER, taken.id);
  const missed = (await offerTo(MEMBER, day)) ?? '';
  const page = await phoneOf(MEMBER);
  await new BookingScreen(page).open(missed);
  await expect(page.getByRole('button', { name: 'Ja, nehmen' })).toBeVisible();
  await query(`update public.bookings set hold_expires_at = now() where id = $1`, [missed]);
  // the page follows when the time is over
  await expect(page.getByRole('button', { name: 'Ja, nehmen' })).toHaveCount(0);
  await expect.poll(() => offerTo(THIRD_MEMBER, day)).toBeTruthy();
});

test('who does not want to wait any longer leaves the line', async ({ phoneOf }) => {
  const day = await freeDay(SLUG, 170);
  await promised(OTHER_MEMBER, day);
  await join(MEMBER, day);
  const page = await phoneOf(MEMBER);
  await page.goto('/de/bookings');
  await entry(page, day).getByRole('button', { name: 'Nicht mehr warten' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ja, nicht mehr warten' }).click();
  await expect(entry(page, day)).toHaveCount(0);
});
