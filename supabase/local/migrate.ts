import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { folderOf } from './folder';
import { Problem } from './problem';

/** The folder that holds `supabase/`, which is what the official CLI calls its workdir. */
export const projectDir = dirname(dirname(folderOf(import.meta.url)));

export type CliResult = {
  code: number;
  stdout: string;
  stderr: string;
};

/** Runs the official Supabase CLI: no questions, no telemetry, no search for updates. */
export function supabaseCli(args: string[]): Promise<CliResult> {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('supabase/package.json');
  const { bin } = require('supabase/package.json') as { bin: Record<string, string> };
  const entry = join(dirname(manifest), bin.supabase ?? '');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args, '--workdir', projectDir, '--yes'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        SUPABASE_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
        NO_COLOR: '1',
        SUPABASE_YES: '1',
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

function migrationFiles(): string[] {
  const folder = join(projectDir, 'supabase', 'migrations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^\d+_.+\.sql$/.test(name));
}

async function appliedVersions(url: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(
      'select version from supabase_migrations.schema_migrations',
    );
    return new Set(rows.map((row) => row.version));
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return new Set();
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Applies `supabase/migrations/` with the official CLI as role `postgres`. The CLI takes seconds to
 * start, so it is only called when a file is missing in the history it keeps.
 */
export async function migrate(url: string): Promise<number> {
  const files = migrationFiles();
  if (files.length === 0) return 0;
  const applied = await appliedVersions(url);
  const missing = files.filter((name) => !applied.has(name.slice(0, name.indexOf('_'))));
  if (missing.length === 0) return 0;
  const { code, stdout, stderr } = await supabaseCli([
    'db',
    'push',
    `--remote=${url}`,
    '--skip-vault',
    '--include-all',
  ]);
  if (code !== 0) {
    throw new Problem(
      `The migrations could not be applied: ${stderr.trim() || stdout.trim()}\nCorrect the file named above; if a file that was already applied has changed, start over with -- --reset.`,
    );
  }
  return missing.length;
}
