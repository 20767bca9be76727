import sharp from 'sharp';
import { HandoverScreen } from './screens/handover';
import { expect, test } from './support/fixtures';
import { Keyboard } from './support/keyboard';
import { APPROVER, MEMBER } from './support/people';
import { promisedNow } from './support/states';

/** With keys only: no press, no drag, and the focus is seen all the way. */
test.describe.configure({ timeout: 180_000 });

test('the caretaker hands over and lists a new thing with a photo: with keys only', async ({
  phoneOf,
}) => {
  const { id } = await promisedNow(MEMBER);
  const page = await phoneOf(APPROVER);
  const keys = new Keyboard(page);
  const handover = new HandoverScreen(page);
  await handover.open();
  await keys.press(handover.card(id).getByRole('button', { name: 'Übergeben' }));
  await handover.expectSaid(/ist jetzt bei Vietnamesisches Kulturhaus/);

  await page.goto('/de/resources/new');
  // a group of radio buttons is one stop; the arrows choose
  await keys.press(page.getByRole('radio').first(), 'Space');
  await expect(page.getByRole('radio').first()).toBeChecked();
  await keys.type(page.getByLabel('Wie heißt es?'), 'Tafel nur mit Tasten');
  const file = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#7a9a5b' },
  })
    .jpeg()
    .toBuffer();
  const chooser = page.waitForEvent('filechooser');
  await keys.press(page.getByLabel('Aus der Galerie'));
  await (await chooser).setFiles({ name: 'tafel.jpg', mimeType: 'image/jpeg', buffer: file });
  await expect(page.getByRole('button', { name: 'Foto 1 weglassen' })).toBeVisible();
  await keys.press(page.getByRole('button', { name: 'In den Pool stellen' }));
  await expect(page.getByText('Steht drin!')).toBeVisible();
});
