import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { supervise, type Child } from '../child';
import type { Lock } from '../lock';
import { endProcess, isProcess } from '../processes';
import { explain, messageOf, Problem } from '../problem';
import { assertReachable, databaseAccount, own, type Account } from './account';
import { findBinaries } from './binaries';
import { locale, settings } from './settings';

export type ClusterOptions = {
  stateDir: string;
  port: number;
  adminPassword: string;
  durable: boolean;
  /** Settings beside or instead of ours, for measurements. */
  extra?: Record<string, string>;
  lock: Lock;
  log: (line: string) => void;
};

const MAJOR = '17';

/** Makes the data folder if there is none yet, and starts the server on it. */
export async function startCluster(options: ClusterOptions): Promise<Child> {
  const dataDir = join(options.stateDir, 'postgres');
  const binaries = await findBinaries();
  const account = databaseAccount(dataDir);
  assertReachable(binaries.postgres, account);
  assertReachable(join(dataDir, 'base'), account);
  try {
    await prepare(dataDir, binaries.initdb, account, options);
    await endOrphan(dataDir, options.log);
    return await supervise({
      name: 'postgres',
      stateDir: options.stateDir,
      log: options.log,
      onPid: (name, pid) => options.lock.note(name, pid),
      stopSignal: 'SIGINT', // fast shutdown: open transactions are rolled back, nothing is lost
      spawn: () =>
        spawn(
          binaries.postgres,
          ['-D', dataDir, ...settings(options.port, options.durable, options.extra)],
          {
            ...account,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: true, // why: Ctrl-C goes to the whole terminal group; we stop the server last
            env: { ...process.env, LC_MESSAGES: 'C' },
          },
        ),
      ready: (_child, onOutput) =>
        new Promise((resolve) =>
          onOutput((text) => text.includes('ready to accept connections') && resolve()),
        ),
    });
  } catch (error) {
    throw explain(error, options.stateDir);
  }
}

async function prepare(dataDir: string, initdb: string, account: Account, o: ClusterOptions) {
  const versionFile = join(dataDir, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim();
    if (found !== MAJOR) {
      throw new Problem(
        `The data in ${dataDir} was made by PostgreSQL ${found}, this is ${MAJOR}: start over with -- --reset.`,
      );
    }
    return;
  }
  // why: a first start that was killed half-way leaves a folder that initdb would refuse
  await rm(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  own(dataDir, account);
  const passwordFile = join(o.stateDir, 'initdb-password');
  writeFileSync(passwordFile, `${o.adminPassword}\n`, { mode: 0o600 });
  own(passwordFile, account);
  try {
    await runInitdb(initdb, dataDir, passwordFile, account, o.durable);
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(
  initdb: string,
  dataDir: string,
  passwordFile: string,
  account: Account,
  durable: boolean,
): Promise<void> {
  const args = [
    `--pgdata=${dataDir}`,
    '--username=supabase_admin',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--lc-messages=C',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, { ...account, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The database folder could not be made: ${stderr.trim()}`)),
    );
  });
}

/** A server whose launcher was killed still runs on our data and would refuse a second one. */
async function endOrphan(dataDir: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && isProcess(pid, dataDir)) {
    log('Ending a database server that an earlier start left running');
    await endProcess(pid, 'SIGINT', 8000);
  }
  try {
    // why: the number in the file may by now belong to somebody else, and PostgreSQL would wait for it
    if (!isProcess(pid, dataDir)) rmSync(pidFile, { force: true });
  } catch (error) {
    log(`The stale ${pidFile} could not be removed: ${messageOf(error)}`);
  }
}
