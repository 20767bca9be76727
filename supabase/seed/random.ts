import { createHash } from 'node:crypto';

/** A uuid that depends on nothing but its name: the same seed writes the same ids everywhere. */
export function idOf(...names: (string | number)[]): string {
  const hex = createHash('sha256').update(names.join('\u0000')).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/**
 * Chance that comes out the same each time (mulberry32). Each subject gets its own generator named
 * after it, so that one more resource does not change the bookings of all others.
 */
export class Random {
  private state: number;

  constructor(...names: (string | number)[]) {
    this.state = createHash('sha256').update(names.join('\u0000')).digest().readUInt32LE(0);
  }

  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const mixed = items.map((item) => ({ item, order: this.next() }));
    return mixed.sort((a, b) => a.order - b.order).map(({ item }) => item);
  }
}
