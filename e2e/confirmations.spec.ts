import { BookingScreen } from './screens/booking';
import { HandoverScreen } from './screens/handover';
import { Inbox } from './screens/inbox';
import { ResourceScreen } from './screens/resource';
import { TermsScreen } from './screens/terms';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { APPROVER, MEMBER } from './support/people';
import { freeDay, onDay, promisedNow } from './support/states';

const LICENCE = 'Führerschein gesehen';
const MISSING = `Vorher muss noch bestätigt werden: ${LICENCE}.`;

/** The owner wants something seen before this thing goes out. */
async function wantSeen(his: TermsScreen, resourceId: string, per: string): Promise<void> {
  await his.openThing(resourceId);
  const shown = await his.unfold('shown');
  await shown.getByLabel('Was, Zeile 1').fill(LICENCE);
  await shown.getByLabel('Wie oft, Zeile 1').selectOption({ label: per });
  await his.save('shown');
  await expect(shown.getByText('eigene Regel')).toBeVisible();
}

async function forget(resourceId: string): Promise<void> {
  await query(
    `delete from public.confirmations c using public.terms t
     where t.id = c.terms_id and t.resource_id = $1`,
    [resourceId],
  );
}

test('a driving licence must be seen: she reads it, the hand over waits for it, and he confirms it there in one tap', async ({
  phoneOf,
}) => {
  const { id, slug, resourceId } = await promisedNow(MEMBER, 'last');
  const his = await phoneOf(APPROVER);
  await wantSeen(new TermsScreen(his), resourceId, 'bei jeder Ausgabe');

  const hers = await phoneOf(MEMBER);
  await new ResourceScreen(hers).open(slug);
  await expect(hers.getByText(`Vor jeder Ausgabe nötig: ${LICENCE}.`)).toBeVisible();
  const booking = new BookingScreen(hers);
  await booking.open(id);
  const told = hers.getByRole('region', { name: 'Vor der Ausgabe wird bestätigt' });
  await expect(told).toContainText(`${LICENCE}fehlt noch`);
  await expect(told.getByRole('button')).toHaveCount(0);

  const today = new HandoverScreen(his);
  await today.open();
  await today.press(id, 'Übergeben');
  await expect(today.card(id).getByRole('alert')).toContainText(MISSING);
  await today.press(id, /^Bestätigen/);
  await expect(today.card(id)).toContainText('bestätigt am');
  await today.press(id, 'Übergeben');
  await today.expectSaid(/ist jetzt bei/);
  await booking.expectStatus('Übergeben');
  await today.press(id, 'Zurück, alles gut');
  await today.expectSaid(/ist wieder da/);
  await forget(resourceId);
});

test('an instruction once per organisation: confirmed with the request, it is not asked for again', async ({
  phoneOf,
}) => {
  const hall = await freeDay('saal-rechts', 95);
  const his = await phoneOf(APPROVER);
  await wantSeen(new TermsScreen(his), hall.id, 'einmal je Organisation');

  const hers = await phoneOf(MEMBER);
  const thing = new ResourceScreen(hers);
  await thing.open(hall.slug, onDay(hall.day));
  await expect(hers.getByText(`Einmal für eure Organisation nötig: ${LICENCE}.`)).toBeVisible();
  await thing.fillPurpose('Generalprobe mit Technik');
  const booking = await thing.ask();
  const inbox = new Inbox(his);
  await inbox.open();
  const request = inbox.request('Generalprobe mit Technik');
  await expect(request).toContainText('fehlt noch von');
  await request.getByRole('button', { name: /^Bestätigen/ }).click();
  await expect(request).toContainText('bestätigt am');
  await inbox.approve('Generalprobe mit Technik');
  await booking.expectStatus('Zugesagt');
  await expect(hers.getByRole('region', { name: 'Vor der Ausgabe' })).toContainText('bestätigt am');

  await his.goto('/de/organisations/buergerhaus-ost/confirmations');
  const list = his.locator('section').filter({ hasText: LICENCE });
  await expect(list.getByRole('listitem')).toContainText('Vietnamesisches Kulturhaus');
  await forget(hall.id);
});
