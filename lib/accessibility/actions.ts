'use server';

import { defineAction } from '../platform/action';
import { reportBarrier, tickBarrier } from './commands';
import { barrierSchema, tickSchema } from './schema';

export const reportBarrierAction = defineAction({
  name: 'report-barrier',
  schema: barrierSchema,
  run: reportBarrier,
});

export const tickBarrierAction = defineAction({
  name: 'tick-barrier',
  schema: tickSchema,
  run: tickBarrier,
});
