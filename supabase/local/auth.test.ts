import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hs256 } from './jwt';
import type { Stack } from './stack';
import { client, codeFor, signIn, sql, startTestStack } from './testing/test-stack';

let stack: Stack;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ stack, end } = await startTestStack(26010));
  await sql(
    stack.dbUrl,
    `create table public.notes (id int primary key, body text);
     alter table public.notes enable row level security;
     create policy select_own on public.notes for select to authenticated using (true);
     grant select on public.notes to authenticated;
     grant select, insert on public.notes to service_role;
     insert into public.notes values (1, 'hello')`,
  );
  await sql(stack.dbUrl, `notify pgrst, 'reload schema'`);
}, 60_000);
afterAll(() => end());

describe('signing in by e-mail code', () => {
  it('lets a new person in and keeps the data of the request', async () => {
    const supabase = client(stack);
    const email = 'Mira@verein.example';
    const asked = await supabase.auth.signInWithOtp({
      email,
      options: { data: { locale: 'en', name: 'Mira' } },
    });
    expect(asked.error).toBeNull();
    const token = await codeFor(stack, 'mira@verein.example');
    const { data, error } = await supabase.auth.verifyOtp({ email, token, type: 'email' });
    expect(error).toBeNull();
    expect(data.user?.email).toBe('mira@verein.example');
    expect(data.user?.user_metadata).toMatchObject({ locale: 'en', name: 'Mira' });
    expect(data.user?.email_confirmed_at).toBeTruthy();
    const { data: rows } = await supabase.from('notes').select();
    expect(rows).toEqual([{ id: 1, body: 'hello' }]);
  });

  it('lets the same person in again', async () => {
    const first = await signIn(stack, 'again@verein.example');
    const second = await signIn(stack, 'again@verein.example');
    const ids = [await first.auth.getUser(), await second.auth.getUser()].map(
      (r) => r.data.user?.id,
    );
    expect(ids[0]).toBeTruthy();
    expect(ids[1]).toBe(ids[0]);
  });

  it('does not confirm an address before its code was entered', async () => {
    await client(stack).auth.signInWithOtp({ email: 'unsure@verein.example' });
    const rows = await sql<{ email_confirmed_at: Date | null }>(
      stack.dbUrl,
      `select email_confirmed_at from auth.users where email = 'unsure@verein.example'`,
    );
    expect(rows).toEqual([{ email_confirmed_at: null }]);
  });

  it('makes no person when the app asks not to', async () => {
    const { error } = await client(stack).auth.signInWithOtp({
      email: 'stranger@verein.example',
      options: { shouldCreateUser: false },
    });
    expect(error?.code).toBe('otp_disabled');
  });

  it('takes a code once', async () => {
    const email = 'once@verein.example';
    await client(stack).auth.signInWithOtp({ email });
    const token = await codeFor(stack, email);
    expect((await client(stack).auth.verifyOtp({ email, token, type: 'email' })).error).toBeNull();
    const again = await client(stack).auth.verifyOtp({ email, token, type: 'email' });
    expect(again.error?.code).toBe('otp_expired');
  });

  it('follows the link of the mail by its token hash', async () => {
    const email = 'link@verein.example';
    await client(stack).auth.signInWithOtp({ email });
    const found = await fetch(`${stack.inboxUrl}/api/v1/message/latest`);
    const { Text } = (await found.json()) as { Text: string };
    const url = new URL(/https?:\/\/\S+/.exec(Text)?.[0] ?? '');
    expect(url.origin).toBe('http://localhost:3000');
    const token_hash = url.searchParams.get('token_hash') ?? '';
    const { data, error } = await client(stack).auth.verifyOtp({ token_hash, type: 'email' });
    expect(error).toBeNull();
    expect(data.user?.email).toBe(email);
  });

  it('burns a code after five wrong guesses, even for the right one', async () => {
    const email = 'guessed@verein.example';
    await client(stack).auth.signInWithOtp({ email });
    const right = await codeFor(stack, email);
    const wrong = right === '000000' ? '111111' : '000000';
    for (let guess = 1; guess <= 5; guess += 1) {
      const { error } = await client(stack).auth.verifyOtp({ email, token: wrong, type: 'email' });
      expect(error?.code).toBe('otp_expired');
    }
    const { error } = await client(stack).auth.verifyOtp({ email, token: right, type: 'email' });
    expect(error?.code).toBe('over_request_rate_limit');
    expect(await signIn(stack, email)).toBeTruthy();
  });

  it('refuses a code that is older than ten minutes', async () => {
    const email = 'late@verein.example';
    await client(stack).auth.signInWithOtp({ email });
    const token = await codeFor(stack, email);
    await sql(
      stack.dbUrl,
      `update auth.users set recovery_sent_at = now() - interval '601 seconds' where email = $1`,
      [email],
    );
    const { error } = await client(stack).auth.verifyOtp({ email, token, type: 'email' });
    expect(error?.code).toBe('otp_expired');
  });

  it.each([
    ['de', 'ist dein Code'],
    ['en', 'is your code'],
  ])('writes the mail in %s when asked to', async (locale, words) => {
    const email = `${locale}@verein.example`;
    await client(stack).auth.signInWithOtp({ email, options: { data: { locale } } });
    const found = await fetch(`${stack.inboxUrl}/api/v1/search?query=to:"${email}"`);
    const { messages } = (await found.json()) as { messages: { Subject: string }[] };
    expect(messages.map((m) => m.Subject)).toEqual([expect.stringContaining(words)]);
  });
});

