import { z } from 'zod';

/** What schemas of forms share. Kept apart from forms.ts, which islands import. */

/** For names that may occur once, often or not at all: checkboxes of one group, several photos. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess((value: unknown): unknown => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  }, z.array(item));
}

/** A lone checkbox: present or not. */
export const checkbox = z.preprocess((value) => value !== undefined, z.boolean());

/** The same key does it once, however often a phone sends it; forms without JavaScript have none. */
export const actKey = z.string().min(1).max(200).optional();

/** Key of common.field.* and its values. */
export type FieldRule = { rule: string; params: Record<string, string | number> };

/** Which sentence of common.field says what is wrong. */
export function ruleOf(issue: z.core.$ZodIssue): FieldRule {
  const params: FieldRule['params'] = {};
  switch (issue.code) {
    case 'invalid_type':
      return { rule: issue.input === undefined ? 'required' : 'invalid', params };
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1
          ? { rule: 'required', params }
          : { rule: 'too_short', params: { min: Number(issue.minimum) } };
      return { rule: 'too_small', params: { min: Number(issue.minimum) } };
    case 'too_big':
      return {
        rule: issue.origin === 'string' ? 'too_long' : 'too_big',
        params: { max: Number(issue.maximum) },
      };
    case 'invalid_format':
      return { rule: issue.format === 'email' ? 'email' : 'invalid', params };
    case 'invalid_value':
      return { rule: 'choice', params };
    case 'custom':
      // A schema may name its own sentence: `.refine(…, { params: { reason: 'order' } })`.
      return {
        rule: typeof issue.params?.reason === 'string' ? issue.params.reason : 'invalid',
        params,
      };
    default:
      return { rule: 'invalid', params };
  }
}
