import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { portsFrom } from '../../supabase/local/ports';
import { projectDir } from '../../supabase/local/migrate';
import { startStack, type Stack } from '../../supabase/local/stack';
import { makeServiceWorker } from '../../scripts/service-worker/make';
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
  appPid: number;
  /** Ends the app and starts it again, as after a crash or an update. */
  restartApp(): Promise<void>;
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
  const appPort = options.portBase + 9;
  const baseUrl = `http://localhost:${appPort}`;

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
    const env = {
      ...process.env,
      NODE_ENV: 'production' as const,
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_DIST_DIR: '.next-test',
      NEXT_PUBLIC_SUPABASE_URL: stack.apiUrl,
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: stack.publishableKey,
      SUPABASE_SECRET_KEY: stack.secretKey,
      SITE_URL: baseUrl,
      SMTP_URL: stack.smtpUrl,
      DEMO_INBOX_URL: stack.inboxUrl,
      VAPID_PUBLIC_KEY: stack.vapid.publicKey,
      VAPID_PRIVATE_KEY: stack.vapid.privateKey,
      // journeys bring their own push service (e2e/support/push-service.ts)
      PUSH_LOCAL_ORIGIN: `http://127.0.0.1:${String(pushPort(options.portBase))}`,
    };
    log('building the app …');
    await finished(run(['build'], env, join(stateDir, 'build.log')), join(stateDir, 'build.log'));
    await makeServiceWorker('.next-test');

    const serve = () =>
      run(['start', '-p', String(appPort), '-H', 'localhost'], env, join(stateDir, 'app.log'));
    let app = serve();
    await answers(baseUrl, app, join(stateDir, 'app.log'));
    const ticker = tick(`${baseUrl}/api/jobs`, stack.secretKey);

    return {
      stack,
      baseUrl,
      get appPid() {
        return app.pid ?? 0;
      },
      async restartApp() {
        await end(app);
        app = serve();
        await answers(baseUrl, app, join(stateDir, 'app.log'));
      },
      async stop() {
        clearInterval(ticker);
        await end(app);
        await stack.stop();
      },
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

function run(args: string[], env: NodeJS.ProcessEnv, logFile: string): ChildProcess {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], {
    cwd: projectDir,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  return child;
}

async function finished(child: ChildProcess, logFile: string): Promise<void> {
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`next build failed, see ${logFile}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await closed;
  clearTimeout(force);
}

/** Waits until the app answers; a child that dies first is an error with the place of its log. */
async function answers(baseUrl: string, child: ChildProcess, logFile: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    if (child.exitCode !== null) throw new Error(`the app ended at once, see ${logFile}`);
    const response = await fetch(`${baseUrl}/api/health`).catch(() => undefined);
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error(`the app did not answer within a minute, see ${logFile}`);
}

function tick(url: string, secretKey: string): NodeJS.Timeout {
  return setInterval(() => {
    fetch(url, { method: 'POST', headers: { authorization: `Bearer ${secretKey}` } }).catch(
      () => undefined,
    );
  }, JOBS_EVERY_MS);
}
