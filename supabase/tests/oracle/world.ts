import { assets, things } from '../support/story';

/**
 * The oracle: what is free, told by lists and loops a child could check. It shares no code and no
 * cleverness with the database; it is slow on purpose.
 */
export interface Piece {
  asset: string;
  quantity: number;
  from: number;
  to: number;
  held: boolean;
}

export interface Part {
  asset: string;
  per: number;
}

export interface Thing {
  id: string;
  slug: string;
  instant: boolean;
  before: number;
  after: number;
  parts: Part[];
}

const MINUTE = 60_000;
export const HALF_HOUR = 30 * MINUTE;

/** The statuses in which a booking takes its thing, and as what. */
export const occupies: Record<string, 'hold' | 'booking'> = {
  requested: 'hold',
  offered: 'hold',
  approved: 'booking',
  handed_over: 'booking',
  returned: 'booking',
};

/** Every way a status may go, said again: null is "does not exist yet". */
export const transitions: Record<string, string[]> = {
  '': ['requested', 'approved', 'offered'],
  offered: ['requested', 'approved', 'cancelled', 'expired'],
  requested: ['requested', 'approved', 'declined', 'cancelled', 'expired'],
  approved: ['approved', 'cancelled', 'handed_over', 'returned', 'no_show'],
  handed_over: ['handed_over', 'returned'],
};

/** The days in which a history plays. */
export interface Span {
  start: number;
  days: number;
}

/** Half-hours anywhere in the span; one in four is long. */
export function periodWithin(d: Dice, { start, days }: Span): { starts: number; ends: number } {
  const starts = start + d.below(days * 48) * HALF_HOUR;
  return { starts, ends: starts + (1 + d.below(d.below(4) === 0 ? 32 : 8)) * HALF_HOUR };
}

const thing = (
  key: keyof typeof things,
  instant: boolean,
  parts: Part[],
  before = 0,
  after = 0,
): Thing => ({
  id: things[key],
  slug: key.toLowerCase(),
  instant,
  before: before * MINUTE,
  after: after * MINUTE,
  parts,
});
const part = (key: keyof typeof assets, per = 1): Part => ({ asset: assets[key], per });

/** The same things as in the story, said again. */
export const catalogue: Thing[] = [
  thing('beamer', false, [part('beamer')]),
  thing('benches', false, [part('benches')]),
  thing('bike', true, [part('bike')]),
  thing('hall', true, [part('hallA'), part('hallB')]),
  thing('hallA', true, [part('hallA')]),
  thing('hallB', true, [part('hallB')]),
  thing('cinemaKit', true, [part('beamer'), part('benches', 10)]),
  thing('kitchen', true, [part('kitchen')], 30, 60),
];

export type Stock = Map<string, number>;

export const startingStock = (): Stock =>
  new Map([
    [assets.beamer, 1],
    [assets.benches, 12],
    [assets.bike, 1],
    [assets.hallA, 1],
    [assets.hallB, 1],
    [assets.kitchen, 1],
  ]);

/** How many of an asset are out at one instant. */
export function loadAt(pieces: Piece[], asset: string, t: number): number {
  let load = 0;
  for (const p of pieces) if (p.asset === asset && p.from <= t && t < p.to) load += p.quantity;
  return load;
}

/** The most that are out at any instant of [from, to): load only rises where a piece begins. */
export function peak(pieces: Piece[], asset: string, from: number, to: number): number {
  let most = loadAt(pieces, asset, from);
  for (const p of pieces) {
    if (p.asset === asset && p.from > from && p.from < to)
      most = Math.max(most, loadAt(pieces, asset, p.from));
  }
  return most;
}

export function howMany(thing: Thing, stock: Stock): number {
  return Math.min(...thing.parts.map((p) => Math.floor((stock.get(p.asset) ?? 0) / p.per)));
}

export function freeQuantity(
  pieces: Piece[],
  stock: Stock,
  thing: Thing,
  starts: number,
  ends: number,
): number {
  return Math.min(
    ...thing.parts.map((p) => {
      const out = peak(pieces, p.asset, starts - thing.before, ends + thing.after);
      return Math.floor(Math.max((stock.get(p.asset) ?? 0) - out, 0) / p.per);
    }),
  );
}

/** What the calendar should say of one instant: every piece widened by the thing's own buffers. */
export function calendarAt(pieces: Piece[], stock: Stock, thing: Thing, t: number) {
  const all = howMany(thing, stock);
  const widened = pieces.map((p) => ({
    ...p,
    from: p.from - thing.after,
    to: p.to + thing.before,
  }));
  const booked = widened.filter((p) => !p.held);
  const left = (of: Piece[]) =>
    Math.min(
      all,
      ...thing.parts.map((p) =>
        Math.floor(Math.max((stock.get(p.asset) ?? 0) - loadAt(of, p.asset, t), 0) / p.per),
      ),
    );
  const free = left(widened);
  const freeWithoutHolds = left(booked);
  const state =
    free === all ? 'free' : free > 0 ? 'some' : freeWithoutHolds > 0 ? 'requested' : 'taken';
  return { state, free, held: freeWithoutHolds - free };
}

/** The pieces a booking takes, its buffers included. */
export function piecesOf(
  thing: Thing,
  quantity: number,
  starts: number,
  ends: number,
  held: boolean,
): Piece[] {
  return thing.parts.map((p) => ({
    asset: p.asset,
    quantity: p.per * quantity,
    from: starts - thing.before,
    to: ends + thing.after,
    held,
  }));
}

/** A small generator of random numbers that a seed repeats. */
export function dice(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (n: number) => Math.floor(next() * n),
    one: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
    weighted: <T>(items: readonly (readonly [number, T])[]): T => {
      let roll = next() * items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) if ((roll -= weight) < 0) return item;
      return (items[0] as readonly [number, T])[1];
    },
  };
}
export type Dice = ReturnType<typeof dice>;
