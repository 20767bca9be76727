import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  /** Passwords of the service roles; `postgres` keeps the Supabase CLI's well-known one. */
  passwords: Record<ServiceRole, string>;
};

export const serviceRoles = [
  'supabase_admin',
  'authenticator',
  'supabase_auth_admin',
  'supabase_storage_admin',
  'supabase_realtime_admin',
] as const;
export type ServiceRole = (typeof serviceRoles)[number];

const token = (bytes: number) => randomBytes(bytes).toString('base64url');

function create(): Secrets {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publishableKey: `sb_publishable_${token(24)}`,
    secretKey: `sb_secret_${token(24)}`,
    internalJwtSecret: token(48),
    signingKey: privateKey.export({ format: 'jwk' }),
    signingKeyId: token(12),
    passwords: Object.fromEntries(serviceRoles.map((role) => [role, token(24)])) as Record<
      ServiceRole,
      string
    >,
  };
}

export function loadSecrets(stateDir: string): Secrets {
  const file = join(stateDir, 'secrets.json');
  if (!existsSync(file)) {
    const secrets = create();
    mkdirSync(stateDir, { recursive: true, mode: 0o755 });
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    return secrets;
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch {
    throw new Problem(
      `The file ${file} is damaged: start over with -- --reset (this deletes the demo data).`,
    );
  }
}

export function dbUrl(role: ServiceRole | 'postgres', port: number, secrets: Secrets): string {
  const password = role === 'postgres' ? 'postgres' : secrets.passwords[role];
  return `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`;
}
