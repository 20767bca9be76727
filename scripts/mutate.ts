// Takes away one guard after the other (each constraint, unique index, trigger, policy, row level
// security) and opens one door after the other (each grant that is withheld) in a copy of the tests'
// database, and expects a test to go red. `npm run mutate -- --only=bookings` for those whose name
// matches; begins where the last run stopped, `--fresh` begins anew. A survivor costs the whole suite:
// `--files=4` asks only the four files that are most likely to notice. Prints the survivors; there may
// be none but those that supabase/tests/equivalents.ts gives a reason for.
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { equivalents } from '../supabase/tests/equivalents';
import type { Mutant } from './mutate/mutants';
import { openVerdicts } from './mutate/verdicts';
import type { Killer, Report, Task } from './mutate/worker';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    fresh: { type: 'boolean', default: false },
    workers: { type: 'string', default: '2' },
    files: { type: 'string' },
  },
});
const MOST_WORKERS = 2;
const only = new RegExp(values.only, 'i');
const verdicts = openVerdicts();
const workers: ChildProcess[] = [];
/** Everything that is asked for, known once the first worker has a server. */
let wanted: Mutant[] | undefined;
let queue: Mutant[] = [];
/** Those of them that can be tried all at once. */
let together: Mutant[] = [];
const survivors: string[] = [];
let [noticed, accepted, done] = [0, 0, 0];

function conclude(name: string, killer: Killer | null, seconds?: number): void {
  done += 1;
  if (killer) noticed += 1;
  else survivors.push(name);
  const by = killer ? `  (${killer.test})` : '';
  const time = seconds === undefined ? '' : ` ${seconds.toFixed(1)} s`;
  console.log(`${done}/${wanted?.length ?? 0} ${killer ? '✓' : '✗ SURVIVES'} ${name}${by}${time}`);
}

/** Sorts out what needs no judging: accepted with a reason, or known from the run before. */
function begin(all: Mutant[]): void {
  if (wanted) return;
  wanted = all.filter(({ name }) => only.test(name));
  for (const mutant of wanted) {
    const known = values.fresh ? undefined : verdicts.of(mutant.name);
    if (equivalents[mutant.name]) {
      accepted += 1;
      done += 1;
    } else if (known?.killer) {
      noticed += 1;
      done += 1;
    } else if (mutant.kind === 'constraint' || mutant.kind === 'index') together.push(mutant);
    else queue.push(mutant);
  }
  // what is only listed comes last
  queue.sort((a, b) => Number(a.kind === 'grant') - Number(b.kind === 'grant'));
  if (together.length === 1) queue.unshift(...together.splice(0));
  const old = Object.keys(equivalents).filter((name) => !all.some((m) => m.name === name));
  for (const name of old) survivors.push(`${name} (accepted, but there is no such guard any more)`);
  console.log(
    `${wanted.length} mutants: ${accepted} accepted with a reason, ${noticed} known from the run before`,
  );
}

function nextTask(): Task | undefined {
  if (together.length > 1) {
    const task = { together };
    together = [];
    return task;
  }
  const mutant = queue.shift();
  if (!mutant) return undefined;
  const last = verdicts.lastFile(mutant.name);
  const files = values.files === undefined ? {} : { files: Number(values.files) };
  return { mutant, ...(last ? { last } : {}), ...files };
}

function hire(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = fork(fileURLToPath(new URL('./mutate/worker.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
    });
    workers.push(worker);
    const next = () => {
      const task = nextTask();
      if (task) worker.send(task);
      else worker.disconnect();
    };
    worker.on('message', (report: Report) => {
      if (report.type === 'useless') {
        console.log(`  ! left out, fails by itself: ${report.file}: ${report.failure}`);
        return;
      }
      if (report.type === 'ready') begin(report.mutants);
      else if (report.type === 'alone') queue.unshift(...report.mutants);
      else {
        verdicts.add(report.name, report.killer ?? null);
        conclude(report.name, report.killer ?? null, report.seconds);
        // it was one of many
        if (report.seconds === undefined) return;
      }
      next();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a worker ended with ${code ?? 'a signal'}`));
    });
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
  process.once(signal, () => {
    queue = [];
    for (const worker of workers) if (worker.connected) worker.disconnect();
  });
}

const count = Math.min(MOST_WORKERS, Math.max(1, Number(values.workers)));
await Promise.all(Array.from({ length: count }, hire));
const left = (wanted?.length ?? 0) - done;
console.log(
  `\n${wanted?.length ?? 0} mutants: ${noticed} noticed, ${accepted} accepted with a reason, ${survivors.length} survive` +
    (left > 0 ? `, ${left} not asked; the same command goes on` : ''),
);
for (const name of survivors) console.log(`  ✗ ${name}`);
process.exit(survivors.length + left === 0 ? 0 : 1);
