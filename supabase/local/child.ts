import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from './problem';

export type ChildSpec = {
  name: string;
  stateDir: string;
  spawn: () => ChildProcess;
  /** Settles once the child answers; sees every line it prints. */
  ready: (child: ChildProcess, onOutput: (listen: (text: string) => void) => void) => Promise<void>;
  stopSignal?: NodeJS.Signals;
  log: (line: string) => void;
  onPid: (name: string, pid: number | undefined) => void;
};

export type Child = {
  pid: () => number | undefined;
  /** Ends the child; after the grace period it is killed. */
  stop: (graceMs?: number) => Promise<void>;
};

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Runs a program, keeps its output in a log file, and starts it again when it dies by itself. */
export async function supervise(spec: ChildSpec): Promise<Child> {
  mkdirSync(join(spec.stateDir, 'logs'), { recursive: true });
  const file = createWriteStream(join(spec.stateDir, 'logs', `${spec.name}.log`), { flags: 'w' });
  file.on('error', () => undefined); // why: a full disk must not take the whole stack down
  let current: ChildProcess | undefined;
  let stopping = false;
  const isStopping = () => stopping; // a function, because it changes while we wait

  async function launch(): Promise<void> {
    const child = spec.spawn();
    current = child;
    const listeners: ((text: string) => void)[] = [];
    let tail = '';
    const onData = (chunk: Buffer) => {
      file.write(chunk);
      const text = chunk.toString('utf8');
      tail = (tail + text).slice(-2000);
      for (const listen of listeners) listen(text);
    };
    child.stdout?.on('data', onData);
    child.stderr?.on('data', onData);
    const died = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) =>
        reject(new Error(`${spec.name} ended (${signal ?? code}): ${tail.trim()}`)),
      );
    });
    died.catch(() => undefined);
    spec.onPid(spec.name, child.pid);
    await Promise.race([spec.ready(child, (listen) => listeners.push(listen)), died]);
    child.once('close', () => {
      spec.onPid(spec.name, undefined);
      if (!isStopping()) void revive();
    });
  }

  async function revive(): Promise<void> {
    for (let delay = 100; !isStopping(); delay = Math.min(delay * 2, 10_000)) {
      spec.log(`${spec.name} ended unexpectedly; starting it again`);
      await wait(delay);
      if (isStopping()) return;
      try {
        await launch();
        spec.log(`${spec.name} is back`);
        return;
      } catch (error) {
        spec.log(`${spec.name} did not come back yet: ${messageOf(error).slice(0, 300)}`);
        if (current?.exitCode === null && current.signalCode === null) current.kill('SIGKILL');
      }
    }
  }

  await launch();
  return {
    pid: () => current?.pid,
    async stop(graceMs = 8000) {
      stopping = true;
      const child = current;
      if (child?.exitCode === null && child.signalCode === null) {
        const closed = once(child, 'close');
        child.kill(spec.stopSignal ?? 'SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
        await closed;
        clearTimeout(timer);
      }
      file.end();
    },
  };
}
