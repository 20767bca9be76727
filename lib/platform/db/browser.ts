import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from './types.gen';

let client: Promise<SupabaseClient<Database>> | undefined;

/**
 * The door in the browser, for realtime and uploads. The library is fetched when first asked for, so
 * that no first view pays for it. Address and key come with the page (app/[locale]/layout.tsx), not
 * with the build.
 */
export function browserDb(): Promise<SupabaseClient<Database>> {
  client ??= open();
  return client;
}

async function open(): Promise<SupabaseClient<Database>> {
  const ssr = await import('@supabase/ssr');
  const { backend = '', key = '' } = document.documentElement.dataset;
  return ssr.createBrowserClient<Database>(backend, key);
}
