import type { Claims, Signer } from '../jwt';

type SessionBody = {
  access_token?: string;
  user?: { app_metadata?: unknown; user_metadata?: unknown; phone?: string };
};

/**
 * lite signs with a shared secret. People get a token signed with our private key instead, so that
 * the app verifies it by itself (JWKS, no request) and the shared secret stays inside.
 */
export class TokenTranslator {
  constructor(
    private readonly inner: Signer,
    private readonly outer: Signer,
    private readonly issuer: string,
  ) {}

  private outward(token: string, user: SessionBody['user']): string {
    const claims = this.inner.verify(token);
    const now = Math.floor(Date.now() / 1000);
    const complete: Claims = {
      iss: this.issuer,
      iat: now,
      aal: 'aal1',
      amr: [{ method: 'otp', timestamp: now }],
      phone: user?.phone ?? '',
      is_anonymous: false,
      app_metadata: user?.app_metadata ?? {},
      user_metadata: user?.user_metadata ?? {},
      ...claims,
    };
    return this.outer.sign(complete);
  }

  /** Changes the token in the JSON of a session; leaves every other answer as it is. */
  body(text: string): string {
    let parsed: SessionBody | null;
    try {
      parsed = JSON.parse(text) as SessionBody | null;
    } catch {
      return text;
    }
    if (typeof parsed?.access_token !== 'string') return text;
    return JSON.stringify({
      ...parsed,
      access_token: this.outward(parsed.access_token, parsed.user),
    });
  }

  /** The same for the redirect of a followed link, which carries the session in its fragment. */
  location(location: string): string {
    const [page, fragment] = location.split('#');
    const values = new URLSearchParams(fragment ?? '');
    const token = values.get('access_token');
    if (!token) return location;
    values.set('access_token', this.outward(token, undefined));
    return `${page}#${values.toString()}`;
  }
}
