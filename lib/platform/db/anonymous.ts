import 'server-only';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { env } from '../env';
import { ServerSocket } from './transport';
import type { Database } from './types.gen';

let client: SupabaseClient<Database> | undefined;

/** Reads as a passer-by: what is public, and therefore the same for everyone and cacheable. */
export function anonymousDb(): SupabaseClient<Database> {
  const { NEXT_PUBLIC_SUPABASE_URL, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY } = env();
  client ??= createClient<Database>(
    NEXT_PUBLIC_SUPABASE_URL,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      auth: { persistSession: false, autoRefreshToken: false },
      realtime: { transport: ServerSocket },
    },
  );
  return client;
}
