import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectDir } from '../../supabase/local/migrate';
import type { Killer } from './worker';

/** Who noticed a mutant, and with which schema and tests that was. */
type Verdict = { killer: Killer | null; of: string };

const file = join(projectDir, '.local', 'mutate.json');

/** What a verdict depends on: another schema or other tests, and it is asked for again. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['supabase/migrations', 'supabase/tests']) {
    for (const name of readdirSync(join(projectDir, folder), { recursive: true })
      .map(String)
      .sort()) {
      if (!/\.(sql|ts)$/.test(name)) continue;
      hash.update(name).update(readFileSync(join(projectDir, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** What earlier runs found, kept beside the other leavings of runs. */
export function openVerdicts() {
  const now = fingerprint();
  let known: Record<string, Verdict> = {};
  try {
    known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Verdict>;
  } catch {
    // there was no run yet
  }
  return {
    /** What still counts. */
    of: (name: string): Verdict | undefined => {
      const verdict = known[name];
      return verdict?.of === now ? verdict : undefined;
    },
    /** Who noticed it the last time, even when tests have changed since: asked first. */
    lastFile: (name: string): string | undefined => known[name]?.killer?.file,
    add(name: string, killer: Killer | null): void {
      known[name] = { killer, of: now };
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(known, null, 1));
    },
  };
}
