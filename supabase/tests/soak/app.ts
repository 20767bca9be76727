import { existsSync, readFileSync } from 'node:fs';
import {
  addressOf,
  buildApp,
  isServing,
  pidFileOf,
  serveApp,
  type Backend,
} from '../../../scripts/session/built-app';
import type { Person } from '../support/people';

export interface WebServer {
  readonly url: string;
  /** `kill -9`; comes back by itself. */
  kill(): void;
  isWell(): Promise<boolean>;
  stop(): Promise<void>;
}

/** The app itself, built for this backend and served beside it. */
export async function openApp(
  stateDir: string,
  portBase: number,
  { apiUrl, publishableKey, secretKey }: Backend,
): Promise<WebServer> {
  const app = {
    distDir: '.next-soak',
    port: portBase + 9,
    stateDir,
    backend: { apiUrl, publishableKey, secretKey },
    log: () => undefined,
  };
  await buildApp(app);
  const serving = await serveApp(app);
  return {
    url: addressOf(app),
    kill() {
      if (!existsSync(pidFileOf(app))) return;
      process.kill(Number(readFileSync(pidFileOf(app), 'utf8')), 'SIGKILL');
    },
    isWell: () => isServing(app),
    stop: () => serving.stop(),
  };
}

/** A session as `@supabase/ssr` keeps it in a browser. */
export function sessionCookie(apiUrl: string, { id, email }: Person, token: string): string {
  const session = {
    access_token: token,
    refresh_token: 'none',
    token_type: 'bearer',
    expires_in: 86_400,
    expires_at: Math.floor(Date.now() / 1000) + 86_400,
    user: { id, email, aud: 'authenticated', role: 'authenticated' },
  };
  const name = `sb-${new URL(apiUrl).hostname.split('.')[0] ?? ''}-auth-token`;
  return `${name}=base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`;
}
