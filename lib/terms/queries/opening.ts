import 'server-only';
import { CLOSED_REASONS, type DayOpening } from '../model/week';
import { addDays, asDay, type Day } from '../../platform/dates';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { clock } from './rules';

/** When a thing is open on each day, both days included. */
export async function listOpening(resourceId: string, from: Day, to: Day): Promise<DayOpening[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db.rpc('resource_opening', {
      p_resource_id: resourceId,
      p_from: from,
      p_to: addDays(to, 1),
    }),
  );
  const days: DayOpening[] = [];
  for (const row of rows) {
    const day = asDay(row.on_date);
    let last = days.at(-1);
    if (last?.day !== day) {
      const closed = CLOSED_REASONS.find((reason) => reason === row.closed_reason) ?? null;
      last = { day, spans: [], closed, name: orEmpty(row.name) };
      days.push(last);
    }
    if (last.closed === null)
      last.spans.push({ opens: clock(row.opens_at), closes: clock(row.closes_at) });
  }
  return days;
}

// why: the generated types do not know that columns of a function may be null.
function orEmpty(text: string | null): string {
  return text ?? '';
}
