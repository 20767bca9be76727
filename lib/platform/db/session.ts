import 'server-only';
import { createServerClient, type CookieOptions } from '@supabase/ssr';
import type { NextRequest } from 'next/server';
import { env } from '../env';
import { ServerSocket } from './transport';

/** Supabase keeps the session in cookies named sb-…-auth-token, in several parts when long. */
export function hasSessionCookie(names: string[]): boolean {
  return names.some((name) => /^sb-.+-auth-token(\.\d+)?$/.test(name));
}

type CookieChange = {
  name: string;
  value: string;
  options: CookieOptions;
};

/**
 * Renews an expiring session before the page renders, so that server components, which may not write
 * cookies, always find a fresh one. Returns what the browser has to be told.
 */
export async function renewSession(request: NextRequest): Promise<CookieChange[]> {
  if (!hasSessionCookie(request.cookies.getAll().map(({ name }) => name))) return [];
  const { NEXT_PUBLIC_SUPABASE_URL, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY } = env();
  const changes: CookieChange[] = [];
  const supabase = createServerClient(
    NEXT_PUBLIC_SUPABASE_URL,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      realtime: { transport: ServerSocket },
      cookies: {
        getAll: () => request.cookies.getAll(),
        setAll: (list) => {
          for (const { name, value, options } of list) {
            request.cookies.set(name, value);
            changes.push({ name, value, options });
          }
        },
      },
    },
  );
  // Reads the cookie and goes to the network only when the token is about to expire; whether it is
  // genuine is asked by getViewer and by the database.
  await supabase.auth.getSession();
  return changes;
}
