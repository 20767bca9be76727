import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';

/**
 * A message that only one browser can read: RFC 8291 over aes128gcm (RFC 8188), one record.
 * The test walks through the example that the RFC prints.
 */

/** What a browser gives with its subscription, base64url. */
export type BrowserKeys = { p256dh: string; auth: string };

/** Chosen anew for each message; given only by the test. */
type Once = { salt: Buffer; sender: ECDH };

/** Push services take 4096 bytes; header, end mark and seal need 103 of them. */
export const MAX_MESSAGE_BYTES = 3_993;
const RECORD_BYTES = 4_096;
const LAST_RECORD = 2;

export function encryptFor({ p256dh, auth }: BrowserKeys, text: string, once = chance()): Buffer {
  const message = Buffer.from(text);
  if (message.length > MAX_MESSAGE_BYTES) throw new Error('the message is too long for a push');
  const { salt, sender } = once;
  const browser = Buffer.from(p256dh, 'base64url');
  const own = sender.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser, own]);
  const secret = derive(Buffer.from(auth, 'base64url'), sender.computeSecret(browser), info, 32);
  const key = derive(salt, secret, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(salt, secret, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const sealed = [cipher.update(message), cipher.update(Buffer.of(LAST_RECORD)), cipher.final()];
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_BYTES);
  head.writeUInt8(own.length, 4);
  return Buffer.concat([salt, head, own, ...sealed, cipher.getAuthTag()]);
}

function chance(): Once {
  const sender = createECDH('prime256v1');
  sender.generateKeys();
  return { salt: randomBytes(16), sender };
}

function derive(salt: Buffer, key: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, bytes));
}
