import { z } from 'zod';
import { checkbox } from '../platform/form-schema';

export const decisionSchema = z.object({
  organisationId: z.uuid(),
  note: z.string().trim().max(2000).default(''),
});

export const recogniseSchema = z.object({ organisationId: z.uuid(), recognised: checkbox });
export type RecogniseInput = z.output<typeof recogniseSchema>;

export type DecisionInput = z.output<typeof decisionSchema>;
