import 'server-only';
import { z } from 'zod';
import { now } from '../../platform/clock';
import { adminDb } from '../../platform/db/admin';
import { rowsOf } from '../../platform/db/answer';
import { loadMessages } from '../../platform/i18n/messages';
import { log } from '../../platform/log';
import { letterHtml, letterSubject, letterText } from '../../platform/mail/letter';
import { deliverMail } from '../../platform/mail/transport';
import { writeLetter } from '../model/mail';
import { messageSchema, occasionOf } from './occasion';

const BATCH = 10;
/** Ends well before any host's limit on a request; the rest is for the next call. */
const WORK_MS = 20_000;
const MAX_MAILS = 200;

const deliverySchema = messageSchema.extend({ delivery_id: z.number() });
type Delivery = z.output<typeof deliverySchema>;

/** Sends the mails that are due. */
export async function deliverMails(): Promise<{ sent: number; failed: number }> {
  const start = now().getTime();
  let sent = 0;
  let failed = 0;
  while (sent + failed < MAX_MAILS && now().getTime() - start < WORK_MS) {
    const rows: unknown[] = rowsOf(await adminDb().rpc('claim_deliveries', { p_limit: BATCH }));
    if (rows.length === 0) break;
    const results = await Promise.all(rows.map(deliver));
    for (const isSent of results) {
      if (isSent) sent += 1;
      else failed += 1;
    }
    if (rows.length < BATCH) break;
  }
  return { sent, failed };
}

async function deliver(row: unknown): Promise<boolean> {
  const delivery = deliverySchema.parse(row);
  const error = await tryToSend(delivery, row);
  const args = {
    p_delivery_id: delivery.delivery_id,
    ...(error === null ? {} : { p_error: error }),
  };
  const { error: unfinished } = await adminDb().rpc('finish_delivery', args);
  // The lease runs out and somebody tries again; a mail twice is better than none.
  if (unfinished) log.error('a delivery could not be finished', new Error(unfinished.message));
  return error === null;
}

async function tryToSend(delivery: Delivery, row: unknown): Promise<string | null> {
  try {
    const occasion = occasionOf(delivery, row);
    const letter = writeLetter(occasion, await loadMessages(occasion.locale));
    await deliverMail({
      to: delivery.email,
      name: delivery.display_name,
      subject: letterSubject(letter),
      text: letterText(letter),
      html: letterHtml(letter),
    });
    return null;
  } catch (error) {
    log.warn('a mail could not be sent', error);
    return error instanceof Error ? error.message : 'unknown';
  }
}