describe('a session', () => {
  it('is verified by the app itself through the public key', async () => {
    const supabase = await signIn(stack, 'claims@verein.example');
    const asked: string[] = [];
    const observed = client(stack, stack.publishableKey, (input, init) => {
      asked.push(input instanceof Request ? input.url : input.toString());
      return fetch(input, init);
    });
    const { data: session } = await supabase.auth.getSession();
    const { data, error } = await observed.auth.getClaims(session.session?.access_token);
    expect(error).toBeNull();
    expect(data?.claims).toMatchObject({ role: 'authenticated', email: 'claims@verein.example' });
    expect(asked.map((url) => new URL(url).pathname)).toEqual(['/auth/v1/.well-known/jwks.json']);
  });

  it('is renewed with its refresh token', async () => {
    const supabase = await signIn(stack, 'refresh@verein.example');
    const before = (await supabase.auth.getSession()).data.session;
    const { data, error } = await supabase.auth.refreshSession();
    expect(error).toBeNull();
    expect(data.session?.refresh_token).not.toBe(before?.refresh_token);
    expect((await supabase.auth.getUser()).data.user?.email).toBe('refresh@verein.example');
    expect((await supabase.from('notes').select()).error).toBeNull();
  });

  it('ends with signing out', async () => {
    const supabase = await signIn(stack, 'leaves@verein.example');
    const session = (await supabase.auth.getSession()).data.session;
    expect((await supabase.auth.signOut()).error).toBeNull();
    const { error } = await client(stack).auth.refreshSession({
      refresh_token: session?.refresh_token ?? '',
    });
    expect(error?.code).toBe('refresh_token_not_found');
  });
});

describe('the keys', () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${stack.apiUrl}/rest/v1/notes`, { headers });

  it('are needed', async () => {
    const response = await ask({});
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ message: 'No API key found in request' });
  });

  it('are compared', async () => {
    const response = await ask({ apikey: 'sb_publishable_wrong' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ message: 'Invalid API key' });
  });

  it('make anon of the publishable and service_role of the secret one', async () => {
    const anon = await client(stack).from('notes').select();
    expect(anon.error?.code).toBe('42501');
    const service = await client(stack, stack.secretKey).from('notes').select();
    expect(service.data).toEqual([{ id: 1, body: 'hello' }]);
  });

  it('are refused from a browser when secret', async () => {
    const response = await ask({ apikey: stack.secretKey, 'user-agent': 'Mozilla/5.0 (X11)' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      message: 'Forbidden use of secret API key in browser',
    });
  });

  it.each([
    ['forged', () => hs256('a guess').sign({ role: 'service_role', exp: 4e9 }), 'PGRST301'],
    ['unsigned', () => 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.', 'PGRST301'],
    ['no', () => 'nonsense', 'PGRST301'],
  ])('do not help a %s token', async (_what, token, code) => {
    const response = await ask({
      apikey: stack.publishableKey,
      authorization: `Bearer ${token()}`,
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code });
  });

  it('answer a preflight for any site', async () => {
    const response = await fetch(`${stack.apiUrl}/rest/v1/notes`, {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'apikey,prefer', origin: 'http://a.example' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('apikey,prefer');
  });
});

describe('the data API', () => {
  it('counts with HEAD and pages with Range', async () => {
    const service = client(stack, stack.secretKey);
    const { count } = await service.from('notes').select('*', { count: 'exact', head: true });
    expect(count).toBe(1);
    const page = await service.from('notes').select('id', { count: 'exact' }).range(0, 0);
    expect(page.data).toEqual([{ id: 1 }]);
  });

  it('refuses a body of more than 10 MB', async () => {
    const response = await fetch(`${stack.apiUrl}/rest/v1/notes`, {
      method: 'POST',
      headers: { apikey: stack.secretKey, 'content-type': 'application/json' },
      body: JSON.stringify({ id: 2, body: 'x'.repeat(11_000_000) }),
    });
    expect(response.status).toBe(413);
  });
});
