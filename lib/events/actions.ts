'use server';

import { defineAction } from '../platform/action';
import { paths } from '../platform/paths';
import {
  acceptWithout,
  approveParts,
  cancelEvent,
  chooseParts,
  declineParts,
  dropItem,
  planEvent,
  planItem,
  replaceItem,
  requestEvent,
} from './commands';
import {
  approvePartsSchema,
  cancelSchema,
  choiceSchema,
  declinePartsSchema,
  itemRefSchema,
  itemSchema,
  planSchema,
  replaceSchema,
  requestSchema,
} from './schema';

const WHEN = { startsAt: 'from', endsAt: 'to' };

export const planEventAction = defineAction({
  name: 'plan-event',
  schema: planSchema,
  run: planEvent,
  fields: WHEN,
  goTo: ({ eventId }, _, locale) => paths.event(locale, eventId),
});

export const planItemAction = defineAction({
  name: 'plan-event-item',
  schema: itemSchema,
  run: planItem,
  fields: WHEN,
  goTo: (_, { eventId, itemId }, locale) => paths.eventItem(locale, eventId, itemId),
});

export const dropItemAction = defineAction({
  name: 'drop-event-item',
  schema: itemRefSchema,
  run: dropItem,
  goTo: (_, { eventId }, locale) => paths.event(locale, eventId),
});

export const choosePartsAction = defineAction({
  name: 'choose-event-parts',
  schema: choiceSchema,
  run: chooseParts,
  goTo: (_, { eventId, itemId }, locale) => `${paths.event(locale, eventId)}#i-${itemId}`,
});

export const requestEventAction = defineAction({
  name: 'request-event',
  schema: requestSchema,
  run: requestEvent,
  goTo: (_, { eventId }, locale) => paths.event(locale, eventId, { after: 'send' }),
});

export const replaceItemAction = defineAction({
  name: 'replace-event-item',
  schema: replaceSchema,
  run: replaceItem,
  goTo: (_, { eventId }, locale) => paths.event(locale, eventId, { after: 'replace' }),
});

export const acceptWithoutAction = defineAction({
  name: 'accept-without',
  schema: itemRefSchema,
  run: acceptWithout,
  goTo: (_, { eventId }, locale) => paths.event(locale, eventId, { after: 'without' }),
});

export const cancelEventAction = defineAction({
  name: 'cancel-event',
  schema: cancelSchema,
  run: cancelEvent,
  goTo: (_, { eventId }, locale) => paths.event(locale, eventId, { after: 'cancel' }),
});

export const discardEventAction = defineAction({
  name: 'discard-event',
  schema: cancelSchema,
  run: cancelEvent,
  goTo: (_, __, locale) => paths.events(locale),
});

// The inbox says what came of it, with and without JavaScript.
export const approvePartsAction = defineAction({
  name: 'approve-event-parts',
  schema: approvePartsSchema,
  run: approveParts,
  goTo: (_, { eventId }, locale) => paths.inbox(locale, { event: eventId }),
});

export const declinePartsAction = defineAction({
  name: 'decline-event-parts',
  schema: declinePartsSchema,
  run: declineParts,
  goTo: (_, { eventId }, locale) => paths.inbox(locale, { event: eventId }),
});
