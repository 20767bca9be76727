import type { Bench, Part } from '../core/bench';
import type { Database } from '../core/bare';
import type { Cell, Report, Table } from '../core/report';
import { assertSound, closeAWeek, fillBookings } from '../data/bookings';
import { withAdmin, withClients } from '../data/database';
import { accessPaths } from '../data/plans';
import { populate } from '../data/populate';
import { questions, type Question } from '../data/questions';
import { timeOne, timings as table, type Timing } from '../data/timing';

async function measure(bench: Bench, database: Database) {
  const { resources, searchRuns, calls } = bench.scale;
  return withClients([database.adminDbUrl, database.authenticatorUrl], async ([admin, asker]) => {
    if (!admin || !asker) throw new Error('no connection');
    await asker.query('set role anon');
    const timings = new Map<string, Timing>();
    const paths: Cell[][] = [];
    const list = await questions(admin, asker, resources);
    for (const question of list) {
      bench.log(question.name);
      timings.set(question.name, await timeOne(asker, question, searchRuns, calls));
      if (question.text === 'select 1') continue;
      const call = { text: question.text, values: await question.values() };
      paths.push([
        question.name,
        (await accessPaths(admin, 'anon', 'allocations', call)).join(', '),
      ]);
    }
    return { timings, paths, list };
  });
}

/** What issue and aim ask of the p95 of a question, in milliseconds. */
function promises(sizes: number[], all: Map<string, Timing>[], list: Question[]): Table {
  const [first, last] = [all[0], all.at(-1)];
  return {
    caption: 'p95 in ms beside what was promised',
    columns: [
      'call',
      ...sizes.map((size) => size.toLocaleString('en-US')),
      'least',
      'aim',
      'growth',
      'least',
      'aim',
    ],
    rows: list
      .filter(({ least }) => least !== undefined)
      .map(({ name, least = [0, 0] }) => [
        name,
        ...all.map((timings) => timings.get(name)?.p95 ?? '–'),
        ...least,
        (last?.get(name)?.p95.median ?? Number.NaN) / (first?.get(name)?.p95.median ?? Number.NaN),
        2,
        1.2,
      ]),
  };
}

function growth(sizes: number[], all: Map<string, Timing>[]): Table[] {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || first === last) return [];
  return [
    {
      caption: `Growth of the p95 from ${sizes[0] ?? 0} to ${sizes.at(-1) ?? 0} bookings`,
      columns: ['call', 'times'],
      rows: [...first].map(([name, { p95 }]) => [
        name,
        (last.get(name)?.p95.median ?? Number.NaN) / p95.median,
      ]),
    },
  ];
}

async function run(bench: Bench, database: Database): Promise<Report> {
  const { resources, searchSizes } = bench.scale;
  const most = Math.max(...searchSizes);
  const tables: Table[] = [];
  const all: Map<string, Timing>[] = [];
  let found: Awaited<ReturnType<typeof measure>> | undefined;
  for (const [i, size] of searchSizes.entries()) {
    let what: string;
    if (i === 0) {
      what = await populate(bench, database, most, { count: size });
      await withAdmin(database, (admin) => closeAWeek(admin, resources));
    } else {
      bench.log(`growing to ${size.toLocaleString('en-US')} bookings …`);
      const from = searchSizes[i - 1] ?? 0;
      const seconds = await withAdmin(database, async (admin) => {
        const taken = await fillBookings(admin, { resources, from, to: size, most });
        await assertSound(admin);
        await admin.query('checkpoint');
        return taken;
      });
      what = `${resources.toLocaleString('en-US')} resources, ${size.toLocaleString('en-US')} bookings (${(size - from).toLocaleString('en-US')} more generated in ${seconds.toFixed(1)} s)`;
    }
    found = await measure(bench, database);
    all.push(found.timings);
    tables.push(table(`One connection, as anon: ${what}`, found.timings));
  }
  return {
    tables: [
      ...tables,
      ...growth(searchSizes, all),
      {
        caption:
          'How allocations were read at the largest size (auto_explain, nested calls included)',
        columns: ['call', 'access paths'],
        rows: found?.paths ?? [],
      },
      promises(searchSizes, all, found?.list ?? []),
    ],
    notes: [
      'Times are seen by the client, one call after the other; every call asks with other values.',
      '“One in twenty free”: a week in which all other things are closed.',
      'Bookings lie in the order of time, as they come in: those of one thing are scattered over the table.',
      'Filled without secondary indexes, which are then made over all rows and refuse what they must; the log of the database is kept short meanwhile (wal_level minimal).',
    ],
  };
}

export const search: Part = {
  name: 'search',
  title: 'Search, calendar and alternatives',
  limitMinutes: 120,
  run: (bench) => bench.withDatabase('search', (database) => run(bench, database)),
};
