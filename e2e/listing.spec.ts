import sharp from 'sharp';
import { query } from './support/database';
import { required } from './support/env';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';

/** A photo as a phone makes it: large, with the place where it was taken inside. */
const phonePhoto = () =>
  sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#7a9a5b' } })
    .withExif({ IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitude: '51/1 20/1 0/1' } })
    .jpeg()
    .toBuffer();

test('an approver lists a thing with a photo, changes its number, pauses and retires it', async ({
  phoneOf,
  passerBy,
}) => {
  const page = await phoneOf(APPROVER);
  await page.goto('/de/resources/new');
  await page.getByText('Gerät oder Gegenstand').click();
  // rules to begin with, as borrowers will read them
  await expect(page.getByText('Höchstens 7 Tage.')).toBeVisible();
  await page.getByLabel('Wie heißt es?').fill('Rednerpult aus Eiche');
  await page
    .getByLabel(/Foto machen|Aus der Galerie/)
    .last()
    .setInputFiles({ name: 'pult.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() });
  await expect(page.getByRole('button', { name: 'Foto 1 weglassen' })).toBeVisible();
  await page.getByRole('button', { name: 'In den Pool stellen' }).click();
  await expect(page.getByText('Steht drin!')).toBeVisible();

  const [photo] = await query<{ path: string; resource_id: string; slug: string }>(
    `select ph.path, ph.resource_id, r.slug from public.resource_photos ph
     join public.resources r on r.id = ph.resource_id where r.title = 'Rednerpult aus Eiche'`,
  );
  if (!photo) throw new Error('the photo did not arrive');
  const file = await fetch(
    `${required('E2E_API_URL')}/storage/v1/object/public/photos/${photo.path}`,
  );
  const meta = await sharp(Buffer.from(await file.arrayBuffer())).metadata();
  expect(meta.exif).toBeUndefined();
  expect(Math.max(meta.width, meta.height)).toBeLessThanOrEqual(1600);

  const other = await passerBy();
  await other.goto('/de/ostviertel?q=Rednerpult');
  await expect(other.getByRole('link', { name: 'Rednerpult aus Eiche' })).toBeVisible();
  await other.goto(`/de/ostviertel/resources/${photo.slug}`);
  await expect(other.getByText('Höchstens 7 Tage.')).toBeVisible();

  await page.goto(`/de/resources/${photo.resource_id}/edit?show=lending`);
  await page.getByLabel('Wie viele habt ihr?').fill('3');
  await page.getByRole('button', { name: 'Anzahl ändern' }).click();
  await expect
    .poll(
      async () =>
        (
          await query<{ quantity: number }>('select quantity from public.resources where id = $1', [
            photo.resource_id,
          ])
        )[0]?.quantity,
    )
    .toBe(3);

  await page.getByRole('button', { name: 'Pausieren' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pausieren' }).click();
  await expect(page.getByText('Nein, es macht Pause.')).toBeVisible();
  await other.goto('/de/ostviertel?q=Rednerpult');
  await expect(other.getByRole('link', { name: 'Rednerpult aus Eiche' })).toHaveCount(0);
});

test('a file that only says it is a photo is refused at the field, and the rest stays', async ({
  phoneOf,
}) => {
  const page = await phoneOf(MEMBER);
  await page.goto('/de/resources/new');
  await page.getByText('Gerät oder Gegenstand').click();
  await page.getByLabel('Wie heißt es?').fill('Lampionkette');
  await page
    .getByLabel(/Foto machen|Aus der Galerie/)
    .last()
    .setInputFiles({
      name: 'foto.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('<script>alert(1)</script>'),
    });
  await expect(page.getByText(/Das ist kein Foto, das wir öffnen können/)).toBeVisible();
  await expect(page.getByLabel('Wie heißt es?')).toHaveValue('Lampionkette');
});

test('a plain member cannot lend without being asked', async ({ phoneOf }) => {
  const page = await phoneOf(MEMBER);
  await page.goto('/de/resources/new');
  await expect(
    page.getByText('Über Anfragen entscheidet, wer bei euch zusagen darf.'),
  ).toBeVisible();
  await expect(page.getByText('Gleich zusagen, wenn es frei ist')).toHaveCount(0);
});
