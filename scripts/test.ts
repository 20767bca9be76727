import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld } from '../e2e/support/world';
import { projectDir } from '../supabase/local/migrate';
import { ensureChromium } from './chromium';
import { noCounts, playwrightCounts, vitestCounts, type Counts } from './test/counts';
import { node, type Run } from './test/run';

/**
 * Everything that proves the project, on throw-away data and ports of its own, so that it runs
 * beside a demo. `npm test -- unit database` runs only the named suites. Ends with one line,
 * `N passed, N failed`, over all of them.
 */
// Below the range from which systems take ports for outgoing connections (32768 and up on Linux),
// so that no passing connection sits on one of ours.
const PORT_BASE = 25_300;
const reports = join(projectDir, '.local', 'test');

type Suite = { name: string; run: () => Promise<Counts> };

const bin = {
  next: 'node_modules/next/dist/bin/next',
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsx: 'node_modules/tsx/dist/cli.mjs',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

const suites: Suite[] = [
  // why: route types are generated; tsc on a fresh clone would not know them
  {
    name: 'types',
    run: () =>
      every([
        [bin.next, 'typegen'],
        [bin.tsc, '--noEmit'],
        [bin.tsc, '--noEmit', '-p', 'lib/platform/pwa/worker'],
      ]),
  },
  { name: 'format', run: () => every([[bin.prettier, '--check', '--log-level', 'warn', '.']]) },
  { name: 'lint', run: () => every([[bin.eslint, '.', '--max-warnings', '0']]) },
  {
    name: 'words',
    run: () =>
      every([
        [bin.tsx, 'scripts/check-messages.ts'],
        [bin.tsx, 'scripts/check-errors.ts'],
      ]),
  },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'database', run: () => vitest('database') },
  { name: 'stack', run: () => vitest('stack') },
  {
    name: 'backend',
    run: () =>
      every([
        [bin.tsx, 'scripts/db-types.ts', '--check'],
        [bin.tsx, 'scripts/db-advisors.ts'],
      ]),
  },
  { name: 'browser', run: browser },
];

async function every(runs: Run[]): Promise<Counts> {
  const counts = noCounts();
  for (const args of runs) counts[(await node(args)) === 0 ? 'passed' : 'failed'] += 1;
  return counts;
}

async function vitest(project: string): Promise<Counts> {
  const file = join(reports, `${project}.json`);
  rmSync(file, { force: true });
  const code = await node([
    bin.vitest,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return vitestCounts(readReport(file), code);
}

async function browser(): Promise<Counts> {
  const chromium = ensureChromium(console.log);
  const world = await startWorld({ name: 'test/world', portBase: PORT_BASE, log: console.log });
  // ended from outside, nothing of ours stays behind
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void world.stop().then(() => process.exit(1)));
  }
  try {
    const file = join(reports, 'browser.json');
    rmSync(file, { force: true });
    const code = await node([bin.playwright, 'test', '--reporter=list,json'], {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      E2E_BASE_URL: world.baseUrl,
      E2E_API_URL: world.stack.apiUrl,
      E2E_PUBLISHABLE_KEY: world.stack.publishableKey,
      E2E_INBOX_URL: world.stack.inboxUrl,
      E2E_DB_URL: world.stack.dbUrl,
      E2E_APP_PID_FILE: world.appPidFile,
    });
    return playwrightCounts(readReport(file), code);
  } finally {
    await world.stop();
  }
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function main(): Promise<void> {
  mkdirSync(reports, { recursive: true });
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such suite: ${unknown.join(', ')}. There are: ${suites.map((s) => s.name).join(', ')}.`,
    );
    process.exitCode = 2;
    return;
  }
  const total = noCounts();
  const lines: string[] = [];
  for (const suite of suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    console.log(`\n── ${suite.name}`);
    const started = Date.now();
    const counts = await suite.run().catch((error: unknown) => {
      console.error(error);
      return { passed: 0, failed: 1 };
    });
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = Math.round((Date.now() - started) / 1000);
    lines.push(
      `${suite.name.padEnd(10)} ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`,
    );
  }
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

await main();
