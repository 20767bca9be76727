import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { serverDb } from '../db/server';
import { hasSessionCookie } from '../db/session';
import { toAppError } from '../errors';
import { toLocale, type Locale } from '../i18n/locales';
import { paths } from '../paths';

/** The person who is looking, as the screens need them. */
export type Viewer = { id: string; email: string; name: string; locale: Locale };

/** Null for a passer-by, without asking the network when no session cookie came along. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  if (!hasSessionCookie(jar.getAll().map(({ name }) => name))) return null;

  const db = await serverDb();
  const { data, error } = await db.auth.getClaims();
  // why: a backend that is away for a moment must not look like a session that is over.
  if (error && toAppError(error).code === 'NETWK') throw error;
  if (!data) return null;

  const id = data.claims.sub;
  const email = data.claims.email ?? '';
  const { data: profile, error: fault } = await db
    .from('profiles')
    .select('display_name, locale')
    .eq('id', id)
    .maybeSingle();
  if (fault && toAppError(fault).code === 'NETWK') throw new Error(fault.message, { cause: fault });
  return {
    id,
    email,
    name: profile?.display_name ?? email.split('@')[0] ?? '',
    locale: toLocale(profile?.locale),
  };
});

/** Sends a passer-by to sign-in and, from there, back to the page that was asked for. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  const here = await currentPath();
  redirect(paths.signIn(localeOf(here), here));
}

/** Path and query of the page, as proxy.ts saw it; in a server action, of the page it came from. */
export async function currentPath(): Promise<string> {
  return (await headers()).get('x-path') ?? '/';
}

export async function currentLocale(): Promise<Locale> {
  return localeOf(await currentPath());
}

function localeOf(path: string): Locale {
  return toLocale(path.split(/[/?#]/)[1]);
}
