import { mkdirSync } from 'node:fs';
import { bootstrap } from './bootstrap/bootstrap';
import { takeLock } from './lock';
import { migrate } from './migrate';
import { assertPortsFree, type StackPorts } from './ports';
import { startCluster } from './postgres/cluster';
import { explain } from './problem';
import { dbUrl, loadSecrets } from './secrets';

export interface StackOptions {
  /** Holds everything the stack keeps: data, keys, mails, logs. Deleting it starts over. */
  stateDir: string;
  ports: StackPorts;
  migrate?: boolean;
  log?: (line: string) => void;
  /** false: a power cut may damage the data. For throw-away stacks. */
  durable?: boolean;
}

export interface Stack {
  apiUrl: string;
  /** As role `postgres`, which is what migrations and the seed run as. */
  dbUrl: string;
  /** As superuser `supabase_admin`. */
  adminDbUrl: string;
  inboxUrl: string;
  smtpUrl: string;
  publishableKey: string;
  secretKey: string;
  pids: Record<string, number>;
  stop(): Promise<void>;
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const { stateDir, ports, durable = true } = options;
  const log = options.log ?? (() => undefined);
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    // why: last started, first ended; one that fails must not keep the others alive
    for (const end of stops.splice(0).reverse()) await Promise.resolve(end()).catch(() => undefined);
  };
  try {
    mkdirSync(stateDir, { recursive: true, mode: 0o755 });
    const lock = await takeLock(stateDir, log);
    stops.push(() => lock.release());
    await assertPortsFree(ports);
    const secrets = loadSecrets(stateDir);
    const cluster = await startCluster({
      stateDir,
      port: ports.db,
      adminPassword: secrets.passwords.supabase_admin,
      durable,
      lock,
      log,
    });
    stops.push(() => cluster.stop());
    await bootstrap(stateDir, ports.db, secrets);
    const url = dbUrl('postgres', ports.db, secrets);
    if (options.migrate !== false) await migrate(url);
    return {
      apiUrl: `http://127.0.0.1:${ports.api}`,
      dbUrl: url,
      adminDbUrl: dbUrl('supabase_admin', ports.db, secrets),
      inboxUrl: `http://127.0.0.1:${ports.inbox}`,
      smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
      publishableKey: secrets.publishableKey,
      secretKey: secrets.secretKey,
      get pids() {
        return { node: process.pid, ...lock.pids() };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw explain(error, stateDir);
  }
}
