import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { portsFrom } from '../../supabase/local/ports';
import { projectDir } from '../../supabase/local/migrate';
import { startStack, type Stack } from '../../supabase/local/stack';
import { addressOf, buildApp, pidFileOf, serveApp } from '../../scripts/session/built-app';
import { seed } from '../../supabase/seed/seed';

export interface WorldOptions {
  /** Folder under .local for data, logs and the mails; emptied first. */
  name: string;
  /** First of a row of ports; the app takes base + 9. */
  portBase: number;
  durable?: boolean;
  log?: (line: string) => void;
}

export interface World {
  stack: Stack;
  baseUrl: string;
  /** Holds the pid of the process that serves the app; who kills it sees it come back. */
  appPidFile: string;
  stop(): Promise<void>;
}

const JOBS_EVERY_MS = 1_000;

/** Where journeys let a push service of their own listen. */
export const pushPort = (portBase: number): number => portBase + 8;

/** Everything a journey needs, apart from a running demo: backend, demo data, built app, job ticker. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const log = options.log ?? (() => undefined);
  const stateDir = join(projectDir, '.local', options.name);
  rmSync(stateDir, { recursive: true, force: true });
  mkdirSync(stateDir, { recursive: true });
  const port = options.portBase + 9;
  const baseUrl = addressOf({ port });

  const stack = await startStack({
    stateDir: join(stateDir, 'supabase'),
    ports: portsFrom(options.portBase),
    siteUrl: baseUrl,
    durable: options.durable ?? false,
    log,
  });
  try {
    log('demo data …');
    await seed(stack.dbUrl, { apiUrl: stack.apiUrl, secretKey: stack.secretKey });
    log('building the app …');
    const app = {
      distDir: '.next-test',
      port,
      stateDir,
      backend: stack,
      env: {
        VAPID_PUBLIC_KEY: stack.vapid.publicKey,
        VAPID_PRIVATE_KEY: stack.vapid.privateKey,
        // journeys bring their own push service (e2e/support/push-service.ts)
        PUSH_LOCAL_ORIGIN: `http://127.0.0.1:${String(pushPort(options.portBase))}`,
      },
      log,
    };
    await buildApp(app);
    const serving = await serveApp(app);
    const ticker = tick(`${baseUrl}/api/jobs`, stack.secretKey);
    return {
      stack,
      baseUrl,
      appPidFile: pidFileOf(app),
      async stop() {
        clearInterval(ticker);
        await serving.stop(5_000);
        await stack.stop();
      },
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

function tick(url: string, secretKey: string): NodeJS.Timeout {
  return setInterval(() => {
    fetch(url, { method: 'POST', headers: { authorization: `Bearer ${secretKey}` } }).catch(
      () => undefined,
    );
  }, JOBS_EVERY_MS);
}
