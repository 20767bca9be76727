// What the machine can do with this project. `npm run bench -- sql search` runs the named parts only,
// `--quick` proves in a minute that a part works, `--keep` leaves its data in .local/bench.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench, type Part } from '../bench/core/bench';
import { within } from '../bench/core/ends';
import { machineFacts } from '../bench/core/machine';
import { parseOptions, type Options } from '../bench/core/options';
import { print, type Report } from '../bench/core/report';
import { bytes } from '../bench/parts/bytes';
import { gateway } from '../bench/parts/gateway';
import { live } from '../bench/parts/live';
import { memory } from '../bench/parts/memory';
import { peers } from '../bench/parts/peers';
import { phone } from '../bench/parts/phone';
import { rules } from '../bench/parts/rules';
import { search } from '../bench/parts/search';
import { sql } from '../bench/parts/sql';
import { start } from '../bench/parts/start';
import { projectDir } from '../supabase/local/migrate';

/** memory comes first of those that share a world: it wants one that has done nothing yet. */
const parts: Part[] = [sql, gateway, peers, rules, search, memory, bytes, phone, live, start];
const folder = join(projectDir, '.local', 'bench');

type Outcome = { seconds: number } & ({ report: Report } | { failed: string });

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: projectDir, encoding: 'utf8' }).trim();
  try {
    const isDirty = git('status', '--porcelain') !== '';
    return git('rev-parse', '--short', 'HEAD') + (isDirty ? ' with uncommitted changes' : '');
  } catch {
    return 'unknown';
  }
}

async function runPart(bench: Bench, part: Part): Promise<Outcome> {
  console.log(`\n── ${part.name}: ${part.title}`);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const report = await within(part.limitMinutes, part.name, part.run(bench));
    console.log('');
    print(report);
    return { seconds: seconds(), report };
  } catch (error) {
    console.error(error);
    await bench.endAll();
    return { seconds: seconds(), failed: error instanceof Error ? error.message : String(error) };
  }
}

async function main(options: Options): Promise<void> {
  const bench = new Bench(options);
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.once(signal, () => {
      interruption.abort();
      console.error('\nEnding what was started …');
      void bench.endAll().then(() => process.exit(130));
    });
  }
  const machine = { ...(await machineFacts(folder)), commit: commit() };
  for (const [name, fact] of Object.entries(machine)) console.log(`${name.padEnd(10)} ${fact}`);
  if (options.scale.quick)
    console.log('Quick: this shows that the parts work; the numbers mean nothing.');

  const results: Record<string, Outcome> = {};
  // why two: a quick try must not take the place of numbers that mean something
  const file = join(folder, options.scale.quick ? 'quick.json' : 'last.json');
  for (const part of parts.filter(({ name }) => options.parts.includes(name))) {
    results[part.name] = await runPart(bench, part);
    if (interruption.signal.aborted) return;
    const at = new Date().toISOString();
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      file,
      `${JSON.stringify({ at, machine, scale: options.scale, results }, null, 2)}\n`,
    );
  }
  await bench.endAll();
  const failed = Object.entries(results).filter(([, outcome]) => 'failed' in outcome);
  for (const [name, outcome] of failed) {
    console.error(`\n${name} failed: ${'failed' in outcome ? outcome.failed : ''}`);
  }
  console.log(`\nAll numbers: ${file}`);
  process.exit(failed.length === 0 ? 0 : 1);
}

try {
  await main(
    parseOptions(
      process.argv.slice(2),
      parts.map(({ name }) => name),
    ),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
