import { z } from 'zod';
import { isDay, isWallTime, type Day, type WallTime } from '@/lib/platform/dates';
import { isLocale, type Locale } from '@/lib/platform/i18n/locales';
import { actKey, listOf } from '@/lib/platform/form-schema';
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

export const listResourceSchema = z
  .looseObject({
    organisationId: z.uuid(),
    kind: z.enum(RESOURCE_KINDS),
    quantity: count.default(1),
    photo: photos,
    key: actKey,
    ...words,
  })
  .transform((form) => ({
    ...form,
    // what stood on the screen for this kind, unless somebody did not want it
    terms: form[`propose.${form.kind}`] ? proposed.parse(form[`proposal.${form.kind}`]) : null,
  }));

/** Rules as `set_terms` takes them; what it cannot be, that refuses. */
const proposed = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.number()))
  .nullable()
  .catch(null);

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

const language = z.custom<Locale>(isLocale);

export const textSchema = resourceSchema.extend({
  language,
  title: words.title,
  description: words.description,
  rules: words.rules,
});
/** What stands in the form already stays; the rest may be proposed. */
export const proposalSchema = resourceSchema.extend({
  language,
  title: note(120),
  description: note(6000),
  rules: note(6000),
});
export const languageSchema = resourceSchema.extend({ language });

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

const PART = /^part\.([0-9a-f-]{36})$/;

/** How many of which assets make up a thing: a field for each, empty or 0 for what is no part. */
export const partsSchema = z
  .looseObject({ resourceId: z.uuid() })
  .transform(({ resourceId, ...form }, context) => {
    const parts: { assetId: string; quantity: number }[] = [];
    for (const [name, value] of Object.entries(form)) {
      const assetId = PART.exec(name)?.[1];
      if (!assetId || typeof value !== 'string') continue;
      if (!/^\d{1,6}$/.test(value.trim())) {
        context.addIssue({ code: 'custom', path: [name], params: { reason: 'whole' } });
      } else if (Number(value) > 0) {
        parts.push({ assetId, quantity: Number(value) });
      }
    }
    if (parts.length === 0)
      context.addIssue({ code: 'custom', path: ['assetIds'], params: { reason: 'missing' } });
    return { resourceId, parts };
  });
export type PartsInput = z.output<typeof partsSchema>;

/** The bookings that an error tells about; none where it tells of none. */
export const standingBookings = z
  .array(
    z.object({
      id: z.uuid(),
      starts_at: z.string(),
      ends_at: z.string(),
      organisation_name: z.string(),
    }),
  )
  .catch([]);

export const reopenSchema = z.object({ closureId: z.uuid() });

export type ListResourceInput = z.output<typeof listResourceSchema>;
export type UpdateResourceInput = z.output<typeof updateResourceSchema>;
export type TextInput = z.output<typeof textSchema>;
export type ProposalInput = z.output<typeof proposalSchema>;
