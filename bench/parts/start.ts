import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectDir } from '../../supabase/local/migrate';
import { assertPortsFree, defaultPorts } from '../../supabase/local/ports';
import type { Bench, Part } from '../core/bench';
import { makeClone } from '../core/clone';
import { grouped, processesOf, type Group } from '../core/processes';
import type { Cell, Report } from '../core/report';
import { spread } from '../core/stats';

const PORT = 26_690;
const LONGEST_START_MS = 5 * 60_000;

type Start = { seconds: number; memory: Map<string, Group> };

async function firstPage(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    return response.ok && text.includes('</html>');
  } catch {
    return false;
  }
}

/** From the command to the first whole page; then ended as with Ctrl-C. */
export async function startOnce(bench: Bench, folder: string, port: number): Promise<Start> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const started = performance.now();
  const child = spawn('npm', ['run', 'demo'], {
    cwd: folder,
    env,
    detached: true, // why: a group of its own, that one signal ends
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  const keep = (chunk: Buffer) => (tail = (tail + chunk.toString('utf8')).slice(-2_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const closed = once(child, 'close');
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // already gone
    }
  };
  const stop = bench.ends.add(async () => {
    signal('SIGINT');
    const force = setTimeout(() => {
      signal('SIGKILL');
    }, 40_000);
    await closed;
    clearTimeout(force);
  });
  try {
    while (!(await firstPage(`http://127.0.0.1:${port}/`))) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`the demo ended before its first page:\n${tail}`);
      }
      if (performance.now() - started > LONGEST_START_MS) {
        throw new Error(`no page within five minutes:\n${tail}`);
      }
      await pause(50);
    }
    const seconds = (performance.now() - started) / 1000;
    await pause(bench.scale.quick ? 500 : 5_000);
    const memory = existsSync('/proc')
      ? grouped(processesOf(child.pid ?? 0))
      : new Map<string, Group>();
    return { seconds, memory };
  } finally {
    await stop();
    await pause(500); // why: the ports are given back when the last child has ended
  }
}

async function run(bench: Bench): Promise<Report> {
  await assertPortsFree(defaultPorts, PORT);
  const { folder, packages, remove } = makeClone(projectDir);
  const removed = bench.ends.add(remove);
  const [clean, second]: [Start[], Start[]] = [[], []];
  try {
    for (let n = 0; n < bench.scale.starts; n += 1) {
      for (const name of ['.local', '.next', '.env.local']) {
        rmSync(join(folder, name), { recursive: true, force: true });
      }
      bench.log(`start ${n + 1}: clean …`);
      clean.push(await startOnce(bench, folder, PORT));
      bench.log(`start ${n + 1}: second …`);
      second.push(await startOnce(bench, folder, PORT));
    }
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return report(commit.trim(), packages, clean, second);
  } finally {
    await removed();
  }
}

function report(commit: string, packages: string, clean: Start[], second: Start[]): Report {
  const last = second.at(-1)?.memory ?? new Map<string, Group>();
  return {
    tables: [
      {
        caption: `From “npm run demo” to the first page (commit ${commit}, ${packages})`,
        columns: ['start', 'seconds'],
        rows: [
          ['clean: data, seed and build are made', spread(clean.map(({ seconds }) => seconds))],
          ['second: everything is there', spread(second.map(({ seconds }) => seconds))],
        ],
      },
      {
        caption: 'Memory of the demo five seconds later, MiB',
        columns: ['process', 'how many', 'PSS', 'RSS'],
        rows: [...last].map(([name, g]): Cell[] => [name, g.processes, g.pss, g.rss]),
      },
    ],
    notes: [
      'Without installing packages, and with the packages in the disk cache: a fresh machine needs longer.',
    ],
  };
}

export const start: Part = {
  name: 'start',
  title: 'From the command to the first page',
  limitMinutes: 40,
  run,
};
