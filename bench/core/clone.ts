import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is committed, in a folder of its own, with the packages of this one. */
export function makeClone(source: string): {
  folder: string;
  packages: string;
  remove: () => void;
} {
  const parent = mkdtempSync(join(tmpdir(), 'allmende-bench-'));
  chmodSync(parent, 0o755); // why: run by root, the database is another user and must get in
  const folder = join(parent, 'allmende');
  const remove = () => {
    rmSync(parent, { recursive: true, force: true });
  };
  try {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', source, folder]);
    const packages = copyPackages(join(source, 'node_modules'), join(folder, 'node_modules'));
    // why: the launcher installs when the list of packages is newer than what is installed
    utimesSync(join(folder, 'package-lock.json'), 1, 1);
    return { folder, packages, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Not one symlink for all of it: Turbopack follows none that leads out of the project. */
function copyPackages(from: string, to: string): string {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
    return 'node_modules copied as hard links';
  } catch {
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
    return 'node_modules copied';
  }
}
