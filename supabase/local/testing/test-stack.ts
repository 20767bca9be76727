import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import ws from 'ws';
import { portsFrom } from '../ports';
import { startStack, type Stack, type StackOptions } from '../stack';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'allmende-stack-'));
  chmodSync(folder, 0o755); // why: run by root, the database is another user and must get in
  return folder;
}

/** A throw-away stack without the project's migrations: these tests are about the stack itself. */
export async function startTestStack(
  base: number,
  options: Partial<StackOptions> = {},
): Promise<{ stack: Stack; stateDir: string; end: () => Promise<void> }> {
  const stateDir = temporaryFolder();
  const stack = await startStack({
    stateDir,
    ports: portsFrom(base),
    migrate: false,
    durable: false,
    ...options,
  });
  return {
    stack,
    stateDir,
    async end() {
      await stack.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

export type Client = ReturnType<typeof client>;

const transport = ws as unknown as typeof WebSocket;

/** The unmodified client; Node 20 has no WebSocket of its own. */
export function client(
  stack: Stack,
  key = stack.publishableKey,
  observedFetch: typeof fetch = fetch,
) {
  return createClient(stack.apiUrl, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    // why: the tests' stacks take clients for dead much sooner than a real one
    realtime: { transport, heartbeatIntervalMs: 200 },
    global: { fetch: observedFetch },
  });
}

type Mailed = {
  messages: { ID: string; Subject: string; Created: string }[];
};

/** The code from the newest mail to an address, read the way any test against Mailpit would. */
export async function codeFor(stack: Stack, email: string): Promise<string> {
  const query = encodeURIComponent(`to:"${email}"`);
  const found = (await (
    await fetch(`${stack.inboxUrl}/api/v1/search?query=${query}`)
  ).json()) as Mailed;
  const newest = found.messages[0];
  if (!newest) throw new Error(`no mail to ${email}`);
  const response = await fetch(`${stack.inboxUrl}/api/v1/message/${newest.ID}`);
  const { Text } = (await response.json()) as { Text: string };
  const code = /\b(\d{6})\b/.exec(Text)?.[1];
  if (!code) throw new Error(`no code in the mail: ${Text}`);
  return code;
}

export async function signIn(stack: Stack, email: string): Promise<Client> {
  const supabase = client(stack);
  const asked = await supabase.auth.signInWithOtp({ email });
  if (asked.error) throw asked.error;
  const token = await codeFor(stack, email);
  const { error } = await supabase.auth.verifyOtp({ email, token, type: 'email' });
  if (error) throw error;
  return supabase;
}

export async function sql<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  try {
    return (await connection.query<Row>(text, values)).rows;
  } finally {
    await connection.end();
  }
}

/** Waits for a condition that another process brings about; fails with its name when it does not. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 15_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Timed out waiting until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
