import type { Day } from '@/lib/platform/dates';

/** The closed lists as the database checks them. */
export const PERIOD_KINDS = ['minutes', 'slots', 'parts', 'days'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export const DAY_COUNTS = ['calendar', 'started', 'open'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** use: open all the while; handover: only when it leaves and comes back. */
export const HOURS_APPLY = ['use', 'handover'] as const;
export type HoursApply = (typeof HOURS_APPLY)[number];

export const AUDIENCES = ['pool', 'chosen', 'own', 'own_first'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const REQUEST_MODES = ['hold', 'compete'] as const;
export type RequestMode = (typeof REQUEST_MODES)[number];

export const QUOTA_MEASURES = ['open_bookings', 'hours', 'days', 'weekends'] as const;
export const QUOTA_PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type QuotaMeasure = (typeof QUOTA_MEASURES)[number];
export type QuotaPeriod = (typeof QUOTA_PERIODS)[number];

export const CONFIRMED_PER = ['booking', 'organisation'] as const;
export type ConfirmedPer = (typeof CONFIRMED_PER)[number];

/** What a clock shows, `09:30`; the end of a day is `24:00`. */
export type Clock = string;

/** Open hours of a weekday (1 Monday to 7 Sunday), all year or in a season (`MM-DD`, both included). */
export type OpenHours = {
  weekday: number;
  opens: Clock;
  closes: Clock;
  season: { from: string; to: string } | null;
};

/** Other hours on dates, both included; null: closed. */
export type OpeningException = {
  from: Day;
  to: Day;
  hours: { opens: Clock; closes: Clock } | null;
  note: string;
};

/** A named part of the day; one that ends no later than it starts ends on the next day. */
export type PartOfDay = { name: string; starts: Clock; ends: Clock };

export type Quota = { measure: QuotaMeasure; per: QuotaPeriod | null; most: number };
export type Confirmation = { name: string; per: ConfirmedPer; validMonths: number | null };

/** Every rule that holds for a thing, from whichever level it comes. */
export type Rules = {
  periodKind: PeriodKind;
  slotMinutes: number | null;
  slotStartsAt: Clock | null;
  pickupAt: Clock | null;
  returnAt: Clock | null;
  parts: PartOfDay[];
  dayCount: DayCount;
  minMinutes: number | null;
  maxMinutes: number | null;
  minDays: number | null;
  maxDays: number | null;
  leadMinutes: number;
  leadWorkingDays: number;
  horizonDays: number;
  /** Null: always open, holidays apart. */
  hours: OpenHours[] | null;
  hoursApply: HoursApply;
  exceptions: OpeningException[];
  closedOnPublicHolidays: boolean;
  closedInSchoolHolidays: boolean;
  pickupsPerDay: number | null;
  audience: Audience;
  ownFirstDays: number | null;
  requestMode: RequestMode;
  /** How long an undecided request keeps its slot. */
  holdHours: number;
  noShowMinutes: number | null;
  quotas: Quota[];
  confirmations: Confirmation[];
};

/** How far ahead everybody may book where nobody says less. */
export const HORIZON_DAYS = 1_095;
/** How long a request keeps its slot where nobody says otherwise. */
export const HOLD_HOURS = 72;

/** Whether there are dates on which it is closed. */
export function hasOpening(rules: Rules): boolean {
  return rules.hours !== null || rules.closedOnPublicHolidays || rules.closedInSchoolHolidays;
}
