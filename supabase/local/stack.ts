import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap/bootstrap';
import { takeLock } from './lock';
import { startInbox } from './mail/inbox';
import { startSmtp } from './mail/smtp';
import { MailStore } from './mail/store';
import { migrate } from './migrate';
import { assertPortsFree, type StackPorts } from './ports';
import { startCluster } from './postgres/cluster';
import { assertPostgrestExists, startPostgrest } from './postgrest';
import { explain, Problem } from './problem';
import type { RealtimeLimits } from './realtime/limits';
import { dbUrl, loadSecrets, type VapidKeys } from './secrets';

export type StackOptions = {
  /** Holds everything the stack keeps: data, keys, mails, logs. Deleting it starts over. */
  stateDir: string;
  ports: StackPorts;
  migrate?: boolean;
  log?: (line: string) => void;
  /** false: a power cut may damage the data. For throw-away stacks. */
  durable?: boolean;
  /** Where the app answers, when that is not the `site_url` of config.toml. */
  siteUrl?: string;
  /** Checked with our own ports, after leftovers of a killed start (the app among them) are ended. */
  appPort?: number;
  /** For tests that cannot wait a minute for a client to count as dead. */
  realtimeLimits?: Partial<RealtimeLimits>;
};

export type Stack = {
  apiUrl: string;
  /** As role `postgres`, which is what migrations and the seed run as. */
  dbUrl: string;
  /** As superuser `supabase_admin`. */
  adminDbUrl: string;
  inboxUrl: string;
  smtpUrl: string;
  publishableKey: string;
  secretKey: string;
  /** For the app, which signs with them what it pushes to phones. */
  vapid: VapidKeys;
  pids: Record<string, number>;
  /** Lets the lock know a process started beside the stack, so that a later start can end it. */
  noteChild: (name: string, pid: number | undefined) => void;
  stop: () => Promise<void>;
};

const NEEDED_BYTES = 200 * 1024 * 1024;

/** A database that runs out of disk half-way is worse than one that never started. */
function assertSpace(stateDir: string): void {
  const { bavail, bsize } = statfsSync(stateDir);
  if (bavail * bsize >= NEEDED_BYTES) return;
  throw new Problem(
    `The disk that holds ${stateDir} is full (less than 200 MB left): free some space and start again.`,
  );
}

/** Waits for all even when one fails, so that what did start is known and can be stopped. */
async function allStarted(starts: Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(starts)) {
    if (result.status === 'rejected') throw result.reason;
  }
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const { stateDir, ports, durable = true } = options;
  const log = options.log ?? (() => undefined);
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    // why: last started, first ended; one that fails must not keep the others alive
    for (const end of stops.splice(0).reverse())
      await Promise.resolve(end()).catch(() => undefined);
  };
  try {
    assertPostgrestExists();
    // why: our services take a second to load, which the database needs for its own start anyway
    const services = import('./services');
    services.catch(() => undefined);
    mkdirSync(stateDir, { recursive: true, mode: 0o755 });
    assertSpace(stateDir);
    const lock = await takeLock(stateDir, log);
    stops.push(() => lock.release());
    await assertPortsFree(ports, options.appPort);
    const secrets = loadSecrets(stateDir);
    const mails = new MailStore(join(stateDir, 'mail'));
    const smtp = await startSmtp(ports.smtp, mails);
    stops.push(() => smtp.stop());
    const inbox = await startInbox(ports.inbox, mails);
    stops.push(() => inbox.stop());
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
    await allStarted([
      startPostgrest({
        stateDir,
        port: ports.rest,
        adminPort: ports.restAdmin,
        dbUrl: dbUrl('authenticator', ports.db, secrets),
        jwtSecret: secrets.internalJwtSecret,
        lock,
        log,
      }).then((child) => void stops.push(() => child.stop())),
      services
        .then(({ startServices }) =>
          startServices({
            stateDir,
            ports,
            secrets,
            siteUrl: options.siteUrl,
            limits: options.realtimeLimits ?? {},
            log,
          }),
        )
        .then((started) => void stops.push(() => started.stop())),
    ]);
    return {
      apiUrl: `http://127.0.0.1:${ports.api}`,
      dbUrl: url,
      adminDbUrl: dbUrl('supabase_admin', ports.db, secrets),
      inboxUrl: `http://127.0.0.1:${ports.inbox}`,
      smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
      publishableKey: secrets.publishableKey,
      secretKey: secrets.secretKey,
      vapid: secrets.vapid,
      get pids() {
        return { node: process.pid, ...lock.pids() };
      },
      noteChild: (name, pid) => lock.note(name, pid),
      stop,
    };
  } catch (error) {
    await stop();
    throw explain(error, stateDir);
  }
}
