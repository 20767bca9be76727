import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { kept } from './support/kept';
import { MEMBER } from './support/people';
import { enterCode } from './support/sign-in';
import { Unsent } from './screens/unsent';

const COLOURS = ['#7a9a5b', '#1d6a3c'];

/** What the phone does with “Share → Allmende”: a form post with files, as a full navigation. */
async function share(page: Page, colours = COLOURS): Promise<void> {
  const photos = await Promise.all(
    colours.map(async (background) => {
      const photo = sharp({ create: { width: 900, height: 600, channels: 3, background } });
      return (await photo.jpeg().toBuffer()).toString('base64');
    }),
  );
  // not the address: who shares from the form of a new thing ends where they were
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate((all) => {
      const files = new DataTransfer();
      for (const [index, text] of all.entries()) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        files.items.add(new File([bytes], `photo-${index}.jpg`, { type: 'image/jpeg' }));
      }
      const form = document.createElement('form');
      form.action = '/api/share';
      form.method = 'post';
      form.enctype = 'multipart/form-data';
      const input = document.createElement('input');
      input.type = 'file';
      input.name = 'photo';
      input.multiple = true;
      input.files = files.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    }, photos),
  ]);
}

const cared = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);
const photo = (page: Page, number: number) =>
  page.getByRole('button', { name: `Foto ${number} weglassen` });

test('the manifest offers photos of other apps a way in', async ({ page }) => {
  const answer = await page.request.get('/manifest.webmanifest');
  const { share_target: target } = (await answer.json()) as {
    share_target: { action: string; method: string };
  };
  expect(target).toMatchObject({ action: '/api/share', method: 'post' });
});

test('shared photos stand in the form of a new thing, outlive a reload, and go with it', async ({
  phoneOf,
}) => {
  const phone = await phoneOf(MEMBER);
  await phone.goto('/de/bookings');
  await cared(phone);
  await kept(phone, '/de/bookings');
  await share(phone);
  await expect(phone).toHaveURL(/\/de\/resources\/new$/);
  await expect(photo(phone, 2)).toBeVisible();
  await phone.reload();
  await expect(photo(phone, 2)).toBeVisible();

  await phone.getByText('Gerät oder Gegenstand').click();
  await phone.getByLabel('Wie heißt es?').fill('Geteilte Leiter');
  await phone.getByRole('button', { name: 'In den Pool stellen' }).click();
  await expect(phone.getByText('Steht drin!')).toBeVisible();
  expect(
    await query(
      `select ph.id from public.resource_photos ph join public.resources r on r.id = ph.resource_id
       where r.title = 'Geteilte Leiter'`,
    ),
  ).toHaveLength(2);
  await phone.goto('/de/resources/new');
  await expect(phone.getByLabel('Wie heißt es?')).toBeVisible();
  await expect(photo(phone, 1)).toHaveCount(0);
});

test('somebody signed out signs in first, and the photos are still there', async ({ page }) => {
  await page.goto('/de/ostviertel');
  await cared(page);
  await kept(page, '/de/ostviertel');
  await share(page);
  await expect(page).toHaveURL(/\/sign-in/);
  await enterCode(page, MEMBER);
  await expect(page).toHaveURL(/\/de\/resources\/new/);
  await expect(photo(page, 2)).toBeVisible();
  // all thrown away: none comes back
  await photo(page, 2).click();
  await photo(page, 1).click();
  await page.reload();
  await expect(page.getByLabel('Wie heißt es?')).toBeVisible();
  await expect(photo(page, 1)).toHaveCount(0);
});

test('without network the photos become a listing that waits to be sent', async ({ phoneOf }) => {
  const phone = await phoneOf(MEMBER);
  await phone.goto('/de/resources/new');
  await cared(phone);
  await kept(phone, '/de/resources/new');
  await kept(phone, '/de/offline/unsent');
  await phone.context().setOffline(true);
  await share(phone);
  await expect(photo(phone, 2)).toBeVisible();
  await phone.getByText('Gerät oder Gegenstand').click();
  await phone.getByLabel('Wie heißt es?').fill('Im Keller geteilt');
  await phone.getByRole('button', { name: 'In den Pool stellen' }).click();
  await expect(new Unsent(phone).count()).toHaveText('1');
  await phone.context().setOffline(false);
  await expect
    .poll(() =>
      query(
        `select ph.id from public.resource_photos ph join public.resources r on r.id = ph.resource_id
         where r.title = 'Im Keller geteilt'`,
      ),
    )
    .toHaveLength(2);
});
