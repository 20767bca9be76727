/** What the session cookies of the signed-in person say; `expiresAt` in seconds since 1970. */
export type SessionToken = { token: string; expiresAt: number };

const PART = /^sb-.+-auth-token(?:\.(\d+))?$/;
const BASE64 = 'base64-';

/**
 * The token in `document.cookie`, as @supabase/ssr writes it: `sb-…-auth-token` or, when long, its parts
 * `.0`, `.1` …; base64url of the session's JSON. Null where nobody is signed in.
 */
export function sessionTokenIn(cookies: string): SessionToken | null {
  const parts = cookies
    .split('; ')
    .map((cookie) => {
      const at = cookie.indexOf('=');
      return { part: PART.exec(cookie.slice(0, at)), value: cookie.slice(at + 1) };
    })
    .filter(({ part }) => part !== null)
    .sort((a, b) => Number(a.part?.[1] ?? 0) - Number(b.part?.[1] ?? 0));
  if (parts.length === 0) return null;
  try {
    const value = decodeURIComponent(parts.map((one) => one.value).join(''));
    const json = value.startsWith(BASE64) ? fromBase64Url(value.slice(BASE64.length)) : value;
    return toToken(JSON.parse(json));
  } catch {
    // half a cookie is no session; the server clears it with the next page
    return null;
  }
}

function toToken(session: unknown): SessionToken | null {
  if (typeof session !== 'object' || session === null) return null;
  if (!('access_token' in session) || !('expires_at' in session)) return null;
  const { access_token: token, expires_at: expiresAt } = session;
  return typeof token === 'string' && typeof expiresAt === 'number' ? { token, expiresAt } : null;
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
}
