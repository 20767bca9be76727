import { readFileSync } from 'node:fs';
import { createVitest, type TestSpecification } from 'vitest/node';
import type { Mutant } from './mutants';

type Cluster = { adminUrl: string; ownerUrl: string };
type TestFile = { path: string; text: string; specification: TestSpecification };

/** Attacks on one kind of guard, to be tried first; the rest by how often a file speaks of the table. */
const FIRST: Record<Mutant['kind'], RegExp> = {
  constraint: /schema\/constraints\.test/,
  index: /schema\/constraints\.test/,
  trigger: /schema\/triggers\.test/,
  policy: /stories\/reading\.test/,
};
/** Lists of what there is, compared with what there should be, prove nothing about what it does. */
const INVENTORIES = /schema\/(guards|plans)\.test/;

/** The database suite in one process: its server and its compiled files are made once. */
export async function openTests() {
  const vitest = await createVitest('test', {
    watch: false,
    project: 'database',
    reporters: [{}],
    bail: 1,
    silent: true,
  });
  const specifications = await vitest.globTestSpecifications();
  const files = specifications
    .filter(({ moduleId }) => moduleId.includes('/supabase/tests/') && !INVENTORIES.test(moduleId))
    .map((specification): TestFile => ({
      path: specification.moduleId,
      text: readFileSync(specification.moduleId, 'utf8'),
      specification,
    }));

  /** The first test that failed, or undefined when all passed. */
  async function failureIn({ specification }: TestFile): Promise<string | undefined> {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification]);
    for (const file of testModules) {
      for (const test of file.children.allTests('failed')) return test.fullName;
      if (!file.ok()) return `${file.moduleId.split('/').at(-1) ?? ''} as a whole`;
    }
    return unhandledErrors.length > 0 ? String(unhandledErrors[0]) : undefined;
  }

  function inOrder({ kind, table }: Mutant): TestFile[] {
    const mentions = new RegExp(`\\b${table}\\b`, 'g');
    const weight = ({ path, text }: TestFile) =>
      (FIRST[kind].test(path) ? 1e6 : 0) + (text.match(mentions)?.length ?? 0);
    return [...files].sort((a, b) => weight(b) - weight(a));
  }

  return {
    failureIn,
    inOrder,
    /** Where the tests' server listens; it runs once the first file did. */
    cluster: (): Cluster => {
      const project = vitest.projects[0];
      if (!project) throw new Error('there is no project "database"');
      return project.getProvidedContext().cluster;
    },
    close: () => vitest.close(),
  };
}

export type Tests = Awaited<ReturnType<typeof openTests>>;
