import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { createVitest, type TestSpecification } from 'vitest/node';
import { projectDir } from '../../supabase/local/migrate';
import type { Mutant } from './mutants';

type Cluster = { adminUrl: string; ownerUrl: string };
export type TestFile = { path: string; text: string; specification: TestSpecification };

/** Who attacks one kind of guard, to be tried first. */
const FIRST: Record<Mutant['kind'], RegExp> = {
  constraint: /schema\/constraints/,
  index: /schema\/constraints/,
  trigger: /schema\/triggers\.test/,
  security: /schema\/(visibility|guards)\.test/,
  policy: /schema\/visibility\.test/,
  grant: /schema\/guards\.test/,
};
/**
 * Lists of what there is, compared with what there should be, prove nothing about what it does; only
 * for what is granted the list is the promise, and for row level security that it is on everywhere.
 */
const INVENTORIES = /schema\/(guards|plans)\.test/;
const LISTED = new Set<Mutant['kind']>(['grant', 'security']);
/** What a trigger is for often says more than its table. */
const TASKS: [trigger: RegExp, tests: RegExp][] = [
  [/serve|waiting/, /stories\/waiting/],
  [/event/, /stories\/events/],
  [/occurrence/, /stories\/series/],
  [/change/, /stories\/changes/],
  [/learn|relist|prepare/, /availability\/search|stories\/listings/],
  [/refresh|terms/, /stories\/(terms|rules)/],
  [/announce|tell/, /stories\/messages/],
  [/invitations/, /stories\/organisations/],
  [/quantity|owner|guard/, /stories\/(closures|listings)/],
];
/** Patient ones: tried last. */
const LONG = /\/(races|oracle|soak)\//;

/** Of the guard itself: `public.x: without x_y_check` is `x_y_check`. */
const nameOf = ({ name }: Pick<Mutant, 'name'>): string => name.split(' ').at(-1) ?? '';

function theOnly<T>(projects: T[]): T {
  const [project] = projects;
  if (!project) throw new Error('there is no project "database"');
  return project;
}

/** The database suite in one process: its server and its compiled files are made once. */
export async function openTests() {
  const vitest = await createVitest('test', {
    watch: false,
    project: 'database',
    reporters: [{}],
    bail: 1,
    silent: true,
  });
  const project = theOnly(vitest.projects);
  const specifications = await vitest.globTestSpecifications();
  const files = specifications
    .filter(({ moduleId }) => moduleId.includes('/supabase/tests/'))
    .map((specification): TestFile => ({
      path: relative(projectDir, specification.moduleId),
      text: readFileSync(specification.moduleId, 'utf8'),
      specification,
    }));

  /** The first test that failed, or undefined when all passed. */
  async function failureIn({ specification }: TestFile): Promise<string | undefined> {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification]);
    // what failed before must neither be told again nor count as the one failure that ends a run
    vitest.state.clearFiles(project, [specification.moduleId]);
    vitest.state.clearErrors();
    for (const file of testModules) {
      for (const test of file.children.allTests('failed')) return test.fullName;
      if (!file.ok()) return `${file.moduleId.split('/').at(-1) ?? ''} as a whole`;
    }
    return unhandledErrors.length > 0 ? String(unhandledErrors[0]) : undefined;
  }

  /**
   * Which of these constraints are noticed when all of them are gone at once. Each has an attack of
   * its own that expects to be refused by its very name, so no other one can be missed in its stead.
   */
  async function noticedTogether(constraints: Mutant[]): Promise<Map<Mutant, string>> {
    const file = files.find(({ path }) => path.includes('schema/constraints'));
    if (!file) return new Map();
    project.config.bail = 0;
    const { testModules } = await vitest.runTestSpecifications([file.specification]);
    project.config.bail = 1;
    const failed = testModules.flatMap((module) =>
      module.moduleId === file.specification.moduleId
        ? [...module.children.allTests('failed')].map((test) => test.fullName)
        : [],
    );
    vitest.state.clearFiles(project, [file.specification.moduleId]);
    const attackOn = (mutant: Mutant) =>
      failed.find((test) => test.startsWith(`${mutant.about} > ${nameOf(mutant)} refuses`));
    return new Map(
      constraints.flatMap((mutant) => {
        const test = attackOn(mutant);
        return test ? [[mutant, test] as const] : [];
      }),
    );
  }

  /**
   * The file that noticed it the last time, the one that attacks its kind, then those that name it
   * or speak of its table the most, the patient ones at the end.
   */
  function inOrder({ kind, about, name }: Mutant, last?: string, most = Infinity): TestFile[] {
    const mentions = new RegExp(`\\b${about}\\b`, 'g');
    const own = nameOf({ name });
    const weight = ({ path, text }: TestFile) =>
      (path === last ? 1e9 : 0) +
      (FIRST[kind].test(path) ? 1e8 : 0) +
      (kind === 'trigger' && TASKS.some(([task, of]) => task.test(own) && of.test(path))
        ? 1e6
        : 0) +
      (kind !== 'grant' && text.includes(own) ? 1e7 : 0) +
      (LONG.test(path) ? -1e6 : 0) +
      (text.match(mentions)?.length ?? 0) / Math.sqrt(text.length);
    return files
      .filter(({ path }) => LISTED.has(kind) || !INVENTORIES.test(path))
      .sort((a, b) => weight(b) - weight(a))
      .slice(0, most);
  }

  return {
    failureIn,
    noticedTogether,
    inOrder,
    any: () => files.find(({ path }) => path.includes('schema/constraints')) ?? files[0],
    /** Where the tests' server listens; it runs once the first file did. */
    cluster: (): Cluster => project.getProvidedContext().cluster,
    close: () => vitest.close(),
  };
}

export type Tests = Awaited<ReturnType<typeof openTests>>;
