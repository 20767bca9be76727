import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../supabase/local/migrate';
import { isProcess } from '../../supabase/local/processes';
import type { Bench } from './bench';

/** What one needs to know to talk to a backend (and the app, when `baseUrl` is not empty). */
export type Hosted = {
  pid: number;
  stateDir: string;
  portBase: number;
  baseUrl: string;
  apiUrl: string;
  adminDbUrl: string;
  inboxUrl: string;
  publishableKey: string;
};

export type HostMessage = { ready: Hosted } | { failed: string } | { log: string };

type Wanted = { kind: 'stack' | 'world'; name: string; portBase: number };

const folderOf = (name: string) => join(projectDir, '.local', 'bench', name);

export function removeFolder(stateDir: string): void {
  rmSync(stateDir, { recursive: true, force: true });
}

/** Where a part keeps its data, with nothing of an earlier run in it. */
export function emptyFolder(name: string): string {
  const stateDir = folderOf(name);
  assertOurs(stateDir);
  removeFolder(stateDir);
  mkdirSync(stateDir, { recursive: true });
  return stateDir;
}

/** Starts host.ts on what is in its folder; resolves with what it is and how to end it. */
export async function startHost(bench: Bench, { kind, name, portBase }: Wanted) {
  const stateDir = folderOf(name);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join('bench', 'core', 'host.ts'), kind, `bench/${name}`, String(portBase)],
    // why: Ctrl-C goes to the whole terminal group; the host ends when we are done or gone
    { cwd: projectDir, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const file = createWriteStream(`${stateDir}.log`, { flags: 'w' });
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  const closed = once(child, 'close');
  const stop = bench.ends.add(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 40_000);
      await closed;
      clearTimeout(force);
    }
    file.end();
    if (!bench.options.keep) removeFolder(stateDir);
  });
  const ready = new Promise<Hosted>((resolve, reject) => {
    child.on('message', (message: HostMessage) => {
      if ('log' in message) bench.log(message.log);
      else if ('ready' in message) resolve(message.ready);
      else reject(new Error(message.failed));
    });
    void closed.then(() => {
      reject(new Error(`the ${kind} ended, see ${stateDir}.log`));
    });
  });
  try {
    return { hosted: await ready, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Two benches at once would delete each other's data under their feet. */
function assertOurs(stateDir: string): void {
  for (const file of [join(stateDir, 'stack.lock'), join(stateDir, 'supabase', 'stack.lock')]) {
    if (!existsSync(file)) continue;
    const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number };
    if (isProcess(pid, 'host.ts')) throw new Error(`Another bench is running (process ${pid}).`);
  }
}
