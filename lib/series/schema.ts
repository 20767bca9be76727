import { z } from 'zod';
import { asDay, asWallTime, isDay, isWallTime } from '../platform/dates';
import { listOf } from '../platform/form-schema';
import { readOften, ruleOf, WEEKDAYS, type Weekday, type Wish } from './model/rule';
import type { Choice, Choices, SeriesPlan } from './model/series';

const day = z.string().refine(isDay).transform(asDay);
const time = z.string().refine(isWallTime).transform(asWallTime);
const note = z.string().trim().max(2_000).optional();
const weekday = z.coerce
  .number()
  .transform((value) => WEEKDAYS.find((known) => known === value))
  .pipe(z.literal([...WEEKDAYS]));

const wishFields = z.object({
  often: z
    .string()
    .default('weeks-1')
    .transform(readOften)
    .refine((often) => often !== null, { params: { reason: 'choice' } }),
  day: listOf(weekday),
  from: day,
  until: day,
  start: time,
  end: time,
  n: z.coerce.number().int().min(1).max(100_000).default(1),
});

export type PlanForm = { wish: Wish; plan: SeriesPlan };

/** What the planning form says, from its address or from the form that follows it. */
export const planSchema = wishFields.transform((form, context): PlanForm => {
  const { often, from, until, start, end, n } = form;
  if (until < from) {
    context.addIssue({ code: 'custom', path: ['until'], params: { reason: 'end_before_start' } });
    return z.NEVER;
  }
  const weekdays: Weekday[] = [...new Set(form.day)];
  const wish: Wish = { ...often, weekdays, from, until };
  return {
    wish,
    plan: {
      rule: ruleOf(wish),
      startsOn: from,
      startTime: start,
      endTime: end,
      // an evening that ends at one o'clock ends on the next date
      endDays: end <= start ? 1 : 0,
      quantity: n,
    },
  };
});

const PREFIX = 'take.';

/** `take.2026-11-03`: rule, skip, time:<start>/<end> or resource:<id>; a date without one is left out. */
function readChoices(form: Record<string, unknown>, dates: string[]): Choices {
  return Object.fromEntries(
    dates.flatMap((on) => {
      const choice = readChoice(form[PREFIX + on]);
      return choice ? [[on, choice]] : [];
    }),
  );
}

function readChoice(value: unknown): Choice | null {
  if (value === 'rule') return null;
  if (typeof value === 'string') {
    const [kind, rest = ''] = splitOnce(value, ':');
    const [start, end] = splitOnce(rest, '/');
    if (kind === 'time' && end) return { take: 'other_time', starts_at: start, ends_at: end };
    if (kind === 'resource') return { take: 'other_resource', resource_id: rest };
  }
  return { take: 'skip' };
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** All dates that the preview showed; needed because an empty box is not sent. */
const dates = z
  .string()
  .max(6_000)
  .transform((text) => text.split(' ').filter(isDay));

const requestFields = z.looseObject({
  resourceId: z.uuid(),
  organisationId: z.uuid().optional(),
  purpose: z.string().max(2_000).default(''),
  key: z.string().min(1).max(200),
  dates,
});

export type SeriesWish = {
  resourceId: string;
  organisationId: string | undefined;
  plan: SeriesPlan;
  purpose: string;
  key: string;
  choices: Choices;
};

export const requestSeriesSchema = z
  .intersection(requestFields, planSchema)
  .transform((form): SeriesWish => {
    const { resourceId, organisationId, plan, purpose, key } = form;
    return {
      resourceId,
      organisationId,
      plan,
      purpose,
      key,
      choices: readChoices(form, form.dates),
    };
  });

const series = z.object({ seriesId: z.guid() });

export const extendSeriesSchema = z
  .looseObject({ seriesId: z.guid(), until: day, from: day.optional(), dates })
  .transform((form) => ({
    seriesId: form.seriesId,
    until: form.until,
    from: form.from,
    choices: readChoices(form, form.dates),
  }));

export const DECISIONS = ['approve', 'approveAll', 'decline'] as const;

/** All undecided dates with one press, or those that are ticked. */
export const decideSeriesSchema = series
  .extend({
    decision: z.enum(DECISIONS),
    on: listOf(day),
    place: z.enum(['inbox', 'series']).default('series'),
    note,
  })
  .transform((form, context) => {
    if (form.decision !== 'approveAll' && form.on.length === 0) {
      context.addIssue({ code: 'custom', path: ['on'], params: { reason: 'missing' } });
      return z.NEVER;
    }
    return form;
  });

export const endSeriesSchema = series.extend({ from: day, note });

export const cancelDatesSchema = series
  .extend({ from: day, to: day.optional(), note })
  .refine(({ from, to }) => to === undefined || to >= from, {
    path: ['to'],
    params: { reason: 'end_before_start' },
  });

export const MOVE_CONFLICTS = ['refuse', 'keep', 'skip'] as const;

export const moveSeriesSchema = series.extend({
  from: day,
  start: time,
  end: time,
  day: listOf(weekday),
  every: z.coerce.number().int().min(1).max(99).default(1),
  conflicts: z.enum(MOVE_CONFLICTS).default('refuse'),
  note,
});

export const SLOT_ANSWERS = ['keep', 'release_next', 'release_until'] as const;

export const answerSlotSchema = series.extend({
  questionId: z.guid(),
  answer: z.enum(SLOT_ANSWERS),
  until: day.optional(),
});
