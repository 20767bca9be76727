import 'server-only';
import { getViewer } from '../platform/auth/viewer';
import type { Day, WallTime } from '../platform/dates';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { fail, ok, type Result } from '../platform/result';
import type { Choices } from './model/series';
import type { MOVE_CONFLICTS, SeriesWish, SLOT_ANSWERS } from './schema';

/** Asks for all dates of a plan at once, or for none. */
export async function requestSeries(wish: SeriesWish): Promise<Result<{ seriesId: string }>> {
  const { resourceId, organisationId, plan, purpose, key, choices } = wish;
  // why here: to the database a passer-by is only somebody without the right.
  if (!(await getViewer())) return fail('LOGIN');
  if (!organisationId) {
    return fail('INPUT', { field: 'organisationId', params: { reason: 'required' } });
  }
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('request_series', {
      p_resource_id: resourceId,
      p_organisation_id: organisationId,
      p_rule: plan.rule,
      p_starts_on: plan.startsOn,
      p_start_time: plan.startTime,
      p_end_time: plan.endTime,
      p_end_days: plan.endDays,
      p_quantity: plan.quantity,
      p_purpose: purpose,
      p_choices: choices,
      p_idempotency_key: key,
    }),
  );
  return result.ok ? ok({ seriesId: result.value.id }) : result;
}

type Extension = { seriesId: string; until: Day; from: Day | undefined; choices: Choices };

export async function extendSeries(wish: Extension): Promise<Result<null>> {
  const db = await serverDb();
  const answer = await db.rpc('extend_series', {
    p_series_id: wish.seriesId,
    p_until: wish.until,
    ...(wish.from ? { p_from: wish.from } : {}),
    p_choices: wish.choices,
  });
  return done(resultOf(answer));
}

type Decision = {
  seriesId: string;
  decision: 'approve' | 'approveAll' | 'decline';
  on: Day[];
  note?: string | undefined;
};

/** Yes to all or some dates, or no to some. */
export async function decideSeries(decision: Decision): Promise<Result<null>> {
  const { seriesId, on, note } = decision;
  const db = await serverDb();
  const isAll = decision.decision === 'approveAll';
  const args = {
    p_series_id: seriesId,
    ...(isAll ? {} : { p_occurrences: on }),
    ...(note ? { p_note: note } : {}),
  };
  const answer =
    decision.decision === 'decline'
      ? await db.rpc('decline_series', args)
      : await db.rpc('approve_series', args);
  const result = resultOf(answer);
  // Somebody else decided meanwhile: nobody's mistake, the page shows how it stands.
  return !result.ok && result.error.code === 'BKSTA' ? ok(null) : done(result);
}

export async function endSeries(wish: {
  seriesId: string;
  from: Day;
  note?: string | undefined;
}): Promise<Result<null>> {
  const db = await serverDb();
  const { seriesId, from, note } = wish;
  const args = { p_series_id: seriesId, p_from: from, ...(note ? { p_note: note } : {}) };
  return done(resultOf(await db.rpc('end_series', args)));
}

export async function cancelDates(wish: {
  seriesId: string;
  from: Day;
  to?: Day | undefined;
  note?: string | undefined;
}): Promise<Result<null>> {
  const db = await serverDb();
  const { seriesId, from, to, note } = wish;
  const answer = await db.rpc('cancel_series_from', {
    p_series_id: seriesId,
    p_from: from,
    ...(to ? { p_to: to } : {}),
    ...(note ? { p_note: note } : {}),
  });
  return done(resultOf(answer));
}

type Move = {
  seriesId: string;
  from: Day;
  start: WallTime;
  end: WallTime;
  /** Other days of the week; null keeps the rule. */
  rule: string | null;
  conflicts: (typeof MOVE_CONFLICTS)[number];
  note?: string | undefined;
};

export async function moveSeries(wish: Move): Promise<Result<null>> {
  const db = await serverDb();
  const { seriesId, from, start, end, rule, conflicts, note } = wish;
  const answer = await db.rpc('move_series', {
    p_series_id: seriesId,
    p_from: from,
    p_start_time: start,
    p_end_time: end,
    p_end_days: end <= start ? 1 : 0,
    p_conflicts: conflicts,
    ...(rule ? { p_rule: rule } : {}),
    ...(note ? { p_note: note } : {}),
  });
  return done(resultOf(answer));
}

export async function answerSlotQuestion(wish: {
  questionId: string;
  answer: (typeof SLOT_ANSWERS)[number];
  until?: Day | undefined;
}): Promise<Result<null>> {
  const db = await serverDb();
  const answer = await db.rpc('answer_slot_question', {
    p_question_id: wish.questionId,
    p_answer: wish.answer,
    ...(wish.until ? { p_until: wish.until } : {}),
  });
  const result = resultOf(answer);
  return !result.ok && result.error.code === 'BKSTA' ? ok(null) : done(result);
}

function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result;
}
