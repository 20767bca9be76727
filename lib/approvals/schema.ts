import { z } from 'zod';
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

export const askSchema = decision.extend({ note: note.min(1) });
