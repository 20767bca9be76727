import { z } from 'zod';
import { listOf } from '../platform/form-schema';
import { PUSH_KINDS } from './model';

/** A subscription as browsers write it down (`toJSON`). */
export const subscriptionSchema = z.object({
  endpoint: z.url().max(1_000),
  keys: z.object({ p256dh: z.string().max(100), auth: z.string().max(40) }),
});
export type Subscription = z.output<typeof subscriptionSchema>;

export const kindsSchema = z.object({ kinds: listOf(z.enum(PUSH_KINDS)) });

export const deviceSchema = z.object({ deviceId: z.uuid() });
