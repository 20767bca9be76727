import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '../../lib/platform/paths';
import type { Bench, Part } from '../core/bench';
import type { Hosted } from '../core/hosted';
import { others, perSecond, runClients } from '../core/load';
import { grouped, processesOf, type Group } from '../core/processes';
import type { Cell, Report } from '../core/report';
import { spread, type Spread } from '../core/stats';
import { withAdmin } from '../data/database';
import { district, type District } from '../data/district';
import { visitors } from '../data/visitors';

const EXPECTED = ['ok', 'BKOVL'];

/** Looks again and again while something else goes on. */
async function samples(
  pid: number,
  everyMs: number,
  work: Promise<unknown>,
): Promise<Map<string, Group>[]> {
  const found: Map<string, Group>[] = [];
  const over = work.then(
    () => true,
    () => true,
  );
  do {
    found.push(grouped(processesOf(pid)));
  } while (!(await Promise.race([pause(everyMs, false), over])));
  await work;
  return found;
}

const of = (list: Map<string, Group>[], name: string, size: keyof Group): Spread =>
  spread(list.flatMap((groups) => groups.get(name)?.[size] ?? []));

async function measure(bench: Bench, world: Hosted, facts: District): Promise<Report> {
  const { clients, loadSeconds, quick } = bench.scale;
  // the first view of each page loads code that stays; idle means idle after having been used once
  if (world.baseUrl) {
    for (const path of [
      paths.catalogue('de', facts.pool),
      paths.resource('de', facts.pool, facts.resource.slug),
    ]) {
      await (await fetch(world.baseUrl + path)).arrayBuffer();
    }
  }
  const settle = quick ? 1_000 : 10_000;
  bench.log('idle …');
  await pause(settle);
  const idle = await samples(world.pid, 1_000, pause(quick ? 1_000 : 5_000));
  bench.log(`${clients} clients for ${loadSeconds} seconds …`);
  const { act, close } = visitors(world, facts, clients);
  const load = runClients(clients, loadSeconds, act).finally(close);
  const busy = await samples(world.pid, 500, load);
  const tally = await load;
  await pause(settle);
  const after = await samples(world.pid, 1_000, pause(quick ? 1_000 : 5_000));
  const names = [...new Set([...idle, ...busy].flatMap((groups) => [...groups.keys()]))].sort(
    (a, b) => Number(a === 'together') - Number(b === 'together') || a.localeCompare(b),
  );
  return {
    tables: [
      {
        caption: 'Memory in MiB: median (min–max) of samples',
        columns: [
          'process',
          'how many, busy',
          'PSS idle',
          'PSS under load',
          'PSS afterwards',
          'RSS idle',
          'RSS under load',
        ],
        rows: names.map((name): Cell[] => [
          name,
          of(busy, name, 'processes').max,
          of(idle, name, 'pss'),
          of(busy, name, 'pss'),
          of(after, name, 'pss'),
          of(idle, name, 'rss'),
          of(busy, name, 'rss'),
        ]),
      },
    ],
    notes: [
      'PSS counts shared memory once; the RSS of PostgreSQL counts its shared buffers once for each process.',
      `The load: pages, searches, calendars and requests in turn, ${perSecond([tally], EXPECTED).median.toFixed(0)} answers per second, other than expected: ${others([tally], EXPECTED)}.`,
      'npm and scripts/run.mjs, which only wait, are not here; part “start” shows them.',
    ],
  };
}

export const memory: Part = {
  name: 'memory',
  title: 'Memory of every process',
  limitMinutes: 10,
  run: async (bench) => {
    if (!existsSync('/proc/self/smaps_rollup')) {
      return { tables: [], notes: ['Not measured: this system has no /proc/*/smaps_rollup.'] };
    }
    const world = await bench.world();
    return measure(bench, world, await withAdmin(world, district));
  },
};
