import { z } from 'zod';
import { required } from './env';

const list = z.object({
  messages: z.array(
    z.object({
      ID: z.string(),
      Subject: z.string(),
      Created: z.string(),
      To: z.array(z.object({ Address: z.string() })),
    }),
  ),
});
const mail = z.object({ Text: z.string(), HTML: z.string(), Subject: z.string() });

export type Mail = z.infer<typeof mail>;

/** Waits for a mail to this address whose subject or text fits, newer than `since`. */
export async function waitForMail(
  to: string,
  fits: (mail: Mail) => boolean,
  since: Date,
): Promise<Mail> {
  const base = required('E2E_INBOX_URL');
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    const { messages } = list.parse(await (await fetch(`${base}/api/v1/messages`)).json());
    for (const { ID, To, Created } of messages) {
      if (!To.some(({ Address }) => Address === to) || new Date(Created) < since) continue;
      const found = mail.parse(await (await fetch(`${base}/api/v1/message/${ID}`)).json());
      if (fits(found)) return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no such mail to ${to} within 20 seconds`);
}
