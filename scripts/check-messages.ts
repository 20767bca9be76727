/**
 * Fails when the languages differ in keys, arguments or plural forms, when a message is not ICU, when a
 * key is not used, or when words for people stand in a .tsx file: `npx tsx scripts/check-messages.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { DEFAULT_LOCALE, LOCALE_CODES, LOCALES } from '../lib/platform/i18n/locales';
import { NAMESPACES } from '../lib/platform/i18n/messages';
import { compare, readCatalogue } from './messages/catalogue';
import { visibleLiterals } from './messages/literals';
import { matcher, usedPatterns } from './messages/usage';

const root = fileURLToPath(new URL('..', import.meta.url));
const problems: string[] = [];

const source = readCatalogue(join(root, 'messages', DEFAULT_LOCALE));
for (const folder of readdirSync(join(root, 'messages'))) {
  const locale = LOCALE_CODES.find((code) => code === folder);
  if (!locale) {
    problems.push(`messages/${folder}: is not in lib/platform/i18n/locales.ts`);
    continue;
  }
  for (const file of readdirSync(join(root, 'messages', folder))) {
    if (!NAMESPACES.some((namespace) => `${namespace}.json` === file)) {
      problems.push(`messages/${folder}/${file}: is not in lib/platform/i18n/messages.ts`);
    }
  }
  const catalogue = readCatalogue(join(root, 'messages', folder));
  const found = compare(source, catalogue, LOCALES[DEFAULT_LOCALE].tag, LOCALES[locale].tag);
  problems.push(...found.map((problem) => `messages/${folder} ${problem}`));
}

const patterns = new Set<string>();
for (const file of codeFiles()) {
  const text = readFileSync(file, 'utf8');
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  for (const pattern of usedPatterns(tree)) patterns.add(pattern);
  if (!file.endsWith('.tsx')) continue;
  for (const { line, text: words } of visibleLiterals(tree)) {
    problems.push(`${relative(root, file)}:${String(line)} says “${words}” outside messages/`);
  }
}
const isUsed = matcher(patterns);
for (const key of source.keys()) if (!isUsed(key)) problems.push(`messages ${key}: is not used`);

for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? `messages: ${String(source.size)} keys in ${LOCALE_CODES.join(', ')} agree`
    : `messages: ${String(problems.length)} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function codeFiles(): string[] {
  return ['app', 'components', 'lib', 'supabase/local', 'supabase/seed', 'scripts']
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|gen|d)\.tsx?$/.test(file));
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
