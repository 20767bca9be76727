import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { JwtError, type Claims, type Signer } from '../jwt';

/** Who asks, and the token that tells it to the services behind the gateway. */
export type Identity = {
  role: string;
  claims: Claims;
  /** HS256 and only valid inside; never sent to a client. */
  internalToken: string;
  /** True when a person's own token was given, not just a key. */
  isUser: boolean;
};

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
  ) {
    super(String(body.message));
  }
}

export type IdentityOptions = {
  publishableKey: string;
  secretKey: string;
  outer: Signer;
  inner: Signer;
};

const KEY_TOKEN_LIFE = 3600;
const CACHE_SIZE = 5000;

const digest = (text: string) => createHash('sha256').update(text).digest();
const now = () => Math.floor(Date.now() / 1000);
const isBrowser = (agent: string | undefined) => /^mozilla\//i.test(agent ?? '');

export class Identities {
  private readonly keys: { hash: Buffer; role: 'anon' | 'service_role' }[];
  private readonly roleTokens = new Map<string, Identity>();
  private readonly users = new Map<string, Identity>();

  constructor(private readonly options: IdentityOptions) {
    this.keys = [
      { hash: digest(options.publishableKey), role: 'anon' },
      { hash: digest(options.secretKey), role: 'service_role' },
    ];
  }

  /** The role an API key stands for; throws when there is none, as the hosted gateway does. */
  key(apikey: string | undefined, agent: string | undefined): 'anon' | 'service_role' {
    if (!apikey) {
      throw new Refusal(401, {
        message: 'No API key found in request',
        hint: 'No `apikey` request header or url param was found.',
      });
    }
    const hash = digest(apikey);
    const found = this.keys.find((key) => timingSafeEqual(key.hash, hash));
    if (!found) {
      throw new Refusal(401, {
        message: 'Invalid API key',
        hint: 'Double check your Supabase `publishable` or `secret` API key.',
      });
    }
    if (found.role === 'service_role' && isBrowser(agent)) {
      throw new Refusal(401, {
        message: 'Forbidden use of secret API key in browser',
        hint: 'Secret API keys can only be used in a protected environment and should never be used in a browser.',
      });
    }
    return found.role;
  }

  /** The tokens a key stands for are made by us and renewed well before they end. */
  forRole(role: 'anon' | 'service_role'): Identity {
    const cached = this.roleTokens.get(role);
    if (cached && cached.claims.exp > now() + 300) return cached;
    const claims: Claims = { role, iss: 'allmende-gateway', exp: now() + KEY_TOKEN_LIFE };
    const internalToken = this.options.inner.sign(claims);
    const identity = { role, claims, internalToken, isUser: false };
    this.roleTokens.set(role, identity);
    return identity;
  }

  /** Checks a person's token (throws JwtError) and translates it; both are remembered until it ends. */
  forToken(token: string): Identity {
    const cached = this.users.get(token);
    if (cached) {
      if (cached.claims.exp > now()) return cached;
      this.users.delete(token);
      throw new JwtError('expired', 'The token has expired');
    }
    const claims = this.options.outer.verify(token);
    const internalToken = this.options.inner.sign(claims);
    const identity = { role: claims.role, claims, internalToken, isUser: true };
    if (this.users.size >= CACHE_SIZE) {
      const oldest = this.users.keys().next();
      if (!oldest.done) this.users.delete(oldest.value);
    }
    this.users.set(token, identity);
    return identity;
  }

  /** A key is required; a token beside it decides the role. supabase-js repeats the key as bearer. */
  resolve(headers: IncomingHttpHeaders, keyInUrl: string | null): Identity {
    const apikey = one(headers.apikey) ?? keyInUrl ?? undefined;
    const role = this.key(apikey, headers['user-agent']);
    const bearer = bearerOf(headers);
    if (!bearer || bearer === apikey) return this.forRole(role);
    if (bearer.startsWith('sb_')) return this.forRole(this.key(bearer, headers['user-agent']));
    return this.forToken(bearer);
  }
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1]?.trim();
}
