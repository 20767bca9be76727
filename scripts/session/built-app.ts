import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { supervise, type Child } from '../../supabase/local/child';
import { projectDir } from '../../supabase/local/migrate';
import { finishBuild } from '../after-build/finish';
import { nextBin } from './build';

/** The app built for one backend, apart from a running demo: a build folder and a port of its own. */
export interface BuiltApp {
  /** Build folder, `.next-…`. */
  distDir: string;
  port: number;
  /** For its log, and for `app.pid`: the process that serves just now. */
  stateDir: string;
  backend: Backend;
  /** Further variables of its environment. */
  env?: Record<string, string>;
  log: (line: string) => void;
}

export interface Backend {
  apiUrl: string;
  publishableKey: string;
  secretKey: string;
  smtpUrl?: string;
  inboxUrl?: string;
}

export const addressOf = ({ port }: Pick<BuiltApp, 'port'>): string => `http://localhost:${port}`;
export const pidFileOf = ({ stateDir }: Pick<BuiltApp, 'stateDir'>): string =>
  join(stateDir, 'app.pid');

function environment(app: BuiltApp): NodeJS.ProcessEnv {
  const { apiUrl, publishableKey, secretKey, smtpUrl, inboxUrl } = app.backend;
  return {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_DIST_DIR: app.distDir,
    NEXT_PUBLIC_SUPABASE_URL: apiUrl,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: publishableKey,
    SUPABASE_SECRET_KEY: secretKey,
    SITE_URL: addressOf(app),
    ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
    ...(inboxUrl ? { DEMO_INBOX_URL: inboxUrl } : {}),
    ...app.env,
  };
}

const next = (app: BuiltApp, args: string[]) =>
  spawn(process.execPath, [nextBin(), ...args], {
    cwd: projectDir,
    env: environment(app),
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Builds it; what the build says stands in `build.log`. */
export async function buildApp(app: BuiltApp): Promise<void> {
  const logFile = join(app.stateDir, 'build.log');
  const file = createWriteStream(logFile);
  const child = next(app, ['build']);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const [code] = (await once(child, 'close')) as [number | null];
  file.end();
  if (code !== 0) throw new Error(`next build failed, see ${logFile}`);
  await finishBuild(app.distDir);
}

/** Serves it, and serves it again should it die. */
export function serveApp(app: BuiltApp): Promise<Child> {
  return supervise({
    name: 'app',
    stateDir: app.stateDir,
    log: app.log,
    onPid: (_, pid) => {
      if (pid === undefined) rmSync(pidFileOf(app), { force: true });
      else writeFileSync(pidFileOf(app), String(pid));
    },
    spawn: () => next(app, ['start', '-p', String(app.port), '-H', 'localhost']),
    ready: async (child) => {
      while (child.exitCode === null && !(await isServing(app)))
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
  });
}

export async function isServing(app: Pick<BuiltApp, 'port'>): Promise<boolean> {
  const response = await fetch(`${addressOf(app)}/api/health`, {
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined);
  return response?.ok ?? false;
}
