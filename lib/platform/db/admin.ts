import 'server-only';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { env } from '../env';
import { ServerSocket } from './transport';
import type { Database } from './types.gen';

let client: SupabaseClient<Database> | undefined;

/** Past RLS, with the secret key: for jobs and mail only, never to answer a person's request. */
export function adminDb(): SupabaseClient<Database> {
  const { NEXT_PUBLIC_SUPABASE_URL, SUPABASE_SECRET_KEY } = env();
  client ??= createClient<Database>(NEXT_PUBLIC_SUPABASE_URL, SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: ServerSocket },
  });
  return client;
}
