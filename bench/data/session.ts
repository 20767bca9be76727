import { setTimeout as pause } from 'node:timers/promises';
import { createServerClient } from '@supabase/ssr';
import type { Hosted } from '../core/hosted';
import { SOCKET } from './socket';

export type Cookie = { name: string; value: string; url: string };

async function codeIn(world: Hosted, id: string): Promise<string | undefined> {
  const response = await fetch(`${world.inboxUrl}/api/v1/message/${id}`);
  const { Text } = (await response.json()) as { Text: string };
  return /\b(\d{6})\b/.exec(Text)?.[1];
}

async function codeFor(world: Hosted, email: string): Promise<string> {
  const query = encodeURIComponent(`to:"${email}"`);
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    const found = (await (
      await fetch(`${world.inboxUrl}/api/v1/search?query=${query}`)
    ).json()) as {
      messages: { ID: string }[];
    };
    const code = found.messages[0] && (await codeIn(world, found.messages[0].ID));
    if (code) return code;
    await pause(100);
  }
  throw new Error(`no code for ${email} within 15 seconds`);
}

/** Signs in by e-mail code, as anyone does, and answers with the cookies a browser would hold. */
export async function signIn(world: Hosted, email: string): Promise<Cookie[]> {
  const cookies = new Map<string, string>();
  const client = createServerClient(world.apiUrl, world.publishableKey, {
    realtime: { transport: SOCKET },
    cookies: {
      getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
      setAll: (list) => {
        for (const { name, value } of list) cookies.set(name, value);
      },
    },
  });
  const asked = await client.auth.signInWithOtp({ email });
  if (asked.error) throw asked.error;
  const token = await codeFor(world, email);
  const { error } = await client.auth.verifyOtp({ email, token, type: 'email' });
  if (error) throw error;
  await client.auth.stopAutoRefresh();
  return [...cookies]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value, url: world.baseUrl }));
}
