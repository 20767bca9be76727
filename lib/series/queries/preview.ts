import 'server-only';
import { z } from 'zod';
import { resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { readTitles } from '../../platform/db/titles';
import { asDay, type Day } from '../../platform/dates';
import { isErrorCode, type ErrorParams } from '../../platform/errors';
import { ok, type Result } from '../../platform/result';
import { oneOf } from '../../platform/closed-list';
import { OCCURRENCE_STATES, type PlannedDate, type SeriesPlan } from '../model/series';

type Question = {
  resourceId: string;
  plan: SeriesPlan;
  /** Whose rules count; none for a passer-by. */
  organisationId: string | undefined;
  /** A series that is being extended, and from when. */
  extends?: { seriesId: string; from: Day };
};

/** Every date of a plan with what stands against it. */
export async function previewSeries(question: Question): Promise<Result<PlannedDate[]>> {
  const { resourceId, plan, organisationId, extends: extended } = question;
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('preview_series', {
      p_resource_id: resourceId,
      p_rule: plan.rule,
      p_starts_on: plan.startsOn,
      p_start_time: plan.startTime,
      p_end_time: plan.endTime,
      p_end_days: plan.endDays,
      p_quantity: plan.quantity,
      ...(organisationId ? { p_organisation_id: organisationId } : {}),
      ...(extended ? { p_series_id: extended.seriesId, p_from: extended.from } : {}),
    }),
  );
  if (!result.ok) return result;
  const dates = result.value.map(toDate);
  const titles = await readTitles(dates.flatMap(({ things }) => things.map(({ id }) => id)));
  return ok(
    dates.map((date) => ({
      ...date,
      things: date.things.map((thing) => ({
        ...thing,
        title: titles.get(thing.id) ?? thing.title,
      })),
    })),
  );
}

const timesSchema = z
  .array(z.object({ starts_at: z.string(), ends_at: z.string() }))
  .nullish()
  .transform((list) => list ?? []);
const thingsSchema = z
  .array(z.object({ resource_id: z.string(), title: z.string(), organisation_name: z.string() }))
  .nullish()
  .transform((list) => list ?? []);
const paramsSchema = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((params): ErrorParams =>
    Object.fromEntries(
      Object.entries(params ?? {}).filter(
        (entry): entry is [string, string | number] =>
          typeof entry[1] === 'string' || typeof entry[1] === 'number',
      ),
    ),
  );

type Row = {
  occurrence_on: string;
  starts_at: string;
  ends_at: string;
  code: string | null;
  params: unknown;
  holiday: string | null;
  stays: string | null;
  other_times: unknown;
  other_resources: unknown;
};

function toDate(row: Row): PlannedDate {
  return {
    on: asDay(row.occurrence_on),
    period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
    refusal:
      row.code === null
        ? null
        : {
            code: isErrorCode(row.code) ? row.code : 'FAULT',
            params: paramsSchema.parse(row.params),
          },
    holiday: row.holiday,
    stays: row.stays === null ? null : oneOf(OCCURRENCE_STATES, row.stays),
    times: timesSchema
      .parse(row.other_times)
      .map(({ starts_at: startsAt, ends_at: endsAt }) => ({ startsAt, endsAt })),
    things: thingsSchema.parse(row.other_resources).map((thing) => ({
      id: thing.resource_id,
      title: thing.title,
      organisationName: thing.organisation_name,
    })),
  };
}
