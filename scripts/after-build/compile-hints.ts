import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFiles } from './root-files';

/**
 * Read by Chromium from version 136 on, a comment to all others: compile every function while the file
 * arrives, beside the page and not on its main thread.
 * https://v8.dev/blog/explicit-compile-hints
 */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Marks the scripts that every page runs as a whole: the framework. Without it each module is parsed a
 * second time when it runs, in one piece, which was half of all that the main thread did at a start.
 */
export function hintCompilation(dist: string): void {
  for (const file of rootFiles(dist)) {
    const path = join(dist, file);
    const script = readFileSync(path, 'utf8');
    if (!script.startsWith(HINT)) writeFileSync(path, HINT + script);
  }
}
