import { describe, expect, it } from 'vitest';
import { sessionTokenIn } from './session-token';

const session = { access_token: 'ey.token.x', expires_at: 1_790_000_000, user: { name: 'Łucja' } };
const encoded = `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`;

describe('the token in the session cookies', () => {
  it('is read from one cookie among others', () => {
    expect(sessionTokenIn(`a=1; sb-demo-auth-token=${encoded}; NEXT_LOCALE=de`)).toEqual({
      token: 'ey.token.x',
      expiresAt: 1_790_000_000,
    });
  });

  it('is put together from its parts, in whatever order they come', () => {
    const parts = [encoded.slice(0, 30), encoded.slice(30, 60), encoded.slice(60)];
    const cookies = [2, 0, 1].map((n) => `sb-demo-auth-token.${n}=${parts[n] ?? ''}`).join('; ');
    expect(sessionTokenIn(cookies)?.token).toBe('ey.token.x');
  });

  it('is null where nobody is signed in, or the cookie is half', () => {
    expect(sessionTokenIn('')).toBeNull();
    expect(sessionTokenIn('NEXT_LOCALE=de; sb-demo-auth-token-code-verifier=x')).toBeNull();
    expect(sessionTokenIn(`sb-demo-auth-token=${encoded.slice(0, 40)}`)).toBeNull();
    expect(sessionTokenIn('sb-demo-auth-token=%E0%A4%A')).toBeNull();
  });
});
