'use server';

import { defineAction } from '../platform/action';
import { assignGroups, copyPrices, quoteForm, setPrices } from './commands';
import type { QuoteWords } from './model';
import { borrowersSchema, copySchema, pricesSchema } from './schema/form';

export const setPricesAction = defineAction({
  name: 'set-prices',
  schema: pricesSchema,
  run: setPrices,
});

export const copyPricesAction = defineAction({
  name: 'copy-prices',
  schema: copySchema,
  run: copyPrices,
});

export const assignGroupsAction = defineAction({
  name: 'assign-price-groups',
  schema: borrowersSchema,
  run: assignGroups,
});

/** The price of what stands in the request form now. Reads only. */
export async function quoteAction(form: FormData): Promise<QuoteWords | null> {
  return quoteForm(form);
}
