import 'server-only';
import { createServerClient } from '@supabase/ssr';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { env } from '../env';
import { LOCALE_COOKIE, toLocale } from '../i18n/locales';
import { ServerSocket } from './transport';
import type { Database } from './types.gen';

/** The data door of a request: acts as the person whose session is in the cookies, under RLS. */
export const serverDb = cache(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const { NEXT_PUBLIC_SUPABASE_URL, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY } = env();
  return createServerClient<Database>(
    NEXT_PUBLIC_SUPABASE_URL,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      realtime: { transport: ServerSocket },
      // what people wrote in several languages comes in the reader's (see reader_title)
      // why the cookie: files (a calendar entry, a table) have no language in their path
      global: {
        headers: {
          'x-locale': toLocale(head.get('x-locale') ?? jar.get(LOCALE_COOKIE)?.value),
        },
      },
      cookies: {
        getAll: () => jar.getAll(),
        setAll: (changes) => {
          try {
            for (const { name, value, options } of changes) jar.set(name, value, options);
          } catch {
            // why: a server component may not write cookies; proxy.ts has already renewed them.
          }
        },
      },
    },
  );
});

export type Db = Awaited<ReturnType<typeof serverDb>>;
