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
} from './commands';
import type { DecisionPlace } from './model';
import {
  approveSchema,
  askSchema,
  declineChangeSchema,
  declineSchema,
  grantChangeSchema,
} from './schema';

export const approveBookingAction = defineAction({
  name: 'approve-booking',
  schema: approveSchema,
  run: approveBooking,
  goTo: (_, input, locale) => afterDecision(input, locale),
});

export const declineBookingAction = defineAction({
  name: 'decline-booking',
  schema: declineSchema,
  run: declineBooking,
  goTo: (_, input, locale) => afterDecision(input, locale),
});

export const askAboutBookingAction = defineAction({
  name: 'ask-about-booking',
  schema: askSchema,
  run: askAboutBooking,
  goTo: (_, input, locale) => afterDecision(input, locale),
});

export const grantChangeAction = defineAction({
  name: 'grant-change',
  schema: grantChangeSchema,
  run: grantChange,
  goTo: (_, input, locale) => afterDecision(input, locale),
});

export const declineChangeAction = defineAction({
  name: 'decline-change',
  schema: declineChangeSchema,
  run: declineChange,
  goTo: (_, input, locale) => afterDecision(input, locale),
});

type Decided = { bookingId: string; place: DecisionPlace };

// The page itself says what came of it: with and without JavaScript, and after a reload.
function afterDecision({ bookingId, place }: Decided, locale: Locale): string {
  return place === 'booking'
    ? paths.booking(locale, bookingId, { after: 'decide' })
    : paths.inbox(locale, { after: bookingId });
}
