import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/chromium';
import type { Bench } from './bench';

const STARTS_WITHIN_MS = 20_000;

/** A Chromium of its own with an empty profile that nobody else drives; `work` gets its DevTools port. */
export async function withChromium<T>(
  bench: Bench,
  work: (port: number) => Promise<T>,
): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'allmende-chromium-'));
  const program = ensureChromium((line) => {
    bench.log(line);
  });
  const child = spawn(
    program,
    [...CHROMIUM_ARGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    // a group of its own, so that its helpers end with it and write nothing into a folder that goes
    { stdio: 'ignore', detached: true },
  );
  const closed = once(child, 'close');
  const close = bench.ends.add(async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await closed;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  try {
    return await work(await portOf(profile));
  } finally {
    await close();
  }
}

/** The browser writes the port it has chosen into its profile. */
async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  for (const until = Date.now() + STARTS_WITHIN_MS; Date.now() < until;) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (port > 0) return port;
    await pause(50);
  }
  throw new Error('Chromium did not start');
}
