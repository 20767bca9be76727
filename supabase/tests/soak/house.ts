import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { es256 } from '../../local/jwt';
import { projectDir } from '../../local/migrate';
import { portsFrom } from '../../local/ports';
import { dbUrl, loadSecrets } from '../../local/secrets';
import type { Person } from '../support/people';
import { tellStory } from '../support/story';
import { openApp, sessionCookie } from './app';

const BACKEND_VICTIMS = ['postgres', 'backend', 'postgrest', 'gateway'] as const;
export type Victim = (typeof BACKEND_VICTIMS)[number] | 'web';

/** A whole backend with the story in it, whose processes may be killed. */
export interface House {
  readonly victims: readonly Victim[];
  /** Where the app answers, in a house that has one. */
  readonly appUrl: string | undefined;
  readonly apiUrl: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly ownerUrl: string;
  readonly authenticatorUrl: string;
  tokenOf(person: Person): string;
  /** The session as the person's browser would send it to the app. */
  cookieOf(person: Person): string;
  /** `kill -9`; comes back by itself. */
  kill(victim: Victim): Promise<void>;
  /** Every part answers again. */
  isWell(): Promise<boolean>;
  /** Its data goes; with `keep` what it wrote into its logs stays. */
  stop(keep?: boolean): Promise<void>;
}

type Lock = { children: Record<string, { pid: number }> };

/** `withApp`: also the app itself, built for this house. */
export async function openHouse(name: string, portBase: number, withApp = false): Promise<House> {
  const stateDir = join(projectDir, '.local', name);
  rmSync(stateDir, { recursive: true, force: true });
  mkdirSync(stateDir, { recursive: true });
  const log = createWriteStream(`${stateDir}.log`);
  let host: ChildProcess;
  let stopping = false;

  async function start(): Promise<void> {
    host = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'supabase/local/testing/run-stack.ts',
        stateDir,
        String(portBase),
        'migrated',
      ],
      // why detached: Ctrl-C goes to the whole terminal group; it ends when our end of its input does
      { cwd: projectDir, detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
    );
    host.stderr?.pipe(log, { end: false });
    host.stdin?.on('error', () => undefined);
    const ended = once(host, 'exit').then(() => {
      throw new Error(`the backend ended before it was up, see ${stateDir}.log`);
    });
    const up = once(host.stdout ?? host, 'data');
    await Promise.race([up, ended]);
    ended.catch(() => undefined);
  }
  await start();
  const ports = portsFrom(portBase);
  const secrets = loadSecrets(stateDir);
  const outer = es256(secrets.signingKey, secrets.signingKeyId);
  const ownerUrl = dbUrl('postgres', ports.db, secrets);
  const tokens = new Map<string, string>();
  const apiUrl = `http://127.0.0.1:${ports.api}`;

  async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client(url);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  await withClient(ownerUrl, async (owner) => {
    await tellStory(owner);
    await owner.query('truncate private.outbox, private.deliveries, private.push_deliveries');
  });

  const web = withApp ? await openApp(stateDir, portBase, { apiUrl, ...secrets }) : undefined;

  const childPid = (child: string): number | undefined =>
    (JSON.parse(readFileSync(join(stateDir, 'stack.lock'), 'utf8')) as Lock).children[child]?.pid;

  function tokenOf(person: Person): string {
    const known = tokens.get(person.id);
    if (known) return known;
    const claims = {
      role: 'authenticated',
      aud: 'authenticated',
      sub: person.id,
      email: person.email,
      exp: Math.floor(Date.now() / 1000) + 86_400,
    };
    const token = outer.sign(claims);
    tokens.set(person.id, token);
    return token;
  }

  return {
    victims: web ? [...BACKEND_VICTIMS, 'web'] : BACKEND_VICTIMS,
    appUrl: web?.url,
    apiUrl,
    ownerUrl,
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    authenticatorUrl: dbUrl('authenticator', ports.db, secrets),
    tokenOf,
    cookieOf: (person) => sessionCookie(apiUrl, person, tokenOf(person)),
    async kill(victim) {
      if (victim === 'web') {
        web?.kill();
        return;
      }
      if (victim === 'gateway') {
        const gone = once(host, 'exit');
        host.kill('SIGKILL');
        await gone;
        if (!stopping) await start();
        return;
      }
      if (victim === 'backend' || victim === 'postgres') {
        await killDatabase(dbUrl('supabase_admin', ports.db, secrets), async (admin) => {
          if (victim === 'postgres') return childPid(victim);
          const { rows } = await admin.query<{ pid: number }>(
            `select pid from pg_stat_activity where usename = 'authenticator' order by random() limit 1`,
          );
          return rows[0]?.pid;
        });
        return;
      }
      const pid = childPid(victim);
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    },
    async isWell() {
      try {
        const backend = await fetch(`${apiUrl}/health`, { signal: AbortSignal.timeout(5000) });
        return backend.ok && (web ? await web.isWell() : true);
      } catch {
        return false;
      }
    },
    async stop(keep = false) {
      stopping = true;
      await web?.stop();
      if (host.exitCode === null && host.signalCode === null) {
        const gone = once(host, 'exit');
        host.stdin?.end();
        const force = setTimeout(() => host.kill('SIGKILL'), 30_000);
        await gone;
        clearTimeout(force);
      }
      log.end();
      if (!keep) rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

/**
 * Kills a process of the database and waits until that is felt: who asks at once whether all is well may
 * else be told so by a server that is about to end every connection.
 */
async function killDatabase(
  url: string,
  pidOf: (admin: pg.Client) => Promise<number | undefined> | number | undefined,
): Promise<void> {
  const witness = new pg.Client(url);
  witness.on('error', () => undefined);
  await witness.connect();
  const pid = await pidOf(witness);
  if (pid === undefined) {
    await witness.end();
    return;
  }
  const cut = once(witness, 'end', { signal: AbortSignal.timeout(10_000) });
  process.kill(pid, 'SIGKILL');
  // a process that had just ended by itself takes nobody with it
  await cut.catch(() => witness.end());
}

/** Waits until every part of the house answers. */
export async function untilWell(house: House): Promise<void> {
  for (const end = Date.now() + 90_000; !(await house.isWell());) {
    if (Date.now() > end) throw new Error('the backend did not come back within 90 seconds');
    await pause(50);
  }
}
