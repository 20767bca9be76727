// The fast check before a commit: every step runs even when one before it failed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../supabase/local/migrate';
import { reportAndExit } from './session/steps';
import { withThrowAwayStack } from './session/throw-away';

type Step = {
  name: string;
  /** Run by Node: a file of the project, or the entry of a package. */
  args: string[];
  database?: true;
};

const bin = (path: string) => join('node_modules', ...path.split('/'));
const script = (name: string) => ['--import', 'tsx', join('scripts', `${name}.ts`)];

const steps: Step[] = [
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  {
    name: 'worker types',
    args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'lib/platform/pwa/worker'],
  },
  { name: 'unit tests', args: [bin('vitest/vitest.mjs'), 'run', '--project=unit'] },
  { name: 'messages', args: script('check-messages') },
  { name: 'error codes', args: script('check-errors') },
  { name: 'database types', args: [...script('db-types'), '--check'], database: true },
  { name: 'advisors', args: script('db-advisors'), database: true },
];

function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: projectDir, env, stdio: 'pipe' });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, output: output.trim() }));
  });
}

async function runStep({ name, args }: Step, dbUrl?: string): Promise<boolean> {
  const file = args.find((arg) => arg.endsWith('.ts') && !existsSync(join(projectDir, arg)));
  if (file) {
    console.log(`✗ ${name}: ${file} is missing`);
    return false;
  }
  const started = Date.now();
  const env = { ...process.env, ...(dbUrl ? { CHECK_DB_URL: dbUrl } : {}) };
  const { ok, output } = await run(args, env);
  console.log(`${ok ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(output.replace(/^/gm, '    '));
  return ok;
}

/** Two lanes, because every machine has two cores: tools in one, whatever needs the database in the other. */
async function main(): Promise<void> {
  const lane = async (list: Step[], dbUrl?: string): Promise<boolean[]> => {
    const results: boolean[] = [];
    for (const step of list) results.push(await runStep(step, dbUrl));
    return results;
  };
  const database = withThrowAwayStack(26230, (stack) =>
    lane(
      steps.filter((step) => step.database),
      stack.dbUrl,
    ),
  ).catch((error: unknown) => {
    console.log(`✗ database: ${error instanceof Error ? error.message : String(error)}`);
    return [false];
  });
  const results = await Promise.all([lane(steps.filter((step) => !step.database)), database]);
  const failed = results.flat().filter((ok) => !ok).length;
  console.log(failed === 0 ? 'All checks passed.' : `${failed} of the checks failed.`);
  process.exit(failed === 0 ? 0 : 1);
}

main().catch(reportAndExit);
