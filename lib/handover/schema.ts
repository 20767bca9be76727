import { z } from 'zod';
import { RETURN_CONDITIONS } from '../bookings/model';
import { isDay } from '../platform/dates';
import { HANDOVER_PLACES } from './model';

const MAX_NOTE = 2_000;

const at = z.object({
  bookingId: z.guid(),
  /** Where the form stood, and where its answer is shown. */
  place: z.enum(HANDOVER_PLACES).default('handover'),
});
const note = z.string().trim().max(MAX_NOTE);
/** The same key notes it once, however often a phone sends it. */
const key = z.string().min(1).max(200).optional();

export const handOverSchema = at.extend({ key, note: note.optional() });

export const returnSchema = at
  .extend({ key, note: note.optional(), condition: z.enum(RETURN_CONDITIONS).default('fine') })
  .refine(({ condition, note: words }) => condition === 'fine' || words, {
    path: ['note'],
    params: { reason: 'required' },
  });

export const noShowSchema = at.extend({ note: note.optional() });

export const damageSchema = at.extend({ note: note.min(1) });

const day = z.string().refine(isDay);

export const withdrawSchema = z
  .object({
    resourceId: z.guid(),
    zone: z.string().max(64),
    from: day,
    to: day,
    reason: z.string().trim().max(500).optional(),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    params: { reason: 'end_before_start' },
  });
