import 'server-only';
import { z } from 'zod';
import { now } from '../../platform/clock';
import { adminDb } from '../../platform/db/admin';
import { rowsOf } from '../../platform/db/answer';
import { loadMessages } from '../../platform/i18n/messages';
import { log } from '../../platform/log';
import { pushConfig } from '../../platform/push/config';
import { sendPush, type PushOutcome } from '../../platform/push/send';
import { writeNotice } from '../model/push';
import { messageSchema, occasionOf } from './occasion';

const BATCH = 20;
const WORK_MS = 20_000;
const MAX_PUSHES = 200;

export type PushReport = { sent: number; failed: number; gone: number };

const pushSchema = messageSchema.extend({
  push_id: z.number(),
  kind: z.string(),
  endpoint: z.string(),
  p256dh: z.string(),
  auth: z.string(),
  person_id: z.string(),
});

/** Sends the pushes that are due; with no keys there are none. */
export async function deliverPushes(): Promise<PushReport> {
  const report: PushReport = { sent: 0, failed: 0, gone: 0 };
  if (!pushConfig()) return report;
  const start = now().getTime();
  const count = () => report.sent + report.failed + report.gone;
  while (count() < MAX_PUSHES && now().getTime() - start < WORK_MS) {
    const rows: unknown[] = rowsOf(await adminDb().rpc('claim_pushes', { p_limit: BATCH }));
    for (const status of await Promise.all(rows.map(deliver))) report[status] += 1;
    if (rows.length < BATCH) break;
  }
  return report;
}

async function deliver(row: unknown): Promise<PushOutcome['status']> {
  const push = pushSchema.parse(row);
  const outcome = await tryToSend(push, row);
  const { error: unfinished } = await adminDb().rpc('finish_push', {
    p_push_id: push.push_id,
    ...(outcome.status === 'gone' ? { p_is_gone: true } : {}),
    ...(outcome.status === 'failed' ? { p_error: outcome.error } : {}),
    ...(outcome.status === 'failed' && outcome.waitSeconds
      ? { p_wait_seconds: outcome.waitSeconds }
      : {}),
  });
  // The lease runs out and it is tried again; its tag lets the second take the place of the first.
  if (unfinished) log.error('a push could not be finished', new Error(unfinished.message));
  return outcome.status;
}

async function tryToSend(push: z.output<typeof pushSchema>, row: unknown): Promise<PushOutcome> {
  try {
    const occasion = occasionOf(push, row);
    const notice = writeNotice(occasion, push.person_id, await loadMessages(occasion.locale));
    const outcome = await sendPush(push, {
      text: JSON.stringify(notice),
      tag: notice.tag,
      isUrgent: push.kind !== 'tomorrow',
    });
    if (outcome.status === 'failed') log.warn('a push could not be sent', new Error(outcome.error));
    return outcome;
  } catch (error) {
    log.warn('a push could not be written', error);
    return { status: 'failed', error: error instanceof Error ? error.message : 'unknown' };
  }
}
