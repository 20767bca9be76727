import 'server-only';
import { z } from 'zod';
import { BOOKING_STATUSES } from '../bookings/model';
import { oneOf } from '../platform/closed-list';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import type { Period } from '../platform/dates';
import { ok, type Result } from '../platform/result';
import type { Affected } from './model';

const substituteSchema = z.object({
  slug: z.string(),
  title: z.string(),
  organisation_name: z.string(),
});

/** Requests and bookings that stand on a thing, or on what it is made of, in a stretch of time. */
export async function listStanding(
  resourceId: string,
  period: Period,
): Promise<Result<Affected[]>> {
  const db = await serverDb();
  const answer = resultOf(
    await db.rpc('list_standing_bookings', {
      p_resource_id: resourceId,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
    }),
  );
  if (!answer.ok) return answer;
  return ok(
    answer.value.map((row) => {
      // why: the generated types do not know that columns of a function may be null.
      const person: string | null = row.requested_by_name;
      return {
        id: row.booking_id,
        title: row.resource_title,
        status: oneOf(BOOKING_STATUSES, row.status),
        period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
        quantity: row.quantity,
        borrower: row.organisation_name,
        person,
        purpose: row.purpose,
        substitutes: z
          .array(substituteSchema)
          .catch([])
          .parse(row.substitutes)
          .map(({ slug, title, organisation_name: organisation }) => ({
            slug,
            title,
            organisation,
          })),
      };
    }),
  );
}
