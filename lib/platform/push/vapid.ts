import { createPrivateKey, sign } from 'node:crypto';

/** Says to a push service who is sending (RFC 8292), so that it can complain to somebody. */

/** As `web-push generate-vapid-keys` and scripts/vapid-keys.ts print them: base64url of the plain numbers. */
export type VapidKeys = { publicKey: string; privateKey: string };

const GOOD_FOR_SECONDS = 12 * 3_600;

/** The Authorization header for a message to this endpoint. `subject` is where to complain: https or mailto. */
export function vapidHeader(
  endpoint: string,
  { publicKey, privateKey }: VapidKeys,
  subject: string,
  at: Date,
): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(at.getTime() / 1_000) + GOOD_FOR_SECONDS,
    sub: subject,
  };
  const unsigned = `${packed({ typ: 'JWT', alg: 'ES256' })}.${packed(claims)}`;
  const point = Buffer.from(publicKey, 'base64url');
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
      d: privateKey,
    },
  });
  const signature = sign('sha256', Buffer.from(unsigned), { key, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${unsigned}.${signature.toString('base64url')}, k=${publicKey}`;
}

function packed(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
