import 'server-only';
import { z } from 'zod';

/** Reads the demo's mail catcher, as a person would look into their mailbox. Never used elsewhere. */

const messageSchema = z.object({
  ID: z.string(),
  To: z.array(z.object({ Address: z.string() })),
  Subject: z.string(),
  Created: z.string(),
});
const listSchema = z.object({ messages: z.array(messageSchema) });
const textSchema = z.object({ Text: z.string() });

const TRIES = 30;
const PAUSE_MS = 100;

/** The six digits in the newest mail to this address that is not among `known`. */
export async function waitForCode(
  inbox: string,
  email: string,
  known: ReadonlySet<string>,
): Promise<string | null> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const fresh = (await mailsTo(inbox, email)).find(({ ID }) => !known.has(ID));
    if (fresh) {
      const { Text } = textSchema.parse(await getJson(inbox, `message/${fresh.ID}`));
      return /\b\d{6}\b/.exec(`${fresh.Subject}\n${Text}`)?.[0] ?? null;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return null;
}

/** Newest first. */
export async function mailsTo(inbox: string, email: string) {
  const { messages } = listSchema.parse(await getJson(inbox, 'messages?limit=100'));
  return messages
    .filter(({ To }) => To.some(({ Address }) => Address.toLowerCase() === email))
    .sort((a, b) => b.Created.localeCompare(a.Created));
}

async function getJson(inbox: string, path: string): Promise<unknown> {
  const response = await fetch(new URL(`/api/v1/${path}`, inbox), {
    cache: 'no-store',
    signal: AbortSignal.timeout(3_000),
  });
  if (!response.ok) throw new Error(`the demo's mail inbox answered ${String(response.status)}`);
  return response.json();
}
