import type { Day } from '../platform/dates';

/** `notice`: on the lock screen, where nobody sees how it stands. */
export const DECISION_PLACES = ['inbox', 'booking', 'notice'] as const;
export type DecisionPlace = (typeof DECISION_PLACES)[number];

/** Ready reasons for saying no; their words are in messages/<locale>/approvals.json. */
export const DECLINE_REASONS = ['ownUse', 'broken', 'notFitting'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Something an owner wants confirmed before it goes out, and whether it is. */
export type Confirmable = {
  id: string;
  name: string;
  per: 'booking' | 'organisation';
  recordedAt: Date | null;
  /** Null: for good, or not confirmed. */
  validUntil: Date | null;
  /** What a whole pool wants confirmed of an organisation, its managers confirm. */
  isOfPool: boolean;
};

/** Whether something is missing still, so that it can not go out yet. */
export function isMissing(wanted: readonly Confirmable[]): boolean {
  return wanted.some(({ recordedAt }) => recordedAt === null);
}

/** What an owner wants confirmed once, and of whom it is. */
export type ConfirmedList = {
  id: string;
  name: string;
  /** What it is wanted for; null: for everything. */
  thing: string | null;
  validMonths: number | null;
  confirmed: { organisationId: string; name: string; recordedAt: Date; validUntil: Date | null }[];
};

/** What an owner agrees to without being asked each time. */
export type StandingApproval = {
  id: string;
  /** Null: for everything that is decided in advance. */
  thing: { id: string; title: string; asks: boolean } | null;
  /** Named ones; empty where clean returns count. */
  organisations: string[];
  minCleanReturns: number | null;
  maxDays: number | null;
  maxQuantity: number | null;
  weekdays: number[];
  validUntil: Day | null;
  note: string;
  /** What it last decided. */
  last: { bookingId: string; borrower: string; title: string; at: Date } | null;
};
