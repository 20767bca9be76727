// One process that judges mutants, one after the other, on a server of its own.
import pg from 'pg';
import { at, TEMPLATE } from '../../supabase/tests/support/names';
import { mutantsIn, type Mutant } from './mutants';
import { openTests, type TestFile, type Tests } from './tests';

/** Told to the one who started us. */
export type Report =
  | { type: 'ready'; mutants: Mutant[] }
  | { type: 'verdict'; name: string; killer?: Killer; seconds?: number }
  /** Not noticed together with others; ready for the next task. */
  | { type: 'alone'; mutants: Mutant[]; seconds: number }
  | { type: 'useless'; file: string; failure: string };
export interface Killer {
  file: string;
  test: string;
}
/** What we are asked. */
export type Task =
  | {
      mutant: Mutant;
      /** The file that noticed it the last time. */
      last?: string;
      /** At most so many files are asked. */
      files?: number;
    }
  /** Constraints to try all at once; whatever is not noticed so comes again alone. */
  | { together: Mutant[] };

type OfOne = Extract<Task, { mutant: Mutant }>;

const PRISTINE = `${TEMPLATE}_pristine`;
const tell = (report: Report) => process.send?.(report);

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Judges with the tests of the suite; the database that each file copies is made anew for each mutant. */
async function judge(tests: Tests) {
  const first = tests.any();
  if (!first) throw new Error('there are no tests');
  await tests.failureIn(first); // starts the server
  const { adminUrl, ownerUrl } = tests.cluster();
  await withClient(adminUrl, (admin) =>
    admin.query(`create database ${PRISTINE} template ${TEMPLATE} owner postgres`),
  );
  const sound = new Map<string, boolean>();

  async function prepare(mutation?: string): Promise<void> {
    await withClient(adminUrl, async (admin) => {
      await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
      await admin.query(`create database ${TEMPLATE} template ${PRISTINE} owner postgres`);
    });
    if (mutation) await withClient(at(adminUrl, TEMPLATE), (admin) => admin.query(mutation));
  }

  /** A file that fails without any mutation proves nothing; asked when it fails for the first time. */
  async function isSound(file: TestFile, mutation: string): Promise<boolean> {
    const known = sound.get(file.path);
    if (known !== undefined) return known;
    await prepare();
    const failure = await tests.failureIn(file);
    if (failure) tell({ type: 'useless', file: file.path, failure });
    sound.set(file.path, failure === undefined);
    await prepare(mutation);
    return failure === undefined;
  }

  return {
    mutants: () => withClient(at(ownerUrl, PRISTINE), mutantsIn),
    async killersOf(together: Mutant[]): Promise<Map<Mutant, string>> {
      await prepare(
        together
          .map(({ sql }) => sql.replace(' constraint ', ' constraint if exists '))
          .join(';\n'),
      );
      return tests.noticedTogether(together);
    },
    async killerOf({ mutant, last, files }: OfOne): Promise<Killer | undefined> {
      await prepare(mutant.sql);
      for (const file of tests.inOrder(mutant, last, files)) {
        if (sound.get(file.path) === false) continue;
        const test = await tests.failureIn(file);
        if (test && (await isSound(file, mutant.sql))) return { file: file.path, test };
      }
      return undefined;
    },
  };
}

const tests = await openTests();
const judging = await judge(tests);
let ending = false;
async function answer(task: Task): Promise<void> {
  const before = performance.now();
  const seconds = () => (performance.now() - before) / 1000;
  try {
    if ('together' in task) {
      const killers = await judging.killersOf(task.together);
      const attacks = tests.any()?.path ?? '';
      if (ending) return;
      for (const [{ name }, test] of killers)
        tell({ type: 'verdict', name, killer: { file: attacks, test } });
      const left = task.together.filter((mutant) => !killers.has(mutant));
      tell({ type: 'alone', mutants: left, seconds: seconds() });
      return;
    }
    const { name } = task.mutant;
    const killer = await judging.killerOf(task);
    // what is cut short by the end is no verdict
    if (!ending) tell({ type: 'verdict', name, ...(killer ? { killer } : {}), seconds: seconds() });
  } catch (error) {
    if (!ending) throw error;
  }
}
process.on('message', (task: Task) => void answer(task));
process.once('disconnect', () => {
  ending = true;
  void tests.close().finally(() => process.exit(0));
});
tell({ type: 'ready', mutants: await judging.mutants() });
