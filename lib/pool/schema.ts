import { z } from 'zod';

export const decisionSchema = z.object({
  organisationId: z.uuid(),
  note: z.string().trim().max(2000).default(''),
});

export type DecisionInput = z.output<typeof decisionSchema>;
