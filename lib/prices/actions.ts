'use server';

import { defineAction } from '../platform/action';
import { assignGroups, setPrices } from './commands';
import { borrowersSchema, pricesSchema } from './schema/form';

export const setPricesAction = defineAction({
  name: 'set-prices',
  schema: pricesSchema,
  run: setPrices,
});

export const assignGroupsAction = defineAction({
  name: 'assign-price-groups',
  schema: borrowersSchema,
  run: assignGroups,
});
