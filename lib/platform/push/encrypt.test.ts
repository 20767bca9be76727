import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, isPushEndpoint, publicLookup } from './address';
import { deviceName } from './device-name';
import { encryptFor, MAX_MESSAGE_BYTES } from './encrypt';
import { vapidHeader } from './vapid';

describe('a message to a browser', () => {
  // RFC 8291, section 5 and appendix A
  const example = {
    text: 'When I grow up, I want to be a watermelon',
    p256dh:
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    senderPrivate: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
    salt: 'DGv6ra1nlYgDCS1FRnbzlw',
    body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  };

  it('is the one that the standard prints, to the byte', () => {
    const sender = createECDH('prime256v1');
    sender.setPrivateKey(Buffer.from(example.senderPrivate, 'base64url'));
    const once = { salt: Buffer.from(example.salt, 'base64url'), sender };
    expect(encryptFor(example, example.text, once).toString('base64url')).toBe(example.body);
  });

  it('can be read by that browser, in any script, and never looks the same twice', () => {
    const browser = createECDH('prime256v1');
    browser.generateKeys();
    const auth = Buffer.alloc(16, 7);
    const keys = {
      p256dh: browser.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
    };
    const text = 'جهاز عرض · проектор · Bierbänke 🎪';
    const body = encryptFor(keys, text);
    expect(body.equals(encryptFor(keys, text))).toBe(false);
    const [salt, sender] = [body.subarray(0, 16), body.subarray(21, 86)];
    const derive = (s: Buffer, k: Buffer, info: Buffer, n: number) =>
      Buffer.from(hkdfSync('sha256', k, s, info, n));
    const secret = derive(
      auth,
      browser.computeSecret(sender),
      Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]),
      32,
    );
    const open = createDecipheriv(
      'aes-128-gcm',
      derive(salt, secret, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
      derive(salt, secret, Buffer.from('Content-Encoding: nonce\0'), 12),
    );
    open.setAuthTag(body.subarray(-16));
    const plain = Buffer.concat([open.update(body.subarray(86, -16)), open.final()]);
    expect(plain.subarray(0, -1).toString()).toBe(text);
    expect(plain.at(-1)).toBe(2);
  });

  it('is refused before it is sent when no push service would take it', () => {
    expect(encryptFor(example, 'x'.repeat(MAX_MESSAGE_BYTES))).toHaveLength(4_096);
    expect(() => encryptFor(example, 'x'.repeat(MAX_MESSAGE_BYTES + 1))).toThrow(/too long/);
  });
});

describe('the signature of the sender', () => {
  it('names the push service and the one to complain to, and stands up to its public key', () => {
    const owner = createECDH('prime256v1');
    owner.generateKeys();
    const publicKey = owner.getPublicKey('base64url');
    const privateKey = owner.getPrivateKey('base64url');
    const at = new Date('2027-05-01T12:00:00Z');
    const header = vapidHeader(
      'https://push.example.org:444/abc',
      { publicKey, privateKey },
      'mailto:it@example.org',
      at,
    );
    const [, head = '', claims = '', signature = '', key] =
      /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? [];
    expect(key).toBe(publicKey);
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(head)).toEqual({ typ: 'JWT', alg: 'ES256' });
    expect(read(claims)).toEqual({
      aud: 'https://push.example.org:444',
      exp: at.getTime() / 1000 + 12 * 3600,
      sub: 'mailto:it@example.org',
    });
    const point = owner.getPublicKey();
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const isValid = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ format: 'jwk', key: jwk }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(isValid).toBe(true);
  });
});

describe('an address that somebody hands in', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.178.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
  ])('%s is not one of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2a00:1450:4001:80e::200a'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'http://push.example.org/x',
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://push/x',
    'https://a:b@push.example.org/x',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is no push service', (endpoint) => {
    expect(isPushEndpoint(endpoint, undefined)).toBe(false);
  });

  it('may be on this machine only where the environment says so', () => {
    expect(isPushEndpoint('http://127.0.0.1:9/x', undefined)).toBe(false);
    expect(isPushEndpoint('http://127.0.0.1:9/x', 'http://127.0.0.1:9')).toBe(true);
    expect(isPushEndpoint('http://127.0.0.1:80/x', 'http://127.0.0.1:9')).toBe(false);
    expect(isPushEndpoint('https://fcm.googleapis.com/fcm/send/x', undefined)).toBe(true);
  });

  it('is refused when its name leads into our own house', async () => {
    const refusal = await new Promise((resolve) => {
      publicLookup('localhost', {}, resolve);
    });
    expect(String(refusal)).toMatch(/not a public address/);
  });
});

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 6) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0',
      'Firefox, Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115.0 Mobile Safari/537.36',
      'Samsung Internet, Android',
    ],
    ['', 'Browser'],
  ])('“%s” is called %s', (agent, name) => {
    expect(deviceName(agent)).toBe(name);
  });
});
