import { z } from 'zod';
import { fieldName, isErrorCode, printable } from '@/lib/platform/errors';
import { DECIDED_BY, DECISION_REASONS, type Verdict } from '../model/verdict';

const params = z.record(z.string(), z.unknown()).nullish();

const answer = z.object({
  violations: z.array(z.object({ code: z.string(), field: z.string(), params })),
  decision: z
    .object({ by: z.enum(DECIDED_BY), reason: z.enum(DECISION_REASONS), params })
    .nullable(),
});

/** What check_booking answers, in our words. */
export function readVerdict(json: unknown): Verdict {
  const { violations, decision } = answer.parse(json);
  return {
    violations: violations.map(({ code, field, params: given }) => ({
      code: isErrorCode(code) ? code : 'FAULT',
      field: fieldName(field),
      params: printable(given ?? {}),
    })),
    decision: decision && { ...decision, params: printable(decision.params ?? {}) },
  };
}
