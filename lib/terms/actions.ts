'use server';

import { defineAction } from '../platform/action';
import { copyTerms, setTerms } from './commands';
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
