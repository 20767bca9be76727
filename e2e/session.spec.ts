import type { BrowserContext, Page } from '@playwright/test';
import { sessionTokenIn } from '../lib/platform/realtime/session-token';
import { expect, test } from './support/fixtures';
import { MEMBER } from './support/people';
import { signInWithCode } from './support/sign-in';

const PART = /auth-token(?:\.\d+)?$/;

async function parts(context: BrowserContext) {
  const cookies = (await context.cookies()).filter(({ name }) => PART.test(name));
  return cookies.sort((a, b) => a.name.localeCompare(b.name));
}

const inSeconds = (seconds: number) => Math.round(Date.now() / 1000) + seconds;

/** The browser believes that its session ends in half a minute. */
async function endSoon(context: BrowserContext): Promise<void> {
  const cookies = await parts(context);
  const text = cookies.map(({ value }) => value).join('');
  const session: unknown = JSON.parse(
    Buffer.from(text.replace('base64-', ''), 'base64url').toString(),
  );
  const ending = JSON.stringify({ ...(session as object), expires_at: inSeconds(30) });
  const value = `base64-${Buffer.from(ending).toString('base64url')}`;
  // as many digits as before, so the parts keep their lengths
  let at = 0;
  await context.addCookies(
    cookies.map((cookie) => {
      const part = value.slice(at, (at += cookie.value.length));
      return { ...cookie, value: part };
    }),
  );
}

async function endsAt(context: BrowserContext): Promise<number> {
  const cookies = await parts(context);
  const said = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return sessionTokenIn(said)?.expiresAt ?? 0;
}

/** Until the page asks for nothing more: what it still fetched would renew the session by the way. */
async function untilQuiet(page: Page): Promise<void> {
  let last = Date.now();
  const note = () => {
    last = Date.now();
  };
  page.on('request', note);
  await expect.poll(() => Date.now() - last, { timeout: 20_000 }).toBeGreaterThan(2_000);
  page.off('request', note);
}

test('a page that stays open lets the server renew its session before the socket needs it', async ({
  passerBy,
}) => {
  const page = await passerBy();
  await signInWithCode(page, MEMBER);
  const connected = page.waitForEvent('websocket');
  await page.goto('/de/bookings');
  await (await connected).waitForEvent('framesent');
  await untilQuiet(page);

  // the next beat of the open socket finds that it must be renewed
  const asked = page.waitForResponse((answer) => answer.request().method() === 'HEAD');
  await endSoon(page.context());
  expect((await asked).ok()).toBe(true);
  await expect.poll(() => endsAt(page.context())).toBeGreaterThan(inSeconds(600));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
