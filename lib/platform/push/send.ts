import 'server-only';
import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { now } from '../clock';
import { isPushEndpoint, publicLookup } from './address';
import { pushConfig } from './config';
import { encryptFor, type BrowserKeys } from './encrypt';
import { vapidHeader } from './vapid';

export type PushTarget = BrowserKeys & { endpoint: string };
export type PushMessage = {
  text: string;
  /** What is about the same thing takes the place of what the phone has not fetched yet. */
  tag: string;
  isUrgent: boolean;
};
export type PushOutcome =
  | { status: 'sent' }
  /** There is no such device any more. */
  | { status: 'gone' }
  | { status: 'failed'; error: string; waitSeconds?: number };

/** News of yesterday help nobody: the push service drops what the phone did not fetch until then. */
const KEPT_SECONDS = 12 * 3_600;
const PATIENCE_MS = 10_000;

/** Hands one message to the push service of one browser. Never throws. */
export async function sendPush(target: PushTarget, message: PushMessage): Promise<PushOutcome> {
  const config = pushConfig();
  if (!config) return { status: 'failed', error: 'push is off' };
  const { keys, subject, localOrigin } = config;
  if (!isPushEndpoint(target.endpoint, localOrigin)) return { status: 'gone' };
  try {
    const body = encryptFor(target, message.text);
    return await post(target.endpoint, body, localOrigin, {
      authorization: vapidHeader(target.endpoint, keys, subject, now()),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      'content-length': String(body.length),
      ttl: String(KEPT_SECONDS),
      urgency: message.isUrgent ? 'high' : 'normal',
      topic: createHash('sha256').update(message.tag).digest('base64url').slice(0, 32),
    });
  } catch (error) {
    return { status: 'failed', error: error instanceof Error ? error.message : 'unknown' };
  }
}

/** Follows no redirect and reads no answer: the status says it all. */
function post(
  endpoint: string,
  body: Buffer,
  localOrigin: string | undefined,
  headers: Record<string, string>,
): Promise<PushOutcome> {
  const isLocal = new URL(endpoint).origin === localOrigin;
  const open = endpoint.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sending = open(
      endpoint,
      {
        method: 'POST',
        headers,
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(isLocal ? {} : { lookup: publicLookup }),
      },
      (response) => {
        const { statusCode = 0, headers: said } = response;
        response.destroy();
        resolve(outcomeOf(statusCode, said['retry-after']));
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

export function outcomeOf(status: number, retryAfter: string | undefined): PushOutcome {
  if (status >= 200 && status < 300) return { status: 'sent' };
  if (status === 404 || status === 410) return { status: 'gone' };
  const waitSeconds = Number(retryAfter);
  return {
    status: 'failed',
    error: `the push service answered ${String(status)}`,
    ...(waitSeconds > 0 ? { waitSeconds: Math.ceil(waitSeconds) } : {}),
  };
}
