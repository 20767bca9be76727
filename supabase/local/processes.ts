import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process, or '' when it is gone. Slim systems have no `ps`, so /proc first. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  }
}

/**
 * When a process began, as text that is only good for comparing: with the id it names one process
 * for ever, while ids alone are reused and command lines can be rewritten (Next.js does so).
 */
export function beginOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // why: the name in the second field may hold spaces and brackets; the begin is the 22nd field
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    try {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  }
}

export const isSameProcess = (pid: number, begin: string): boolean =>
  begin !== '' && isAlive(pid) && beginOf(pid) === begin;

/** Process ids are reused: only a process whose command line holds the given text is the one we mean. */
export const isProcess = (pid: number, text: string): boolean =>
  isAlive(pid) && commandOf(pid).includes(text);

export async function endProcess(pid: number, signal: NodeJS.Signals, graceMs = 5000) {
  const send = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // already gone
    }
  };
  send(signal);
  for (const until = Date.now() + graceMs; isAlive(pid) && Date.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (isAlive(pid)) send('SIGKILL');
}
