import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isAlive, isProcess } from './processes';
import { Problem } from './problem';

interface LockFile {
  pid: number;
  children: Record<string, { pid: number; command: string }>;
}

export interface Lock {
  note(name: string, command: string, pid: number | undefined): void;
  pids(): Record<string, number>;
  release(): void;
}

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
  if (old && old.pid !== process.pid && isProcess(old.pid, 'node') && isAlive(old.pid)) {
    throw new Problem(
      `It is already running (process ${old.pid}): use that one, or end it with Ctrl-C in its window and start again.`,
    );
  }
  for (const [name, child] of Object.entries(old?.children ?? {})) {
    if (!isProcess(child.pid, child.command)) continue;
    log(`Ending ${name}, left over from a start that was killed`);
    await endProcess(child.pid, 'SIGINT');
  }
  const state: LockFile = { pid: process.pid, children: {} };
  const write = () => writeFileSync(file, JSON.stringify(state));
  write();
  return {
    note(name, command, pid) {
      if (pid === undefined) delete state.children[name];
      else state.children[name] = { pid, command };
      write();
    },
    pids: () =>
      Object.fromEntries(Object.entries(state.children).map(([name, child]) => [name, child.pid])),
    release: () => rmSync(file, { force: true }),
  };
}
