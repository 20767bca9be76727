import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginOf, endProcess, isSameProcess } from './processes';
import { Problem } from './problem';

type LockFile = {
  pid: number;
  begin: string;
  children: Record<string, { pid: number; begin: string }>;
};

export type Lock = {
  note: (name: string, pid: number | undefined) => void;
  pids: () => Record<string, number>;
  release: () => void;
};

function read(file: string): LockFile | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  } catch {
    return undefined;
  }
}

/**
 * One stack per state folder. A lock whose owner was killed is taken over, and what the owner left
 * running (it could not clean up) is ended first; a lock whose owner lives is respected.
 */
export async function takeLock(stateDir: string, log: (line: string) => void): Promise<Lock> {
  mkdirSync(stateDir, { recursive: true, mode: 0o755 });
  const file = join(stateDir, 'stack.lock');
  const old = existsSync(file) ? read(file) : undefined;
  if (old && old.pid !== process.pid && isSameProcess(old.pid, old.begin)) {
    throw new Problem(
      `It is already running (process ${old.pid}): use that one, or end it with Ctrl-C in its window and start again.`,
    );
  }
  for (const [name, child] of Object.entries(old?.children ?? {})) {
    if (!isSameProcess(child.pid, child.begin)) continue;
    log(`Ending ${name}, left over from a start that was killed`);
    await endProcess(child.pid, 'SIGINT');
  }
  const children = new Map<string, LockFile['children'][string]>();
  const own = { pid: process.pid, begin: beginOf(process.pid) };
  const write = () =>
    writeFileSync(file, JSON.stringify({ ...own, children: Object.fromEntries(children) }));
  write();
  return {
    note(name, pid) {
      if (pid === undefined) children.delete(name);
      else children.set(name, { pid, begin: beginOf(pid) });
      write();
    },
    pids: () => Object.fromEntries([...children].map(([name, child]) => [name, child.pid])),
    release: () => rmSync(file, { force: true }),
  };
}
