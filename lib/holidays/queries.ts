import 'server-only';
import { oneOf } from '../platform/closed-list';
import { rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { asDay, type Day } from '../platform/dates';
import { HOLIDAY_KINDS, spansOf, type HolidayKind, type HolidaySpan } from './model';

/** Holidays of a pool from a day on, in order. */
export async function listHolidays(
  poolId: string,
  from: Day,
  kind: HolidayKind,
): Promise<HolidaySpan[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('holidays')
      .select('on_date, kind, name')
      .eq('pool_id', poolId)
      .eq('kind', kind)
      .gte('on_date', from)
      .order('on_date')
      .limit(1000),
  );
  return spansOf(
    rows.map((row) => ({
      kind: oneOf(HOLIDAY_KINDS, row.kind),
      name: row.name,
      day: asDay(row.on_date),
    })),
  );
}

/** By whose calendar public holidays are reckoned; null: by none. */
export async function readRegion(poolId: string): Promise<string | null> {
  const db = await serverDb();
  return rowsOf(await db.from('pools').select('region').eq('id', poolId).single()).region;
}
