import { z } from 'zod';

export const MESSAGE_MAX = 4_000;
export const PAGE_MAX = 300;
export const EMAIL_MAX = 254;

export const barrierSchema = z.object({
  pool: z.string().max(100),
  message: z.string().trim().min(1).max(MESSAGE_MAX),
  page: z.string().trim().max(PAGE_MAX).optional(),
  email: z.email().max(EMAIL_MAX).optional(),
});
export type BarrierInput = z.output<typeof barrierSchema>;

export const tickSchema = z.object({
  noteId: z.uuid(),
  answered: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});
export type TickInput = z.output<typeof tickSchema>;
