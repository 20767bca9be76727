import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginOf, endProcess, isSameProcess } from './processes';
import { Problem } from './problem';

/** The file in a state folder that says who lives there. */
export const LOCK = 'stack.lock';

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

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string | undefined): LockFile | undefined {
  try {
    return JSON.parse(text ?? '') as LockFile;
  } catch {
    return undefined;
  }
}

const isHeld = (lock: LockFile | undefined) =>
  lock !== undefined && lock.pid !== process.pid && isSameProcess(lock.pid, lock.begin);

/** Gives a file a second name, which only one of many can do; false when the name is taken. */
function claim(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * One stack per state folder. A lock whose owner was killed is taken over, and what the owner left
 * running (it could not clean up) is ended first; a lock whose owner lives is respected.
 */
export async function takeLock(stateDir: string, log: (line: string) => void): Promise<Lock> {
  mkdirSync(stateDir, { recursive: true, mode: 0o755 });
  const file = join(stateDir, LOCK);
  const draft = `${file}.${process.pid}`;
  const children = new Map<string, LockFile['children'][string]>();
  const own = { pid: process.pid, begin: beginOf(process.pid) };
  const writeDraft = () => {
    writeFileSync(draft, JSON.stringify({ ...own, children: Object.fromEntries(children) }));
  };

  writeDraft();
  const left: LockFile['children'] = {};
  // two that start at the same moment must not both find that nobody is there
  while (!claim(draft, file)) {
    const lock = parse(read(file));
    if (isHeld(lock)) {
      rmSync(draft);
      throw new Problem(
        `It is already running (process ${lock?.pid ?? ''}): use that one, or end it with Ctrl-C in its window and start again.`,
      );
    }
    const aside = `${draft}.old`;
    try {
      renameSync(file, aside);
    } catch {
      continue; // somebody else took it away
    }
    const taken = parse(read(aside));
    // somebody else took it over in between: it goes back where it was
    if (isHeld(taken)) claim(aside, file);
    else Object.assign(left, taken?.children);
    rmSync(aside);
  }
  rmSync(draft);
  for (const [name, child] of Object.entries(left)) {
    if (!isSameProcess(child.pid, child.begin)) continue;
    log(`Ending ${name}, left over from a start that was killed`);
    await endProcess(child.pid, 'SIGINT');
  }
  return {
    note(name, pid) {
      if (pid === undefined) children.delete(name);
      else children.set(name, { pid, begin: beginOf(pid) });
      writeDraft();
      renameSync(draft, file);
    },
    pids: () => Object.fromEntries([...children].map(([name, child]) => [name, child.pid])),
    release: () => rmSync(file, { force: true }),
  };
}
