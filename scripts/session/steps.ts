import { messageOf, Problem } from '../../supabase/local/problem';

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Says what is being done while it is being done, and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  console.log(`  ${title} …`);
  const result = await work();
  console.log(`  ${title}: done in ${seconds(started)}`);
  return result;
}

/** Problems are sentences for people; anything else is a fault of ours and shows its trace. */
export function reportAndExit(error: unknown): never {
  if (error instanceof Problem) console.error(`\n${error.message}`);
  else
    console.error(
      '\nSomething unexpected went wrong:',
      error instanceof Error ? error.stack : messageOf(error),
    );
  process.exit(1);
}
