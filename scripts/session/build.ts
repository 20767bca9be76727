import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectDir } from '../../supabase/local/migrate';
import { Problem } from '../../supabase/local/problem';
import { finishBuild } from '../after-build/finish';

export const nextBin = (): string =>
  createRequire(import.meta.url).resolve('next/dist/bin/next', { paths: [projectDir] });

/** Folders that do not go into the app; everything else does, so a forgotten one costs a build only. */
const notBuilt = new Set(['supabase', 'scripts', 'docs', 'e2e', 'bench', 'node_modules']);
const notBuiltFiles = new Set(['next-env.d.ts', 'README.md', 'ARCHITECTURE.md']);

function* inputs(folder: string, top = true): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    if (entry.name.startsWith('.') || (top && notBuilt.has(entry.name))) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* inputs(path, false);
    else if (!notBuiltFiles.has(entry.name) && !/\.(test\.tsx?|tsbuildinfo)$/.test(entry.name)) {
      yield path;
    }
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of inputs(projectDir)) {
    hash.update(path.slice(projectDir.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds when a source changed since the last build that succeeded; resolves to whether it did. */
export async function buildIfChanged(signal: AbortSignal): Promise<boolean> {
  const marker = join(projectDir, '.next', 'allmende-sources.sha256');
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return false;
  const started = Date.now();
  console.log('  Building the app (only when its sources changed) …');
  await run([nextBin(), 'build'], signal);
  await finishBuild('.next');
  writeFileSync(marker, wanted);
  console.log(`  Building the app: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

function run(args: string[], abort: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectDir,
      signal: abort,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    });
    let output = '';
    const keep = (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-8000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve();
      if (!abort.aborted) console.error(output);
      const reason = signal ? `it was ended by ${signal}` : 'see the lines above';
      reject(new Problem(`The app could not be built: ${reason}, correct it and start again.`));
    });
  });
}
