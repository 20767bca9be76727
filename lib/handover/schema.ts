import { z } from 'zod';
import { RETURN_CONDITIONS } from '../bookings/model';
import { isDay } from '../platform/dates';
import { actKey } from '../platform/form-schema';
import { HANDOVER_PLACES } from './model';

const MAX_NOTE = 2_000;

const at = z.object({
  bookingId: z.guid(),
  /** Where the form stood, and where its answer is shown. */
  place: z.enum(HANDOVER_PLACES).default('handover'),
});
const note = z.string().trim().max(MAX_NOTE);
/** When it really was, from a phone that had no network then. */
const writtenAt = z.iso.datetime({ offset: true }).optional();

export const handOverSchema = at.extend({ key: actKey, writtenAt, note: note.optional() });

export const returnSchema = at
  .extend({
    key: actKey,
    writtenAt,
    note: note.optional(),
    condition: z.enum(RETURN_CONDITIONS).default('fine'),
  })
  .refine(({ condition, note: words }) => condition === 'fine' || words, {
    path: ['note'],
    params: { reason: 'required' },
  });

export const noShowSchema = at.extend({ note: note.optional() });

export const damageSchema = at.extend({ key: actKey, note: note.min(1) });

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
