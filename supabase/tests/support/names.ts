/** The database that holds the story; copied for each test file. */
export const TEMPLATE = 'allmende_story';

/** The same server, another database. */
export function at(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
