import { asDay, type Day } from '../platform/dates';

/** The day on which the statement was last held against the app. Whoever changes what it says changes it. */
export const STATED_ON: Day = asDay('2026-11-23');

/** Keys of accessibility.works.*, accessibility.lacks.* and accessibility.tested.*, in order. */
export const WORKS = [
  'keyboard',
  'reader',
  'contrast',
  'size',
  'motion',
  'script',
  'language',
] as const;
export const LACKS = ['people', 'sign', 'photos', 'written', 'timeline', 'map'] as const;
export const TESTED = ['automatic', 'journeys', 'eyes'] as const;

/** What somebody told of a barrier. */
export type BarrierNote = {
  id: string;
  page: string;
  message: string;
  /** Empty: no answer is wanted. */
  email: string;
  /** Null: without an account, or the account is gone. */
  person: string | null;
  createdAt: Date;
  answeredAt: Date | null;
};
