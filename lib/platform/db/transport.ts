import 'server-only';
import type { SupabaseClientOptions } from '@supabase/supabase-js';
import ws from 'ws';

type Transport = NonNullable<NonNullable<SupabaseClientOptions<'public'>['realtime']>['transport']>;

/**
 * Node 20 has no WebSocket of its own and supabase-js wants one at construction, even though the
 * server never opens a channel.
 *
 * why the cast: @types/ws describes its events stricter than the DOM's, which is what is asked for.
 */
export const ServerSocket = ws as unknown as Transport;
