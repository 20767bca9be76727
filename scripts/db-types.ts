// Writes the TypeScript types of the schema; with --check it only says whether they are up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectDir, supabaseCli } from '../supabase/local/migrate';
import { Problem } from '../supabase/local/problem';
import { reportAndExit } from './session/steps';
import { withDatabase } from './session/throw-away';

const file = join(projectDir, 'lib', 'platform', 'db', 'types.gen.ts');
const HEADER = '// Generated from the database by scripts/db-types.ts; do not edit.\n';

async function generate(dbUrl: string): Promise<string> {
  const { code, stdout, stderr } = await supabaseCli([
    'gen',
    'types',
    `--remote=${dbUrl}`,
    '--schema=public',
  ]);
  if (code !== 0) throw new Problem(`The types could not be generated: ${stderr.trim()}`);
  const start = stdout.indexOf('export type Json');
  if (start < 0) throw new Problem(`The types could not be generated: ${stdout.slice(0, 500)}`);
  const config = await resolveConfig(file);
  return format(HEADER + stdout.slice(start), { ...config, plugins: [], parser: 'typescript' });
}

async function main(): Promise<void> {
  const wanted = await withDatabase(26210, generate);
  const found = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (found === wanted) {
    console.log('The types of the database are up to date.');
    return;
  }
  if (process.argv.includes('--check')) {
    throw new Problem(
      'lib/platform/db/types.gen.ts does not match the migrations: run "node --import tsx scripts/db-types.ts" and commit the file.',
    );
  }
  writeFileSync(file, wanted);
  console.log('Wrote lib/platform/db/types.gen.ts');
}

main().catch(reportAndExit);
