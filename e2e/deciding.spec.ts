import { Inbox } from './screens/inbox';
import { ResourceScreen } from './screens/resource';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';
import { freeDay, onDay } from './support/states';

test('a caretaker asks back, the member answers, and he says yes', async ({ phoneOf }) => {
  const hall = await freeDay('saal-rechts', 50);
  const hers = new ResourceScreen(await phoneOf(MEMBER));
  const inbox = new Inbox(await phoneOf(APPROVER));
  await hers.open(hall.slug, onDay(hall.day));
  await hers.fillPurpose('Tanztee für Ältere');
  const booking = await hers.ask();

  await inbox.open();
  await inbox.ask('Tanztee für Ältere', 'Braucht ihr die Bühne?');
  await booking.expectStatus('Rückfrage');
  await expect(booking.page.getByText('Braucht ihr die Bühne?').first()).toBeVisible();

  await booking.page.getByLabel('Eure Antwort').fill('Nein, nur Tische.');
  await booking.page.getByRole('button', { name: 'Antwort schicken' }).click();
  await expect(inbox.request('Nein, nur Tische.')).toBeVisible();
  await inbox.approve('Nein, nur Tische.');
  await booking.expectStatus('Zugesagt');
  await expect(booking.story()).toHaveCount(4);
});

test('a caretaker declines with a reason, and the slot is free again', async ({ phoneOf }) => {
  const hall = await freeDay('saal-links', 60);
  const hers = new ResourceScreen(await phoneOf(MEMBER));
  const inbox = new Inbox(await phoneOf(APPROVER));
  await hers.open(hall.slug, onDay(hall.day));
  await hers.fillPurpose('Karaoke bis spät');
  const booking = await hers.ask();

  await inbox.open();
  await inbox.decline('Karaoke bis spät', 'Wir brauchen es an dem Tag selbst.');
  await booking.expectStatus('Abgelehnt');
  await expect(booking.page.getByText('Wir brauchen es an dem Tag selbst.').first()).toBeVisible();
  expect((await freeDay('saal-links', 60)).day).toBe(hall.day);
});

test('a member calls a request off, and it leaves the open inbox', async ({ phoneOf }) => {
  const hall = await freeDay('saal-links', 70);
  const hers = new ResourceScreen(await phoneOf(MEMBER));
  const inbox = new Inbox(await phoneOf(APPROVER));
  await hers.open(hall.slug, onDay(hall.day));
  await hers.fillPurpose('Probe, doch nicht');
  const booking = await hers.ask();
  await inbox.open();
  await expect(inbox.request('Probe, doch nicht')).toBeVisible();

  await booking.cancel('Wir sind krank');
  await booking.expectStatus('Abgesagt');
  await expect(inbox.request('Probe, doch nicht')).toHaveCount(0);
});

test('a phone that lost the network catches up by itself', async ({ phoneOf }) => {
  const hall = await freeDay('saal-links', 80);
  const hers = new ResourceScreen(await phoneOf(MEMBER));
  const inbox = new Inbox(await phoneOf(APPROVER));
  await hers.open(hall.slug, onDay(hall.day));
  await hers.fillPurpose('Lesung im Winter');
  const booking = await hers.ask();

  await booking.expectStatus('Angefragt');

  await booking.page.context().setOffline(true);
  await inbox.open();
  await inbox.approve('Lesung im Winter');
  // without network the page keeps what it last knew, and does not break
  await booking.expectStatus('Angefragt');
  await booking.page.context().setOffline(false);
  await booking.expectStatus('Zugesagt');
});
