import { z } from 'zod';
import type { WaitingWish } from './model';

const MAX_PURPOSE = 2_000;

/** The time is chosen on the page before; the form carries it as instants. */
export const waitingSchema = z
  .object({
    resourceId: z.uuid(),
    organisationId: z.uuid().optional(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    quantity: z.coerce.number().int().min(1).max(100_000).default(1),
    purpose: z.string().max(MAX_PURPOSE).default(''),
  })
  .transform(({ startsAt, endsAt, ...rest }): WaitingWish => ({
    resourceId: rest.resourceId,
    organisationId: rest.organisationId,
    quantity: rest.quantity,
    purpose: rest.purpose,
    period: { start: new Date(startsAt), end: new Date(endsAt) },
  }));

export const leaveSchema = z.object({ entryId: z.guid() });

export const offerSchema = z.object({ bookingId: z.guid() });
