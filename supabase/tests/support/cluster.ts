import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bootstrap } from '../../local/bootstrap/bootstrap';
import { LOCK, takeLock } from '../../local/lock';
import { migrate, projectDir } from '../../local/migrate';
import { assertPortsFree, portsFrom } from '../../local/ports';
import { startCluster } from '../../local/postgres/cluster';
import { Problem } from '../../local/problem';
import { dbUrl, loadSecrets } from '../../local/secrets';

export interface TestCluster {
  /** Superuser: makes and drops the databases of the test files. */
  adminUrl: string;
  /** What migrations run as, and what owns everything. */
  ownerUrl: string;
  /** What PostgREST connects as; every act of a person starts here. */
  authenticatorUrl: string;
  stop(): Promise<void>;
}

const silent = () => undefined;

/** PostgreSQL with our migrations and nothing else, on ports that neither a demo nor a second test run uses. */
export async function startTestCluster(): Promise<TestCluster> {
  for (let base = 25_400; base < 25_500; base += 10) {
    try {
      return await startOn(base);
    } catch (error) {
      // another test run lives there: the next one is free
      if (!(error instanceof Problem) || !/already running|is taken/.test(error.message))
        throw error;
    }
  }
  throw new Error('Ten test databases are running already: end one of them.');
}

async function startOn(base: number): Promise<TestCluster> {
  const ports = portsFrom(base);
  const stateDir = join(projectDir, '.local', 'tests', `database-${base}`);
  const lock = await takeLock(stateDir, silent);
  try {
    await assertPortsFree(ports);
    await rm(join(stateDir, 'postgres'), { recursive: true, force: true });
    await rm(join(stateDir, 'bootstrap.sha256'), { force: true });
    const secrets = loadSecrets(stateDir);
    const cluster = await startCluster({
      stateDir,
      port: ports.db,
      adminPassword: secrets.passwords.supabase_admin,
      durable: false,
      lock,
      log: silent,
    });
    try {
      await bootstrap(stateDir, ports.db, secrets);
      await migrate(dbUrl('postgres', ports.db, secrets));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return {
      adminUrl: dbUrl('supabase_admin', ports.db, secrets),
      ownerUrl: dbUrl('postgres', ports.db, secrets),
      authenticatorUrl: dbUrl('authenticator', ports.db, secrets),
      async stop() {
        await cluster.stop();
        // as long as the lock stands, the folder is ours
        for (const entry of await readdir(stateDir))
          if (entry !== LOCK) await rm(join(stateDir, entry), { recursive: true, force: true });
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
