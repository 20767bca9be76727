import { z } from 'zod';
import { isDay, type Day } from '@/lib/platform/dates';

const MAX_BYTES = 1_000_000;

export const calendarSchema = z.object({
  poolId: z.uuid(),
  zone: z.string().max(64),
  calendar: z.file().refine(({ size }) => size <= MAX_BYTES, { params: { reason: 'calendar' } }),
});
export type CalendarInput = z.output<typeof calendarSchema>;

const day = z.custom<Day>(isDay);

export const removeHolidaysSchema = z.object({ poolId: z.uuid(), from: day, to: day });
export type RemoveHolidaysInput = z.output<typeof removeHolidaysSchema>;
