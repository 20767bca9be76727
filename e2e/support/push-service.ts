import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { Page } from '@playwright/test';
import type { PushNotice } from '@/lib/platform/pwa/notice';
import { required } from './env';

/**
 * A push service of our own, since a browser without a screen reaches none: it takes what the app sends, checks
 * who signed it and reads it with the keys of the phone. Written from the standards (RFC 8188, 8291, 8292), and
 * not from the app's own code.
 */

type Arrived = { path: string; headers: IncomingHttpHeaders; body: Buffer };

export class PushService {
  /** What it answers from now on. */
  status = 201;
  private readonly arrived: Arrived[] = [];
  private readonly server = createServer((request, response) => {
    void read(request).then((body) => {
      this.arrived.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(this.status).end();
    });
  });

  /** Where the app allows one (PUSH_LOCAL_ORIGIN, see e2e/support/world.ts). */
  readonly origin = `http://127.0.0.1:${String(Number(new URL(required('E2E_BASE_URL')).port) - 1)}`;

  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(Number(new URL(this.origin).port), '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** How often something was sent to this phone, read or not. */
  count(phone: Phone): number {
    return this.arrived.filter(({ path }) => path === phone.path).length;
  }

  /** The next message to this phone, verified and decrypted. */
  async next(phone: Phone, vapidKey: string): Promise<PushNotice> {
    for (const until = Date.now() + 20_000; Date.now() < until;) {
      const at = this.arrived.findIndex(({ path }) => path === phone.path);
      const [found] = at < 0 ? [] : this.arrived.splice(at, 1);
      if (found) {
        checkSender(found.headers, this.origin, vapidKey);
        return JSON.parse(phone.decrypt(found.body)) as PushNotice;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('nothing was pushed within 20 seconds');
  }
}

/** The secrets of one browser's subscription. */
export class Phone {
  private readonly own = createECDH('prime256v1');
  private readonly auth = randomBytes(16);
  readonly path = `/send/${randomBytes(8).toString('hex')}`;

  constructor(private readonly service: PushService) {
    this.own.generateKeys();
  }

  /** As a browser would write it. */
  get subscription() {
    return {
      endpoint: this.service.origin + this.path,
      keys: {
        p256dh: this.own.getPublicKey('base64url'),
        auth: this.auth.toString('base64url'),
      },
    };
  }

  /** Lets a page believe that its browser subscribed here: without a push service Chromium cannot. */
  async lendTo(page: Page): Promise<void> {
    await page.addInitScript((given) => {
      const mark = 'e2e-subscribed';
      const one = {
        ...given,
        options: { applicationServerKey: null, userVisibleOnly: true },
        toJSON: () => given,
        unsubscribe: async () => {
          localStorage.removeItem(mark);
          return true;
        },
      };
      Object.assign(PushManager.prototype, {
        getSubscription: async () => (localStorage.getItem(mark) ? one : null),
        subscribe: async () => {
          localStorage.setItem(mark, '1');
          return one;
        },
      });
    }, this.subscription);
  }

  decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const keyLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + keyLength);
    const record = body.subarray(21 + keyLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.own.getPublicKey(), sender]);
    const secret = Buffer.from(
      hkdfSync('sha256', this.own.computeSecret(sender), this.auth, info, 32),
    );
    const derive = (what: string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${what}\0`, bytes));
    const open = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    open.setAuthTag(record.subarray(-16));
    const plain = Buffer.concat([open.update(record.subarray(0, -16)), open.final()]);
    return plain.subarray(0, plain.lastIndexOf(2)).toString();
  }
}

function checkSender(headers: IncomingHttpHeaders, audience: string, vapidKey: string): void {
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
  if (key !== vapidKey) throw new Error('signed with another key than the browser was given');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((n) => n.toString('base64url'));
  const publicKey = createPublicKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' },
  });
  const isValid = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isValid) throw new Error('the signature is wrong');
  const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    aud: string;
    exp: number;
  };
  const seconds = exp - Date.now() / 1_000;
  if (aud !== audience || seconds < 0 || seconds > 86_400) throw new Error('signed for elsewhere');
  if (headers['content-encoding'] !== 'aes128gcm' || !(Number(headers.ttl) > 0)) {
    throw new Error('the headers of RFC 8030 are missing');
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
