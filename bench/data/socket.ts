import ws from 'ws';

/** For supabase-js, which wants one at construction: Node 20 has none of its own. */
export const SOCKET = ws as unknown as typeof WebSocket; // why the cast: @types/ws describes its events stricter
