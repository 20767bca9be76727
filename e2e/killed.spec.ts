import { existsSync, readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { query } from './support/database';
import { required } from './support/env';
import { expect, test } from './support/fixtures';
import { MEMBER, OTHER_MEMBER, THIRD_MEMBER } from './support/people';
import { homeOf } from './support/states';

/** Cups enough for everybody, given to who asks. */
const CUPS = 'mehrwegbecher';
const ASKERS = [MEMBER, OTHER_MEMBER, THIRD_MEMBER];
const EACH = 12;
const KILLS = 4;
const PATIENCE_MS = 60_000;

type Act = { key: string; goTo: string };

/** Sends a form as the queue of a phone does: again and again until there is an answer. */
async function send(
  phone: APIRequestContext,
  person: string,
  form: string,
  fields: Record<string, string>,
): Promise<string> {
  let said = '';
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    try {
      const response = await phone.post('/api/queue', {
        form: fields,
        headers: {
          'x-queued-form': form,
          'x-queued-person': person,
          'x-locale': 'de',
          'x-path': '/de/bookings',
        },
      });
      said = await response.text();
      const answer = JSON.parse(said) as { status: string; goTo?: string };
      if (answer.status === 'done') return answer.goTo ?? '';
      if (answer.status === 'refused') break;
    } catch (error) {
      // the server died with it: nobody knows whether it happened
      said = String(error);
    }
  }
  throw new Error(`${form} was not done: ${said}`);
}

async function idOf(email: string): Promise<string> {
  const [row] = await query<{ id: string }>('select id from auth.users where email = $1', [email]);
  return row?.id ?? '';
}

/** Kills whichever process serves the app, and waits until another one does. */
async function killTheServer(): Promise<void> {
  const file = required('E2E_APP_PID_FILE');
  const pid = readFileSync(file, 'utf8');
  process.kill(Number(pid), 'SIGKILL');
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8') !== pid).toBe(true);
  await expect
    .poll(
      () =>
        fetch(`${required('E2E_BASE_URL')}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
      {
        timeout: 30_000,
      },
    )
    .toBe(true);
}

test('whatever the server had answered before it was killed stands, and what phones send again stands once', async ({
  phoneOf,
}) => {
  test.setTimeout(180_000);
  const [cups] = await query<{ id: string }>('select id from public.resources where slug = $1', [
    CUPS,
  ]);
  const run = crypto.randomUUID();
  const answered: Act[] = [];
  let left = ASKERS.length;
  const phones = await Promise.all(
    ASKERS.map(async (email) => {
      const page = await phoneOf(email);
      // nothing of the app is open while its server dies, so nothing of it may complain
      await page.goto('about:blank');
      return {
        phone: page.context().request,
        person: await idOf(email),
        organisationId: await homeOf(email),
      };
    }),
  );
  const asking = phones.map(async ({ phone, person, organisationId }, who) => {
    for (let n = 0; n < EACH; n += 1) {
      const key = `${run}-${String(who)}-${String(n)}`;
      const day = new Date(Date.now() + (20 + n) * 86_400_000).toISOString().slice(0, 10);
      const fields = {
        ...{ resourceId: cups?.id ?? '', organisationId, key, purpose: key },
        ...{ zone: 'Europe/Berlin', from: day, to: day, part: 'own', start: '10:00', end: '12:00' },
        quantity: '1',
      };
      const goTo = await send(phone, person, 'request-booking', fields);
      answered.push({ key, goTo });
      // a phone that did not hear the answer sends it once more
      if (n % 3 === 0) expect(await send(phone, person, 'request-booking', fields)).toBe(goTo);
    }
    left -= 1;
  });
  const killing = (async () => {
    for (let n = 1; n <= KILLS; n += 1) {
      const enough = Math.floor((n * ASKERS.length * EACH) / (KILLS + 1));
      await expect
        .poll(() => answered.length >= enough || left === 0, { timeout: 60_000 })
        .toBe(true);
      await killTheServer();
    }
  })();
  await Promise.all([...asking, killing]);

  const stands = await query<Act>(
    `select idempotency_key as key, '/de/bookings/' || id as "goTo" from public.bookings
     where idempotency_key like $1 order by 1`,
    [`${run}-%`],
  );
  expect(stands).toEqual(answered.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
  expect(stands).toHaveLength(ASKERS.length * EACH);

  // what has no key of its own is no different: called off twice, it is called off once
  const bookingId = stands[0]?.goTo.split('/').at(-1) ?? '';
  const [hers] = phones;
  if (!hers) throw new Error('nobody asked');
  const calledOff = { bookingId, note: run };
  await Promise.all([send(hers.phone, hers.person, 'cancel-booking', calledOff), killTheServer()]);
  await send(hers.phone, hers.person, 'cancel-booking', calledOff);
  expect(
    await query('select action from public.booking_log where booking_id = $1 and note = $2', [
      bookingId,
      run,
    ]),
  ).toEqual([{ action: 'cancelled' }]);
});
