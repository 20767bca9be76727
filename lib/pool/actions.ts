'use server';

import { defineAction } from '../platform/action';
import { admitOrganisation, recogniseCommonGood, suspendOrganisation } from './commands';
import { decisionSchema, recogniseSchema } from './schema';

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

export const recogniseAction = defineAction({
  name: 'recognise-common-good',
  schema: recogniseSchema,
  run: recogniseCommonGood,
});
