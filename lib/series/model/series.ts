import type { BookingStatus, Contact, Thing, Turn } from '../../bookings/model';
import type { ErrorCode, ErrorParams } from '../../platform/errors';
import type { Day, Period, WallTime } from '../../platform/dates';

/** The same list as the check on series_occurrences.state. */
export const OCCURRENCE_STATES = [
  'booked',
  'moved',
  'skipped',
  'rejected',
  'cancelled',
  'expired',
] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** What somebody wants to have regularly. */
export type SeriesPlan = {
  rule: string;
  startsOn: Day;
  startTime: WallTime;
  endTime: WallTime;
  /** 1: it ends on the date after. */
  endDays: number;
  quantity: number;
};

export type OtherTime = { startsAt: string; endsAt: string };
export type OtherThing = { id: string; title: string; organisationName: string };

/** A date of a plan, with what stands against it and what would do instead. */
export type PlannedDate = {
  on: Day;
  period: Period;
  /** Null: it can be had. */
  refusal: { code: ErrorCode; params: ErrorParams } | null;
  holiday: string | null;
  /** What a series being extended keeps of this date. */
  stays: OccurrenceState | null;
  times: OtherTime[];
  things: OtherThing[];
};

/** What was chosen for a date; without one it is taken as the rule says. */
export type Choice =
  | { take: 'skip' }
  | { take: 'other_time'; starts_at: string; ends_at: string }
  | { take: 'other_resource'; resource_id: string };
export type Choices = Record<string, Choice>;

/** “11 of 14 are free”. */
export function countFree(dates: readonly PlannedDate[]): { free: number; all: number } {
  const open = dates.filter(({ stays }) => stays === null);
  return { free: open.filter(({ refusal }) => refusal === null).length, all: open.length };
}

/** A date of a series as its page shows it. */
export type Occurrence = {
  on: Day;
  state: OccurrenceState;
  booking: {
    id: string;
    version: number;
    status: BookingStatus;
    turn: Turn | null;
    period: Period;
    ownerId: string;
    resourceId: string;
    /** The title, when it is another thing than the series'. */
    otherThing: string | null;
    /** Proposed by the borrower, not yet answered. */
    wishedPeriod: Period | null;
    quantity: number;
  } | null;
};

export type SlotQuestion = { id: string; unusedOn: Day[] };

export type SeriesStanding = {
  isBorrower: boolean;
  isDecider: boolean;
  /** Who asked, or approves and administers on the borrower's side. */
  mayChange: boolean;
};

export type SeriesDetail = {
  id: string;
  version: number;
  rule: string;
  startsOn: Day;
  startTime: WallTime;
  endTime: WallTime;
  endDays: number;
  quantity: number;
  purpose: string;
  isEnded: boolean;
  zone: string;
  poolSlug: string;
  resourceId: string;
  ownerId: string;
  organisationId: string;
  thing: Thing | null;
  owner: Contact | null;
  borrower: Contact | null;
  requestedBy: string | null;
  standing: SeriesStanding;
  occurrences: Occurrence[];
  question: SlotQuestion | null;
};

/** A series with undecided dates, as one item in the inbox. */
export type SeriesRequest = {
  id: string;
  rule: string;
  startsOn: Day;
  startTime: WallTime;
  endTime: WallTime;
  endDays: number;
  quantity: number;
  purpose: string;
  borrower: string;
  requestedBy: string | null;
  zone: string;
  thing: Thing | null;
  createdAt: Date;
  holdExpiresAt: Date | null;
  /** Undecided dates, in order. */
  dates: { id: string; version: number; period: Period }[];
};

const LIVE: readonly BookingStatus[] = ['requested', 'approved', 'offered', 'handed_over'];

/** Whether a date still stands and lies ahead. */
export function isAhead({ state, booking }: Occurrence, now: Date): boolean {
  return (
    (state === 'booked' || state === 'moved') &&
    booking !== null &&
    LIVE.includes(booking.status) &&
    booking.period.end > now
  );
}

/** Whether the owner has something to answer about a date. */
export function isOpen({ booking }: Occurrence): boolean {
  return booking !== null && (booking.status === 'requested' || booking.wishedPeriod !== null);
}

/** How a date is to be shown: by its booking while it stands, by its own state when it does not. */
export type OccurrenceFace = BookingStatus | 'skipped' | 'change';

export function faceOf({ state, booking }: Occurrence): OccurrenceFace {
  if (booking?.wishedPeriod) return 'change';
  if (booking) return booking.status;
  return state === 'skipped' ? 'skipped' : 'cancelled';
}

export type FaceCount = { face: OccurrenceFace; count: number };

/** “9 promised, 2 asked for, 3 left out”, in the order of a booking's life. */
export function countFaces(occurrences: readonly Occurrence[]): FaceCount[] {
  const counts = new Map<OccurrenceFace, number>();
  for (const face of occurrences.map(faceOf)) counts.set(face, (counts.get(face) ?? 0) + 1);
  return [...counts].map(([face, count]) => ({ face, count }));
}
