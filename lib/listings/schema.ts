import { z } from 'zod';
import { isDay, isWallTime, type Day, type WallTime } from '@/lib/platform/dates';
import { listOf } from '@/lib/platform/form-schema';
import { APPROVALS, MAX_PHOTOS, RESOURCE_KINDS, RESOURCE_STATUSES } from './model';

const note = (max: number) => z.string().trim().max(max).default('');
const count = z.coerce.number().int().min(1).max(100_000);
const minutes = z.coerce.number().int().min(0).max(10_080).default(0);
const photos = listOf(z.file()).pipe(z.array(z.file()).max(MAX_PHOTOS));

const words = {
  title: z.string().trim().min(2).max(120),
  description: note(6000),
  rules: note(6000),
  place: note(240),
  approval: z.enum(APPROVALS).default('manual'),
  capacityNote: note(240),
  priceNote: note(1000),
  depositNote: note(240),
  bufferBefore: minutes,
  bufferAfter: minutes,
};

export const listResourceSchema = z.object({
  organisationId: z.uuid(),
  kind: z.enum(RESOURCE_KINDS),
  quantity: count.default(1),
  photo: photos,
  ...words,
});

export const updateResourceSchema = z.object({
  resourceId: z.uuid(),
  picture: note(40),
  ...words,
});

export const resourceSchema = z.object({ resourceId: z.uuid() });
export const stockSchema = resourceSchema.extend({ quantity: count });
export const resourceStatusSchema = resourceSchema.extend({ status: z.enum(RESOURCE_STATUSES) });
export const photosSchema = resourceSchema.extend({
  photo: photos.refine((list) => list.length > 0, { params: { reason: 'missing' } }),
});
export const photoSchema = resourceSchema.extend({ photoId: z.uuid() });

const day = z.custom<Day>(isDay);
const time = z.custom<WallTime>(isWallTime).optional();

export const closeSchema = z
  .object({
    ...resourceSchema.shape,
    from: day,
    to: day.optional(),
    startTime: time,
    endTime: time,
    reason: note(500),
  })
  .transform((closure) => ({ ...closure, to: closure.to ?? closure.from }))
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    params: { reason: 'end_before_start' },
  })
  .refine(
    ({ from, to, startTime, endTime }) =>
      from !== to || !startTime || !endTime || startTime < endTime,
    { path: ['endTime'], params: { reason: 'end_before_start' } },
  );

export const reopenSchema = z.object({ closureId: z.uuid() });

export type ListResourceInput = z.output<typeof listResourceSchema>;
export type UpdateResourceInput = z.output<typeof updateResourceSchema>;
