'use server';

import { defineAction } from '../platform/action';
import type { Locale } from '../platform/i18n/locales';
import { paths } from '../platform/paths';
import {
  approveBooking,
  askAboutBooking,
  declineBooking,
  declineChange,
  grantChange,
} from './commands/deciding';
import {
  grantStandingApproval,
  recordConfirmation,
  revokeConfirmation,
  revokeStandingApproval,
} from './commands/agreeing';
import type { DecisionPlace } from './model';
import {
  approveSchema,
  askSchema,
  confirmSchema,
  declineChangeSchema,
  declineSchema,
  grantChangeSchema,
  revokeStandingSchema,
  standingSchema,
} from './schema';

export const approveBookingAction = defineAction({
  name: 'approve-booking',
  schema: approveSchema,
  run: approveBooking,
  goTo: afterDecision,
});

export const declineBookingAction = defineAction({
  name: 'decline-booking',
  schema: declineSchema,
  run: declineBooking,
  goTo: afterDecision,
});

export const askAboutBookingAction = defineAction({
  name: 'ask-about-booking',
  schema: askSchema,
  run: askAboutBooking,
  goTo: afterDecision,
});

export const grantChangeAction = defineAction({
  name: 'grant-change',
  schema: grantChangeSchema,
  run: grantChange,
  goTo: afterDecision,
});

export const declineChangeAction = defineAction({
  name: 'decline-change',
  schema: declineChangeSchema,
  run: declineChange,
  goTo: afterDecision,
});

export const recordConfirmationAction = defineAction({
  name: 'record-confirmation',
  schema: confirmSchema,
  run: recordConfirmation,
});

export const revokeConfirmationAction = defineAction({
  name: 'revoke-confirmation',
  schema: confirmSchema,
  run: revokeConfirmation,
});

export const grantStandingAction = defineAction({
  name: 'grant-standing-approval',
  schema: standingSchema,
  run: grantStandingApproval,
});

export const revokeStandingAction = defineAction({
  name: 'revoke-standing-approval',
  schema: revokeStandingSchema,
  run: ({ standingApprovalId }) => revokeStandingApproval(standingApprovalId),
});

type Decided = { bookingId: string; place: DecisionPlace };

// The page itself says what came of it: with and without JavaScript, and after a reload.
function afterDecision(_: unknown, { bookingId, place }: Decided, locale: Locale): string {
  return place === 'booking'
    ? paths.booking(locale, bookingId, { after: 'decide' })
    : paths.inbox(locale, { after: bookingId });
}
