import type { ResourceKind } from '../listings/model';
import type { Quote } from '../prices/model';
import type { Period } from '@/lib/platform/dates';

/** The same list as the check on bookings.status. */
export const BOOKING_STATUSES = [
  'requested',
  'offered',
  'approved',
  'handed_over',
  'returned',
  'no_show',
  'declined',
  'passed_over',
  'cancelled',
  'expired',
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** What somebody asks for. */
export type BookingRequest = {
  resourceId: string;
  /** Missing when nobody is signed in yet. */
  organisationId: string | undefined;
  period: Period;
  /** The pool's zone, in which the person read and typed the time. */
  zone: string;
  quantity: number;
  purpose: string;
  /** The same key with the same content is the same booking, however often it is sent. */
  key: string;
  /** How many of what comes on top, by the owner's word for it. */
  extras: Record<string, number>;
};

/** What would do instead; plain data, because it travels in the state of a form. */
export type OtherTime = { startsAt: string; endsAt: string; label: string; query: string };
export type OtherResource = {
  slug: string;
  title: string;
  kind: ResourceKind;
  picture: string;
  organisationName: string;
  /** How far and for how much, in words; empty where neither is known. */
  note: string;
};
/** A share of several that are enough together. */
export type Share = OtherResource & { take: number; query: string };
/** `query` carries the wished time to a similar thing. */
export type Alternatives = {
  times: OtherTime[];
  resources: OtherResource[];
  split: Share[];
  query: string;
};

/** What comes back from asking: the booking, or what would do instead. */
export type RequestAnswer = { bookingId: string } | Alternatives;

export function isAlternatives(value: unknown): value is Alternatives {
  return typeof value === 'object' && value !== null && 'times' in value && 'resources' in value;
}

/** The same lists as the checks on bookings.last_action, last_side and awaiting. */
export const BOOKING_ACTIONS = [
  'requested',
  'approved',
  'declined',
  'asked',
  'answered',
  'cancelled',
  'expired',
  'offered',
  'accepted',
  'passed_over',
  'changed',
  'change_proposed',
  'change_granted',
  'change_declined',
  'change_withdrawn',
  'change_expired',
  'handed_over',
  'overdue',
  'damaged',
  'returned',
  'no_show',
] as const;
export type BookingAction = (typeof BOOKING_ACTIONS)[number];
/** How something came back: the check on bookings.return_condition. */
export const RETURN_CONDITIONS = ['fine', 'damaged', 'incomplete'] as const;
export type ReturnCondition = (typeof RETURN_CONDITIONS)[number];
export const BOOKING_SIDES = ['borrower', 'owner', 'system'] as const;
export type BookingSide = (typeof BOOKING_SIDES)[number];
export type Turn = 'owner' | 'borrower';

/** What a booking is about. Null where it is no longer shown to who looks. */
export type Thing = {
  title: string;
  slug: string;
  kind: ResourceKind;
  picture: string;
  photoUrl: string | null;
  place: string;
};

/** A booking in a list. */
export type BookingCard = {
  id: string;
  version: number;
  status: BookingStatus;
  /** Whose turn it is while requested. */
  turn: Turn | null;
  holdExpiresAt: Date | null;
  period: Period;
  zone: string;
  poolSlug: string;
  quantity: number;
  thing: Thing | null;
  /** Names of both sides; empty where one is no longer shown to who looks. */
  owner: string;
  borrower: string;
};

export type Contact = { name: string; slug: string; phone: string; email: string };

export type StoryEntry = {
  version: number;
  at: Date;
  action: BookingAction;
  side: BookingSide;
  isBooking: boolean;
  /** Null where the person's name is not for who looks. */
  person: string | null;
  note: string;
  /** Of a change: what was, and what came. */
  change: { from: Omit<Point, 'quote'>; to: Omit<Point, 'quote'> } | null;
  condition: ReturnCondition | null;
};

/** Times and number of a booking at one moment, and what it cost then. */
export type Point = { period: Period; quantity: number; quote: Quote | null };

/** A wish to change that the owner has not answered. */
export type OpenChange = {
  id: string;
  from: Point;
  to: Point;
  note: string;
  expiresAt: Date;
};

/** A wish to change as the owner's approvers need to see it. */
export type WishedChange = BookingCard & { change: OpenChange; wishedBy: string | null };

/** How the viewer stands to a booking; QM staff only look. */
export type Standing = {
  isBorrower: boolean;
  isDecider: boolean;
  /** Who asked, or approves and administers on the borrower's side. */
  mayCancelForBorrower: boolean;
};

export type BookingDetail = BookingCard & {
  /** What it is a part of. */
  event: EventNote | null;
  resourceId: string;
  ownerId: string;
  /** Who borrows. */
  organisationId: string;
  purpose: string;
  /** What was quoted, as lib/prices reads it; null where nothing was. */
  price: unknown;
  /** What the last act brought with it, e.g. the fee of calling off. */
  lastDetails: unknown;
  requestedBy: string | null;
  ownerContact: Contact | null;
  borrowerContact: Contact | null;
  /** How many of the thing there are; 1 where it is no longer shown. */
  stock: number;
  quote: Quote | null;
  handedOverAt: Date | null;
  overdueSince: Date | null;
  returnedAt: Date | null;
  condition: ReturnCondition | null;
  change: OpenChange | null;
  standing: Standing;
  story: StoryEntry[];
  /** The last act was the viewer's own. */
  isLastActMine: boolean;
};

/** What an owner reads of the event that a booking is a part of. */
export type EventNote = {
  id: string;
  title: string;
  place: string;
  period: Period;
  guests: number;
};

/** A request as its decider needs to see it. */
export type OpenRequest = BookingCard & {
  resourceId: string;
  ownerId: string;
  /** Who borrows. */
  organisationId: string;
  purpose: string;
  requestedBy: string | null;
  createdAt: Date;
  /** The last question or answer. */
  lastAction: BookingAction;
  lastNote: string;
  /** What it is a part of. */
  event: EventNote | null;
};

export type DecidedCard = BookingCard & { decidedAt: Date; isLastActMine: boolean };

type Running = Pick<BookingCard, 'status' | 'turn' | 'period' | 'holdExpiresAt'>;

/** Asked for, promised or out: it occupies its thing. */
export function isLive(status: BookingStatus): boolean {
  return (
    status === 'requested' ||
    status === 'offered' ||
    status === 'approved' ||
    status === 'handed_over'
  );
}

export function isOver({ period }: Pick<BookingCard, 'period'>, now: Date): boolean {
  return period.end <= now;
}

/** Like cancel_booking: the owner may take back a promise, the borrower also a request. */
export function mayCancel(booking: Running, standing: Standing, now: Date): Turn | null {
  if (isOver(booking, now)) return null;
  const { status } = booking;
  if (standing.mayCancelForBorrower) {
    return status === 'requested' || status === 'approved' ? 'borrower' : null;
  }
  return standing.isDecider && status === 'approved' ? 'owner' : null;
}

/** Like change_booking: who asked or approves there, as long as there is something to change. */
export function mayChange(booking: Running, standing: Standing, now: Date): boolean {
  if (!standing.mayCancelForBorrower) return false;
  if (booking.status === 'handed_over') return true;
  return (booking.status === 'requested' || booking.status === 'approved') && !isOver(booking, now);
}

/** Its start stays where it was. */
export function hasBegun({ status, period }: Running, now: Date): boolean {
  return status === 'handed_over' || (status === 'approved' && period.start <= now);
}

/** Like report_damage, for either side. */
export function mayReportDamage(
  booking: Running & Pick<BookingDetail, 'returnedAt'>,
  standing: Standing,
  now: Date,
): boolean {
  const { status, returnedAt } = booking;
  if (returnedAt && now.getTime() - returnedAt.getTime() > 30 * 86_400_000) return false;
  if (status === 'handed_over' || status === 'returned') {
    return standing.isBorrower || standing.isDecider;
  }
  return standing.isBorrower && status === 'approved' && booking.period.start <= now;
}

export const NEXT_STEPS = [
  'waitOwner',
  'decide',
  'answer',
  'waitBorrower',
  'ranOut',
  'ready',
  'handOver',
  'running',
  'over',
  'offered',
  'handed_over',
  'overdue',
  'returned',
  'no_show',
  'declined',
  'passed_over',
  'cancelled',
  'expired',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** What happens next, seen from the viewer's side. */
export function nextStep(booking: Running, standing: Standing, now: Date): NextStep {
  const { status, turn, period, holdExpiresAt } = booking;
  if (status === 'handed_over') return period.end <= now ? 'overdue' : status;
  if (status !== 'requested' && status !== 'offered' && status !== 'approved') return status;
  if (status === 'approved') {
    if (period.end <= now) return 'over';
    if (period.start <= now) return 'running';
    return standing.isDecider && !standing.isBorrower ? 'handOver' : 'ready';
  }
  // The sweep that ends it comes within a minute.
  if (holdExpiresAt !== null && holdExpiresAt <= now) return 'ranOut';
  if (status === 'offered') return status;
  if (turn === 'borrower') return standing.isBorrower ? 'answer' : 'waitBorrower';
  return standing.isDecider ? 'decide' : 'waitOwner';
}

/** The owner took back a promise: the borrower is without, and not by their own will. */
export function isOwnersCancellation({ status, story }: Pick<BookingDetail, 'status' | 'story'>) {
  return status === 'cancelled' && story.at(-1)?.side === 'owner';
}

/** Changes whenever one of them does. */
export function stampOf(bookings: readonly Pick<BookingCard, 'id' | 'version'>[]): string {
  return bookings.map(({ id, version }) => `${id}.${String(version)}`).join(' ');
}
