// Takes away one guard after the other (each constraint, unique index, trigger and policy) in a copy of
// the tests' database and expects a test to go red: `npm run mutate`, or `npm run mutate -- bookings`
// for those whose name holds a word. Prints the survivors; there may be none but those that
// supabase/tests/equivalents.ts gives a reason for.
import pg from 'pg';
import { equivalents } from '../supabase/tests/equivalents';
import { at, TEMPLATE } from '../supabase/tests/support/names';
import { mutantsIn, type Mutant } from './mutate/mutants';
import { openTests, type Tests } from './mutate/tests';

const PRISTINE = `${TEMPLATE}_pristine`;
type Urls = { adminUrl: string; ownerUrl: string };

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The database that every test file copies, as it is or with one guard less. */
async function prepare({ adminUrl, ownerUrl }: Urls, mutation?: string): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
    await admin.query(`create database ${TEMPLATE} template ${PRISTINE} owner postgres`);
  });
  if (mutation) await withClient(at(ownerUrl, TEMPLATE), (owner) => owner.query(mutation));
}

/** Tests that fail without any mutation prove nothing; asked once for each file, when it is needed. */
function baseline(tests: Tests, urls: Urls) {
  const known = new Map<string, boolean>();
  return async (file: ReturnType<Tests['inOrder']>[number], mutation: string) => {
    const before = known.get(file.path);
    if (before !== undefined) return before;
    await prepare(urls);
    const failure = await tests.failureIn(file);
    if (failure) console.log(`  ! left out, because it fails by itself: ${file.path}: ${failure}`);
    known.set(file.path, failure === undefined);
    await prepare(urls, mutation);
    return failure === undefined;
  };
}

async function killerOf(
  mutant: Mutant,
  tests: Tests,
  urls: Urls,
  isUsable: ReturnType<typeof baseline>,
): Promise<string | undefined> {
  await prepare(urls, mutant.sql);
  for (const file of tests.inOrder(mutant)) {
    if (!(await isUsable(file, mutant.sql))) continue;
    const failure = await tests.failureIn(file);
    if (failure) return failure;
  }
  return undefined;
}

async function main(words: string[]): Promise<number> {
  const tests = await openTests();
  try {
    const [any] = tests.inOrder({ name: '', kind: 'policy', table: 'bookings', sql: '' });
    if (any) await tests.failureIn(any); // starts the server
    const urls = tests.cluster();
    await withClient(urls.adminUrl, (admin) =>
      admin.query(`create database ${PRISTINE} template ${TEMPLATE} owner postgres`),
    );
    const all = await withClient(at(urls.ownerUrl, PRISTINE), mutantsIn);
    const wanted = all.filter(({ name }) => words.every((word) => name.includes(word)));
    const isUsable = baseline(tests, urls);
    const survivors: string[] = [];
    let accepted = 0;
    for (const [i, mutant] of wanted.entries()) {
      if (equivalents[mutant.name]) {
        accepted += 1;
        continue;
      }
      const killer = await killerOf(mutant, tests, urls, isUsable);
      if (!killer) survivors.push(mutant.name);
      console.log(
        `${i + 1}/${wanted.length} ${killer ? '✓' : '✗ SURVIVES'} ${mutant.name}${killer ? `  (${killer})` : ''}`,
      );
    }
    const gone = Object.keys(equivalents).filter((name) => !all.some((m) => m.name === name));
    for (const name of gone) console.log(`accepted, but there is no such guard any more: ${name}`);
    console.log(
      `\n${wanted.length} guards taken away one by one: ${wanted.length - survivors.length - accepted} noticed, ${accepted} accepted with a reason, ${survivors.length} survive`,
    );
    for (const name of survivors) console.log(`  ✗ ${name}`);
    return survivors.length + gone.length === 0 ? 0 : 1;
  } finally {
    await tests.close();
  }
}

process.exit(await main(process.argv.slice(2)));
