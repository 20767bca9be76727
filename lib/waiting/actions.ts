'use server';

import { defineAction } from '../platform/action';
import { paths } from '../platform/paths';
import { ok, type Result } from '../platform/result';
import { acceptOffer, declineOffer, joinWaitingList, leaveWaitingList } from './commands';
import { leaveSchema, offerSchema, waitingSchema } from './schema';

export const joinWaitingListAction = defineAction({
  name: 'join-waiting-list',
  schema: waitingSchema,
  run: joinWaitingList,
  goTo: (_, __, locale) => `${paths.bookings(locale, { after: 'waiting' })}#waiting`,
});

export const leaveWaitingListAction = defineAction({
  name: 'leave-waiting-list',
  schema: leaveSchema,
  run: async (input) => afterAll(await leaveWaitingList(input)),
  goTo: (_, __, locale) => `${paths.bookings(locale)}#waiting`,
});

// Both lead to the booking as it stands now: that says it without JavaScript too.
export const acceptOfferAction = defineAction({
  name: 'accept-offer',
  schema: offerSchema,
  run: async (input) => afterAll(await acceptOffer(input)),
  goTo: (_, { bookingId }, locale) => paths.booking(locale, bookingId, { after: 'accept' }),
});

export const declineOfferAction = defineAction({
  name: 'decline-offer',
  schema: offerSchema,
  run: async (input) => afterAll(await declineOffer(input)),
  goTo: (_, { bookingId }, locale) => paths.booking(locale, bookingId),
});

/** It ran out, or a colleague was first: the page shows how it stands, so that is no failure of the form. */
function afterAll(result: Result<null>): Result<null> {
  return !result.ok && result.error.code === 'BKSTA' ? ok(null) : result;
}
