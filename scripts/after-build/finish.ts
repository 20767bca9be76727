import { join } from 'node:path';
import { projectDir } from '../../supabase/local/migrate';
import { hintCompilation } from './compile-hints';
import { makeServiceWorker } from './service-worker';

/** What a `next build` still needs. Returns what the service worker keeps from the start. */
export async function finishBuild(distDir: string): Promise<{ files: number; bytes: number }> {
  const dist = join(projectDir, distDir);
  // first: the service worker counts the files as they will be served
  hintCompilation(dist);
  return makeServiceWorker(dist);
}
