import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const buildManifest = z.object({ rootMainFiles: z.array(z.string()) });

/** The scripts that every page runs, relative to the build folder. */
export function rootFiles(dist: string): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(dist, 'build-manifest.json'), 'utf8'));
  return buildManifest.parse(manifest).rootMainFiles;
}
