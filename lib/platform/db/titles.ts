import 'server-only';
import { rowsOf } from './answer';
import { serverDb } from './server';

/**
 * What these resources are called for who reads (see reader_title), for answers that name originals.
 * One look for all; who is missing may not be seen.
 */
export async function readTitles(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('resources')
      .select('id, title:reader_title')
      .in('id', [...new Set(ids)]),
  );
  return new Map(rows.map(({ id, title }) => [id, title ?? '']));
}
