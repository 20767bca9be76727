import type { ErrorCode, ErrorParams } from '@/lib/platform/errors';

/** One broken rule; its sentence stands in errors.json. */
export type Violation = { code: ErrorCode; field: string; params: ErrorParams };

export const DECIDED_BY = ['instant', 'standing', 'approver'] as const;
export const DECISION_REASONS = [
  'instant',
  'named',
  'clean_returns',
  'manual',
  'confirmation',
  'price',
  'not_covered',
] as const;
export type Decision = {
  by: (typeof DECIDED_BY)[number];
  reason: (typeof DECISION_REASONS)[number];
  params: ErrorParams;
};

/** What would happen if somebody asked now. */
export type Verdict = { violations: Violation[]; decision: Decision | null };

/** The same, ready to be shown: every broken rule, or who says yes and why. */
export type VerdictWords = {
  isFine: boolean;
  isInstant: boolean;
  title: string;
  lines: string[];
  /** Those of the lines that belong to one field of the request: how many, or for whom. */
  atField: Partial<Record<OwnField, string[]>>;
};

export const OWN_FIELDS = ['quantity', 'organisationId'] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

/** A verdict with the time it is about, in words. */
export type VerdictAtTime = VerdictWords & { time: string };
