import 'server-only';
import { resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { readCalendarDays } from '../../platform/ical-days';
import { fail, type Result } from '../../platform/result';
import type { CalendarInput, RemoveHolidaysInput } from '../schema';

/** School holidays from a calendar file; gives the number of days. */
export async function importSchoolHolidays(input: CalendarInput): Promise<Result<number>> {
  const days = readCalendarDays(await input.calendar.text(), input.zone);
  if (!days || days.length === 0) {
    return fail('INPUT', { field: 'calendar', params: { reason: 'calendar' } });
  }
  const db = await serverDb();
  return resultOf(
    await db.rpc('import_holidays', {
      p_pool_id: input.poolId,
      p_kind: 'school',
      p_days: days.map(({ startsOn, endsOn, name }) => ({
        starts_on: startsOn,
        ends_on: endsOn,
        name: name.slice(0, 120),
      })),
    }),
  );
}

export async function removeSchoolHolidays(input: RemoveHolidaysInput): Promise<Result<number>> {
  const db = await serverDb();
  return resultOf(
    await db.rpc('import_holidays', {
      p_pool_id: input.poolId,
      p_kind: 'school',
      p_days: [],
      p_from: input.from,
      p_to: input.to,
    }),
  );
}
