import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { takeLock } from '../../supabase/local/lock';
import { projectDir } from '../../supabase/local/migrate';
import { defaultPorts, portsFrom } from '../../supabase/local/ports';
import { explain, Problem } from '../../supabase/local/problem';
import { loadSecrets } from '../../supabase/local/secrets';
import { startStack, type Stack, type StackOptions } from '../../supabase/local/stack';
import { writeEnvFile } from './env-file';
import type { Shutdown } from './shutdown';
import { step } from './steps';

export type SeedOptions = {
  apiUrl: string;
  secretKey: string;
  log: (line: string) => void;
};
type SeedModule = {
  seed: (dbUrl: string, options: SeedOptions) => Promise<void>;
};

/** The Supabase CLI's ports, or six in a row from a number of your own when those are taken. */
const base = Number(process.env.SUPABASE_PORT_BASE);
const ports = base ? portsFrom(base) : defaultPorts;

export const stateDirOf = (name: 'demo' | 'dev'): string => join(projectDir, '.local', name);

/** Deletes one state folder, and only if it is one: nothing else is ever removed. */
async function reset(stateDir: string): Promise<void> {
  if (!existsSync(stateDir)) return;
  const isOurs = ['secrets.json', 'stack.lock'].some((name) => existsSync(join(stateDir, name)));
  if (!isOurs && readdirSync(stateDir).length > 0) {
    throw new Problem(`${stateDir} does not look like ours: delete it yourself and start again.`);
  }
  (await takeLock(stateDir, console.log)).release();
  rmSync(stateDir, { recursive: true, force: true });
}

/** Keys exist before anything runs, so the app can be built while the backend starts. */
export async function prepareBackend(stateDir: string, wantsReset: boolean): Promise<void> {
  try {
    if (wantsReset) await step('Deleting the old data', () => reset(stateDir));
    else if (isHalfSeeded(stateDir)) {
      await step('Deleting demo data that was only half made', () => reset(stateDir));
    }
    const { publishableKey, secretKey } = loadSecrets(stateDir);
    writeEnvFile(join(projectDir, '.env.local'), {
      NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${ports.api}`,
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: publishableKey,
      SUPABASE_SECRET_KEY: secretKey,
    });
  } catch (error) {
    throw explain(error, stateDir);
  }
}

export async function startBackend(
  stateDir: string,
  shutdown: Shutdown,
  options: Partial<StackOptions> = {},
): Promise<Stack> {
  const starting = step('Starting the database and its services', () =>
    startStack({ stateDir, ports, log: console.log, ...options }),
  );
  shutdown.addStarting(starting);
  const stack = await starting;
  await seedOnce(stateDir, stack);
  return stack;
}

async function hasPools(dbUrl: string): Promise<boolean | undefined> {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      'select exists (select from public.pools) as found',
    );
    return rows[0]?.found;
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return undefined; // no such table yet
    throw error;
  } finally {
    await client.end();
  }
}

const marks = (stateDir: string) => ({
  begun: join(stateDir, 'seed-begun'),
  done: join(stateDir, 'seed-done'),
});

/** A seed that was interrupted: nobody has worked with that data yet, so it can simply go. */
const isHalfSeeded = (stateDir: string): boolean =>
  existsSync(marks(stateDir).begun) && !existsSync(marks(stateDir).done);

async function seedOnce(stateDir: string, stack: Stack): Promise<void> {
  const file = join(projectDir, 'supabase', 'seed', 'seed.ts');
  const { begun, done } = marks(stateDir);
  if ((await hasPools(stack.dbUrl)) !== false || !existsSync(file)) return;
  rmSync(done, { force: true });
  writeFileSync(begun, '');
  await step('Making the demo data', async () => {
    const { seed } = (await import(pathToFileURL(file).href)) as SeedModule;
    await seed(stack.dbUrl, {
      apiUrl: stack.apiUrl,
      secretKey: stack.secretKey,
      log: (line) => console.log(`    ${line}`),
    });
  });
  writeFileSync(done, '');
}
