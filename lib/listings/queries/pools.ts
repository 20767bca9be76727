import 'server-only';
import { cache } from 'react';
import { anonymousDb } from '../../platform/db/anonymous';
import { rowsOf } from '../../platform/db/answer';
import type { Pool } from '../model';

const COLUMNS = 'id, slug, name, about, imprint, zone:time_zone';

/** Null when there is no such pool. Once per request. */
export const findPool = cache(async (slug: string): Promise<Pool | null> => {
  return rowsOf(await anonymousDb().from('pools').select(COLUMNS).eq('slug', slug).maybeSingle());
});

export async function listPools(): Promise<Pool[]> {
  return rowsOf(await anonymousDb().from('pools').select(COLUMNS).order('name'));
}
