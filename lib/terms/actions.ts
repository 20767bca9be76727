'use server';

import { defineAction } from '../platform/action';
import { copyTerms, setTerms, verdictOf } from './commands';
import type { VerdictAtTime } from './model/verdict';
import { copySchema, termsSchema } from './schema/form';

export const setTermsAction = defineAction({
  name: 'set-terms',
  schema: termsSchema,
  run: setTerms,
});

export const copyTermsAction = defineAction({
  name: 'copy-terms',
  schema: copySchema,
  run: copyTerms,
});

/** What would come of what stands in the request form now. Reads only. */
export async function verdictAction(form: FormData): Promise<VerdictAtTime | null> {
  return verdictOf(form);
}
