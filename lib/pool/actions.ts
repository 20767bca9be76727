'use server';

import { defineAction } from '../platform/action';
import { admitOrganisation, suspendOrganisation } from './commands';
import { decisionSchema } from './schema';

export const admitAction = defineAction({
  name: 'admit-organisation',
  schema: decisionSchema,
  run: admitOrganisation,
});

export const suspendAction = defineAction({
  name: 'suspend-organisation',
  schema: decisionSchema,
  run: suspendOrganisation,
});
