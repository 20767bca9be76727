import type { BookingStatus, Thing, Turn } from '../bookings/model';
import type { AppError } from '../platform/errors';
import { addDays, dayOf, daysBetween, type Day, type Period } from '../platform/dates';

/** The same lists as the checks on event_plans. */
export const EVENT_MODES = ['all_or_nothing', 'best_effort'] as const;
export type EventMode = (typeof EVENT_MODES)[number];
export const EVENT_STATUSES = ['draft', 'sent', 'settled', 'cancelled'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export type EventTemplate = {
  slug: string;
  name: string;
  picture: string;
  guests: number;
  /** What is on its list, in the reader's language. */
  things: string[];
};

/** What one part costs; null where its owner says nothing about money. */
export type PartPrice = { totalMinor: number; depositMinor: number; currency: string };

/** Something of the pool that could meet a wish. */
export type Offer = {
  resourceId: string;
  thing: Thing;
  owner: string;
  ownerId: string;
  period: Period;
  free: number;
  /** How many of it are proposed; 0: it could stand in. */
  take: number;
  /** Chosen by hand. */
  isChosen: boolean;
  isInstant: boolean;
  /** What stands against a choice by now. */
  problem: AppError | null;
  price: PartPrice | null;
};

/** What was asked for. */
export type EventPart = {
  id: string;
  quantity: number;
  period: Period;
  thing: Thing | null;
  owner: string;
  booking: { id: string; status: BookingStatus; turn: Turn | null; note: string } | null;
  /** Best effort: why it could not be held. */
  refused: AppError | null;
};

export type EventItem = {
  id: string;
  what: string;
  words: string;
  picture: string;
  quantity: number;
  period: Period;
  isWaived: boolean;
  parts: EventPart[];
};

export type EventCard = {
  id: string;
  title: string;
  period: Period;
  zone: string;
  guests: number;
  status: EventStatus;
  settleBy: Date | null;
  borrower: string;
  /** Wishes, and how many of them are met as things stand. */
  wishes: number;
  met: number;
};

export type EventDetail = {
  id: string;
  title: string;
  place: string;
  period: Period;
  zone: string;
  poolSlug: string;
  guests: number;
  mode: EventMode;
  status: EventStatus;
  note: string;
  settleBy: Date | null;
  endedBy: 'borrower' | 'system' | null;
  version: number;
  borrower: { id: string; name: string };
  mayCancel: boolean;
  items: EventItem[];
};

const LOST: readonly BookingStatus[] = ['declined', 'passed_over', 'cancelled', 'expired'];

export function isLost(status: BookingStatus): boolean {
  return LOST.includes(status);
}

/** Parts that are held, granted or over with. */
export function livePartsOf(item: Pick<EventItem, 'parts'>): EventPart[] {
  return item.parts.filter(({ booking }) => booking !== null && !isLost(booking.status));
}

/** How many of a wish nothing meets (any more); nothing when the borrower goes on without. */
export function missingOf(item: Pick<EventItem, 'parts' | 'quantity' | 'isWaived'>): number {
  if (item.isWaived) return 0;
  const met = livePartsOf(item).reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(item.quantity - met, 0);
}

export const EVENT_STATES = [
  'gap',
  'waiting',
  'granted',
  'partly',
  'nothing',
  'cancelled',
  'called_off',
] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** How an event that was sent stands, as its borrower would say it. */
export function stateOf(
  event: Pick<EventDetail, 'status' | 'settleBy' | 'endedBy' | 'items'>,
): EventState {
  if (event.status === 'cancelled') return event.endedBy === 'system' ? 'called_off' : 'cancelled';
  if (event.settleBy) return 'gap';
  if (event.status === 'sent') return 'waiting';
  const live = event.items.flatMap(livePartsOf);
  if (live.length === 0) return 'nothing';
  return event.items.some((item) => missingOf(item) > 0 || item.isWaived) ? 'partly' : 'granted';
}

export type OwnerGroup = { owner: string; parts: (EventPart & { what: string })[] };

/** One picture of who was asked for what, in the order in which they stand on the list. */
export function groupByOwner(items: readonly EventItem[]): OwnerGroup[] {
  const groups = new Map<string, OwnerGroup>();
  for (const { what, parts } of items) {
    for (const part of parts) {
      if (!part.booking) continue;
      const group = groups.get(part.owner) ?? { owner: part.owner, parts: [] };
      group.parts.push({ ...part, what });
      groups.set(part.owner, group);
    }
  }
  return [...groups.values()];
}

export type Tally = { granted: number; open: number; lost: number; all: number };

export function tallyOf(items: readonly EventItem[]): Tally {
  const tally = { granted: 0, open: 0, lost: 0, all: 0 };
  for (const { booking } of items.flatMap(({ parts }) => parts)) {
    if (!booking) continue;
    tally.all += 1;
    if (booking.status === 'requested' || booking.status === 'offered') tally.open += 1;
    else if (isLost(booking.status)) tally.lost += 1;
    else tally.granted += 1;
  }
  return tally;
}

/** One stop of a round: everything that one owner hands out, or takes back, at that time. */
export type Errand = {
  direction: 'fetch' | 'return';
  at: Date;
  owner: string;
  place: string;
  parts: [EventPart, ...EventPart[]];
};
export type ErrandDay = { day: Day; errands: Errand[] };

/** What has to be fetched and brought back, day by day and stop by stop. */
export function errandsOf(items: readonly EventItem[], zone: string): ErrandDay[] {
  const stops = new Map<string, Errand>();
  for (const part of items.flatMap(livePartsOf)) {
    for (const direction of ['fetch', 'return'] as const) {
      const at = direction === 'fetch' ? part.period.start : part.period.end;
      const { owner } = part;
      const place = part.thing?.place ?? '';
      const key = [direction, at.toISOString(), owner, place].join(' ');
      const stop = stops.get(key);
      if (stop) stop.parts.push(part);
      else stops.set(key, { direction, at, owner, place, parts: [part] });
    }
  }
  const errands = [...stops.values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || a.owner.localeCompare(b.owner),
  );
  const days = new Map<Day, Errand[]>();
  for (const errand of errands) {
    // what ends at midnight is brought back on the day before
    const day = dayOf(
      errand.direction === 'return' ? new Date(errand.at.getTime() - 1) : errand.at,
      zone,
    );
    days.set(day, [...(days.get(day) ?? []), errand]);
  }
  return [...days].map(([day, list]) => ({ day, errands: list }));
}

/** The offers that are proposed for a wish, and how many they leave missing. */
export function proposalOf(
  offers: readonly Offer[],
  missing: number,
): { taken: Offer[]; others: Offer[]; left: number } {
  const taken = offers.filter(({ take }) => take > 0);
  const sum = taken
    .filter(({ problem }) => problem === null)
    .reduce((total, { take }) => total + take, 0);
  return {
    taken,
    others: offers.filter(({ take }) => take === 0),
    left: Math.max(missing - sum, 0),
  };
}

export type PriceSum = {
  totals: Map<string, { total: number; deposit: number }>;
  unknown: number;
};

/** What all parts cost together, by currency; owners who say nothing about money are counted. */
export function priceOf(parts: readonly { price: PartPrice | null }[]): PriceSum {
  const totals = new Map<string, { total: number; deposit: number }>();
  let unknown = 0;
  for (const { price } of parts) {
    if (!price) {
      unknown += 1;
      continue;
    }
    const sum = totals.get(price.currency) ?? { total: 0, deposit: 0 };
    totals.set(price.currency, {
      total: sum.total + price.totalMinor,
      deposit: sum.deposit + price.depositMinor,
    });
  }
  return { totals, unknown };
}

/** One offer as a hidden field carries it from the page that showed it to the request. */
export function offerToken({ resourceId, period }: Pick<Offer, 'resourceId' | 'period'>): string {
  return [resourceId, period.start.toISOString(), period.end.toISOString()].join('_');
}

/** The first Saturday that leaves time to ask everybody: three weeks from now. */
export function likelyDay(today: Day): Day {
  const from = addDays(today, 21);
  const week = daysBetween(from, addDays(from, 6));
  return week.find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 6) ?? from;
}
