import { ResourceScreen } from './screens/resource';
import { query } from './support/database';
import { expect, test } from './support/fixtures';
import { enterCode, signInWithCode } from './support/sign-in';
import { MEMBER } from './support/people';
import { freeDay, onDay } from './support/states';

test('a session that ends while somebody types leads through sign-in and back, with every word', async ({
  passerBy,
}) => {
  const day = await freeDay('clubraum-senioren', 110);
  const page = await passerBy();
  await signInWithCode(page, MEMBER);
  const screen = new ResourceScreen(page);
  await screen.open(day.slug, onDay(day.day));
  await screen.fillPurpose('Mitten im Satz');
  await page.context().clearCookies();
  await screen.button().click();
  await page.waitForURL(/\/sign-in/);
  await enterCode(page, MEMBER);
  await expect(page).toHaveURL(new RegExp(day.slug));
  await expect(page.getByLabel(/^Wofür\?/)).toHaveValue('Mitten im Satz');
  const booking = await screen.ask();
  await booking.expectStatus('Angefragt');
});

test('a forged session is no session', async ({ passerBy }) => {
  const page = await passerBy();
  await signInWithCode(page, MEMBER);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page
    .context()
    .addCookies(
      cookies.map((cookie) =>
        cookie.name.includes('auth-token') ? { ...cookie, value: forge(cookie.value) } : cookie,
      ),
    );
  await page.goto('/de/bookings');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('the same form sent twice is one booking', async ({ phoneOf }) => {
  const day = await freeDay('clubraum-senioren', 120);
  const page = await phoneOf(MEMBER);
  const screen = new ResourceScreen(page);
  await screen.open(day.slug, onDay(day.day));
  await screen.fillPurpose('Doppelt gedrückt');
  await screen.button().dblclick();
  await page.waitForURL(/\/bookings\/[0-9a-f-]{36}/);
  const rows = await query(`select 1 from public.bookings where purpose = 'Doppelt gedrückt'`);
  expect(rows).toHaveLength(1);
});

test('the database restarts between two clicks, and the next click works or says what happened', async ({
  phoneOf,
}) => {
  const day = await freeDay('clubraum-senioren', 130);
  const page = await phoneOf(MEMBER);
  const screen = new ResourceScreen(page);
  await screen.open(day.slug, onDay(day.day));
  await screen.fillPurpose('Nach dem Neustart');
  // every connection is cut at once, as a restart does
  await query(
    `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = 'authenticator'`,
  );
  await screen.button().click();
  const arrived = page.waitForURL(/\/bookings\/[0-9a-f-]{36}/).then(() => true);
  const explained = screen
    .complaint()
    .first()
    .waitFor()
    .then(() => false);
  if (!(await Promise.any([arrived, explained]))) {
    await expect(page.getByLabel(/^Wofür\?/)).toHaveValue('Nach dem Neustart');
    await screen.ask();
  }
  const rows = await query(`select 1 from public.bookings where purpose = 'Nach dem Neustart'`);
  expect(rows).toHaveLength(1);
});

/** The session's JSON with another person's id in the token and the old signature. */
function forge(cookie: string): string {
  const session = JSON.parse(
    Buffer.from(cookie.replace(/^base64-/, ''), 'base64url').toString(),
  ) as { access_token: string };
  const [head, body = '', signature] = session.access_token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  claims.sub = '00000000-0000-4000-8000-00000000dead';
  const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const token = [head, forged, signature].join('.');
  return `base64-${Buffer.from(JSON.stringify({ ...session, access_token: token })).toString('base64url')}`;
}
