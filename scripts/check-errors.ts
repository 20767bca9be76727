/**
 * Fails when the four places that hold the error vocabulary differ: what SQL raises, the registry
 * docs/errors.md, the words in messages/, the union in lib/platform/errors.ts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ERROR_CODES } from '../lib/platform/errors';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const all = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));

const problems: string[] = [];
const union = new Set<string>(ERROR_CODES);

/** SQL may raise fewer: some codes arise on the way (NETWK) or belong to later features. */
const raised = all(
  sqlFiles()
    .map((file) => read('supabase', 'migrations', file))
    .join('\n'),
  /(?:errcode\s*=\s*|private\.(?:fail|violation)\(\s*)'([A-Z0-9]{5})'/g,
);
// Postgres's own codes end in digits or are classes like 42501; ours are five letters.
for (const code of raised) {
  if (/^[A-Z]{5}$/.test(code) && !union.has(code)) {
    problems.push(`supabase/migrations raises ${code}, which lib/platform/errors.ts does not know`);
  }
}

compareSets('docs/errors.md', all(read('docs', 'errors.md'), /^\| `([A-Z]{5})`/gm));
for (const locale of readdirSync(join(root, 'messages'))) {
  const words = JSON.parse(read('messages', locale, 'errors.json')) as Record<string, string>;
  compareSets(`messages/${locale}/errors.json`, new Set(Object.keys(words)));
}

for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? `errors: ${String(union.size)} codes agree, ${String(raised.size)} of them raised in SQL`
    : `errors: ${String(problems.length)} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function compareSets(place: string, codes: Set<string>): void {
  for (const code of union) if (!codes.has(code)) problems.push(`${place} lacks ${code}`);
  for (const code of codes) if (!union.has(code)) problems.push(`${place} has unknown ${code}`);
}

function sqlFiles(): string[] {
  const folder = join(root, 'supabase', 'migrations');
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.sql')) : [];
}
