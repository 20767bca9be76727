import 'server-only';
import { now } from '../../platform/clock';
import { adminDb } from '../../platform/db/admin';
import { rowsOf } from '../../platform/db/answer';
import { dayOf, type Day } from '../../platform/dates';
import { log } from '../../platform/log';
import { publicHolidays } from '../../platform/public-holidays';
import { yearsAhead } from '../model';

/** What is known is looked at once a day by each server; a pool that is new gets its days then. */
let lookedOn: Day | undefined;

/** Writes the public holidays of every pool with a region, three years ahead. Safe to call at any time. */
export async function fillPublicHolidays(): Promise<number> {
  const today = dayOf(now(), 'UTC');
  if (lookedOn === today) return 0;
  const pools = rowsOf(
    await adminDb()
      .from('pools')
      .select('id, slug, region, time_zone, default_locale')
      .not('region', 'is', null),
  );
  let filled = 0;
  for (const pool of pools) if (await fillPool(pool)) filled += 1;
  lookedOn = today;
  return filled;
}

type PoolRow = {
  id: string;
  slug: string;
  region: string | null;
  time_zone: string;
  default_locale: string;
};

async function fillPool(pool: PoolRow): Promise<boolean> {
  const years = yearsAhead(dayOf(now(), pool.time_zone));
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const known = rowsOf(
    await adminDb()
      .from('holidays')
      .select('on_date')
      .eq('pool_id', pool.id)
      .eq('kind', 'public')
      .gte('on_date', `${last}-01-01`)
      .limit(1),
  );
  if (known.length > 0) return false;
  const days = publicHolidays(pool.region ?? '', years, pool.default_locale);
  if (!days) {
    log.warn(`pool ${pool.slug}: no public holidays are known for its region`, pool.region);
    return false;
  }
  rowsOf(
    await adminDb().rpc('import_holidays', {
      p_pool_id: pool.id,
      p_kind: 'public',
      p_days: days.map(({ startsOn, name }) => ({ starts_on: startsOn, name })),
      p_from: `${first}-01-01`,
      p_to: `${last}-12-31`,
    }),
  );
  return true;
}
