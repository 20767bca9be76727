import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from '@/lib/platform/csp';
import { renewSession } from '@/lib/platform/db/session';
import { env } from '@/lib/platform/env';
import { isLocale, LOCALE_COOKIE, negotiateLocale, type Locale } from '@/lib/platform/i18n/locales';

/**
 * Locale, session renewal and the security policy. Never authorisation: that is the database's.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const segment = pathname.split('/')[1] ?? '';
  if (!isLocale(segment)) return toLocalised(request);

  const changes = await renewSession(request);
  const nonce = btoa(crypto.randomUUID());
  const { NEXT_PUBLIC_SUPABASE_URL, NODE_ENV } = env();
  const csp = contentSecurityPolicy(nonce, NEXT_PUBLIC_SUPABASE_URL, NODE_ENV === 'development');

  // Read after the renewal: it rewrites the request's cookies.
  const headers = new Headers(request.headers);
  headers.set('x-locale', segment);
  headers.set('x-path', pathname + withoutFlight(search));
  headers.set('content-security-policy', csp);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  for (const { name, value, options } of changes) response.cookies.set(name, value, options);
  rememberLocale(request, response, segment);
  return response;
}

/** `/ostviertel` → `/de/ostviertel`: the remembered language, else the browser's, else German. */
function toLocalised(request: NextRequest): NextResponse {
  const remembered = request.cookies.get(LOCALE_COOKIE)?.value;
  const locale = isLocale(remembered)
    ? remembered
    : negotiateLocale(request.headers.get('accept-language'));
  const url = request.nextUrl.clone();
  url.pathname = `/${locale}${url.pathname === '/' ? '' : url.pathname}`;
  const response = NextResponse.redirect(url);
  response.headers.set('vary', 'accept-language, cookie');
  return response;
}

// why only then: a cookie on every response would keep any cache from storing one.
function rememberLocale(request: NextRequest, response: NextResponse, locale: Locale): void {
  if (request.cookies.get(LOCALE_COOKIE)?.value === locale) return;
  response.cookies.set(LOCALE_COOKIE, locale, {
    path: '/',
    maxAge: 31_536_000,
    sameSite: 'lax',
  });
}

// why: `_rsc` is Next's own cache key and does not belong into an address a person returns to.
function withoutFlight(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('_rsc');
  const rest = params.toString();
  return rest ? `?${rest}` : '';
}

export const config = {
  // Everything but the API, Next's own files and what lies in public/.
  matcher: ['/((?!api/|_next/|icons/|pictures/|[^/]+\\.[a-z0-9]+$).*)'],
};
