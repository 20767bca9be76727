import { mkdirSync } from 'node:fs';
import { bootstrap } from '../../supabase/local/bootstrap/bootstrap';
import { takeLock } from '../../supabase/local/lock';
import { migrate } from '../../supabase/local/migrate';
import { assertPortsFree, portsFrom } from '../../supabase/local/ports';
import { startCluster } from '../../supabase/local/postgres/cluster';
import { dbUrl, loadSecrets } from '../../supabase/local/secrets';
import type { Bench } from './bench';

/** A database and nothing around it. */
export type Database = { adminDbUrl: string; authenticatorUrl: string };

/**
 * What only filling wants: no log for logical decoding (Realtime would otherwise have to read every
 * generated row) and few checkpoints. A backend started on the same folder has its own settings.
 */
const forFilling = {
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '16GB',
  checkpoint_timeout: '1h',
};

/** PostgreSQL with our migrations, in this folder, for the time of `work`. */
export async function withBareDatabase<T>(
  bench: Bench,
  stateDir: string,
  portBase: number,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  mkdirSync(stateDir, { recursive: true, mode: 0o755 });
  const log = (line: string) => {
    bench.log(line);
  };
  const lock = await takeLock(stateDir, log);
  const ports = portsFrom(portBase);
  await assertPortsFree(ports);
  const secrets = loadSecrets(stateDir);
  const cluster = await startCluster({
    stateDir,
    port: ports.db,
    adminPassword: secrets.passwords.supabase_admin,
    durable: true,
    extra: forFilling,
    lock,
    log,
  });
  const stop = bench.ends.add(async () => {
    await cluster.stop(120_000);
    lock.release();
  });
  try {
    await bootstrap(stateDir, ports.db, secrets);
    await migrate(dbUrl('postgres', ports.db, secrets));
    return await work({
      adminDbUrl: dbUrl('supabase_admin', ports.db, secrets),
      authenticatorUrl: dbUrl('authenticator', ports.db, secrets),
    });
  } finally {
    await stop();
  }
}
