import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../problem';

export type Account = {
  uid?: number;
  gid?: number;
};

const idOf = (flag: '-u' | '-g', name: string) =>
  Number(
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );

function lookUp(name: string): Account | undefined {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return undefined;
  }
}

function createSystemUser(): Account | undefined {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return lookUp('postgres');
    } catch {
      // the next way, or the sentence below
    }
  }
  return undefined;
}

/**
 * PostgreSQL refuses to run as root. A normal user runs it as themselves; root runs it as the owner
 * of the existing data, else as the system user `postgres` (made when missing, as packages do).
 */
export function databaseAccount(dataDir: string): Account {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  const account = lookUp('postgres') ?? createSystemUser() ?? lookUp('nobody');
  if (!account?.uid) {
    throw new Problem(
      'PostgreSQL does not run as root and no other user could be made: start this as a normal user.',
    );
  }
  return account;
}

/** Root's folders are often closed to others; the database user must be able to walk to its files. */
export function assertReachable(path: string, account: Account): void {
  if (account.uid === undefined) return;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    const { mode, uid } = statSync(folder);
    if (mode & 0o001 || (uid === account.uid && mode & 0o100)) continue;
    throw new Problem(
      `PostgreSQL does not run as root, and its user cannot enter ${folder}: start this as a normal user, or move the project to a folder that others may enter.`,
    );
  }
}

export function own(path: string, account: Account): void {
  if (account.uid === undefined || account.gid === undefined) return;
  chownSync(path, account.uid, account.gid);
}

/** npm keeps the mode of packed files, but some mirrors and archives do not. */
export function ensureExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
