import { z } from 'zod';
import { isDay, type Day } from '../platform/dates';
import { actKey, listOf } from '../platform/form-schema';
import { DECISION_PLACES } from './model';

const MAX_NOTE = 2_000;

const decision = z.object({
  bookingId: z.guid(),
  /** Where the form stood, and where its answer is shown. */
  place: z.enum(DECISION_PLACES).default('inbox'),
});
const note = z.string().trim().max(MAX_NOTE);

export const approveSchema = decision.extend({ note: note.optional() });

/** One of the ready reasons, own words, or both; one of them must be there. */
export const declineSchema = decision
  .extend({ reason: z.string().trim().max(300).optional(), note: note.optional() })
  .transform(({ reason, note: words, ...rest }, context) => {
    const text = [reason, words].filter(Boolean).join('\n');
    if (text === '') {
      context.addIssue({ code: 'custom', path: ['note'], params: { reason: 'required' } });
      return z.NEVER;
    }
    return { ...rest, note: text.slice(0, MAX_NOTE) };
  });

export const grantChangeSchema = decision.extend({ changeId: z.guid(), note: note.optional() });

export const declineChangeSchema = decision.extend({ changeId: z.guid(), note: note.min(1) });

export const askSchema = decision.extend({ note: note.min(1), key: actKey });

/** For one booking, or for an organisation from now on. */
export const confirmSchema = z.object({
  confirmationId: z.uuid(),
  organisationId: z.uuid().optional(),
  bookingId: z.uuid().optional(),
});
export type ConfirmInput = z.output<typeof confirmSchema>;

const count = (most: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most, {
      params: { reason: 'whole' },
    })
    .transform(Number)
    .optional();

/** “These, or whoever brought back n in order, up to so much, on these days.” */
export const standingSchema = z
  .object({
    organisationId: z.uuid(),
    who: z.enum(['named', 'clean']).default('named'),
    organisationIds: listOf(z.uuid()),
    minCleanReturns: count(1_000),
    resourceId: z.uuid().optional(),
    maxDays: count(366),
    maxQuantity: count(100_000),
    weekdays: listOf(z.coerce.number().int().min(1).max(7)),
    validUntil: z.custom<Day>(isDay).optional(),
    note: z.string().trim().max(500).optional(),
  })
  .refine(({ who, organisationIds }) => who !== 'named' || organisationIds.length > 0, {
    path: ['organisationIds'],
    params: { reason: 'missing' },
  })
  .refine(({ who, minCleanReturns }) => who !== 'clean' || minCleanReturns !== undefined, {
    path: ['minCleanReturns'],
    params: { reason: 'required' },
  });
export type StandingInput = z.output<typeof standingSchema>;

export const revokeStandingSchema = z.object({ standingApprovalId: z.uuid() });
