'use server';

import { defineAction } from '../platform/action';
import { paths } from '../platform/paths';
import { chooseKinds, unsubscribe } from './commands';
import { deviceSchema, kindsSchema } from './schema';

export const chooseKindsAction = defineAction({
  name: 'choose-pushes',
  schema: kindsSchema,
  run: ({ kinds }) => chooseKinds(kinds),
  goTo: (_, __, locale) => paths.account(locale, { saved: '1' }),
});

export const removeDeviceAction = defineAction({
  name: 'remove-push-device',
  schema: deviceSchema,
  run: ({ deviceId }) => unsubscribe(deviceId),
});
