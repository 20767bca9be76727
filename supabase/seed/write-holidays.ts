import type pg from 'pg';
import { publicHolidays } from '../../lib/platform/public-holidays';
import { localDay, partsOf } from './calendar';
import { schoolHolidays } from './data/school-holidays';
import type { Pool } from './world';

/** As the daily job and a calendar of the QM bring them, from the year before today on. */
export async function writeHolidays(
  client: pg.Client,
  pool: Pool,
  region: string,
  today: Date,
): Promise<void> {
  const { year } = partsOf(localDay(today.getTime()));
  const years = Array.from({ length: 5 }, (_, i) => year - 1 + i);
  const days = publicHolidays(region, years, 'de') ?? [];
  await client.query(`select set_config('request.jwt.claims', '{"role": "service_role"}', true)`);
  const write = (kind: 'public' | 'school', list: object[]) =>
    client.query('select public.import_holidays($1, $2, $3)', [
      pool.id,
      kind,
      JSON.stringify(list),
    ]);
  await write(
    'public',
    days.map(({ startsOn, name }) => ({ starts_on: startsOn, name })),
  );
  await write(
    'school',
    schoolHolidays.map(([name, starts_on, ends_on]) => ({ name, starts_on, ends_on })),
  );
  await client.query(`select set_config('request.jwt.claims', '', true)`);
}
