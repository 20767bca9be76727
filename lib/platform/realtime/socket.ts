import { RealtimeClient } from '@supabase/realtime-js';
import { now } from '../clock';
import { sessionTokenIn } from './session-token';

/** The server renews a session within 90 s of its end (auth-js); asked for a little later. */
const RENEW_WITHIN_S = 60;

let client: RealtimeClient | undefined;

/**
 * The one socket of this window. Only the realtime part of the platform's library: the whole of it is
 * four times as much to download and to run, and the browser needs nothing else. Address and key come
 * with the page (app/[locale]/layout.tsx), not with the build.
 */
export function realtime(): RealtimeClient {
  client ??= open();
  return client;
}

function open(): RealtimeClient {
  const { backend = '', key = '' } = document.documentElement.dataset;
  const url = new URL('realtime/v1', backend.endsWith('/') ? backend : `${backend}/`);
  url.protocol = url.protocol.replace('http', 'ws');
  return new RealtimeClient(url.href, {
    params: { apikey: key },
    // asked for at each heartbeat too, so that a page which stays open keeps its channels
    accessToken: async () => (await freshToken()) ?? key,
  });
}

/** Server and browser must not both renew a session, for each renewal ends the token before it: the server does. */
async function freshToken(): Promise<string | null> {
  const session = sessionTokenIn(document.cookie);
  if (!session) return null;
  if (session.expiresAt - now().getTime() / 1000 > RENEW_WITHIN_S) return session.token;
  // any page will do: proxy.ts renews what is about to end
  const locale = location.pathname.split('/')[1] ?? '';
  await fetch(`/${locale}/offline`, { method: 'HEAD' }).catch(() => null);
  return sessionTokenIn(document.cookie)?.token ?? session.token;
}
