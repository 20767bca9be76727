import { createECDH, generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from './problem';

/** Made once per state folder and kept, so that sessions and `.env.local` outlive a restart. */
export type Secrets = {
  publishableKey: string;
  secretKey: string;
  /** HS256, between gateway, PostgREST, auth and storage only. */
  internalJwtSecret: string;
  /** ES256, what people's tokens are signed with. */
  signingKey: JsonWebKey;
  signingKeyId: string;
  /** Sign what is pushed to phones; new ones would cost every phone its subscription. */
  vapid: VapidKeys;
  /** Passwords of the service roles; `postgres` keeps the Supabase CLI's well-known one. */
  passwords: Record<ServiceRole, string>;
};

export type VapidKeys = { publicKey: string; privateKey: string };

export const serviceRoles = [
  'supabase_admin',
  'authenticator',
  'supabase_auth_admin',
  'supabase_storage_admin',
  'supabase_realtime_admin',
] as const;
export type ServiceRole = (typeof serviceRoles)[number];

const token = (bytes: number) => randomBytes(bytes).toString('base64url');

export function makeVapidKeys(): VapidKeys {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  // why padded: a number may begin with a zero byte, which is left out
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return {
    publicKey: pair.getPublicKey('base64url'),
    privateKey: privateKey.toString('base64url'),
  };
}

function create(): Secrets {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publishableKey: `sb_publishable_${token(24)}`,
    secretKey: `sb_secret_${token(24)}`,
    internalJwtSecret: token(48),
    signingKey: privateKey.export({ format: 'jwk' }),
    signingKeyId: token(12),
    vapid: makeVapidKeys(),
    passwords: Object.fromEntries(serviceRoles.map((role) => [role, token(24)])) as Record<
      ServiceRole,
      string
    >,
  };
}

export function loadSecrets(stateDir: string): Secrets {
  const file = join(stateDir, 'secrets.json');
  if (!existsSync(file)) return save(file, create());
  try {
    const known = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets> &
      Omit<Secrets, 'vapid'>;
    // a folder from before there was push
    return known.vapid
      ? { ...known, vapid: known.vapid }
      : save(file, { ...known, vapid: makeVapidKeys() });
  } catch {
    throw new Problem(
      `The file ${file} is damaged: start over with -- --reset (this deletes the demo data).`,
    );
  }
}

function save(file: string, secrets: Secrets): Secrets {
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

export function dbUrl(role: ServiceRole | 'postgres', port: number, secrets: Secrets): string {
  const password = role === 'postgres' ? 'postgres' : secrets.passwords[role];
  return `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`;
}
