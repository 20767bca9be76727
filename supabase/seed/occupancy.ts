import type { ResourceSeed } from './data/types';

interface Span {
  from: number;
  to: number;
  quantity: number;
}

export interface Part {
  assetId: string;
  quantity: number;
  stock: number;
}

/** A resource with all that the year of bookings needs to know of it. */
export interface Thing {
  seed: ResourceSeed;
  id: string;
  poolId: string;
  ownerId: string;
  parts: Part[];
  /** How many can be booked at once. */
  stock: number;
}

export interface Occupied {
  part: Part;
  quantity: number;
  from: number;
  to: number;
}

const MINUTE = 60_000;

/**
 * The guards of the database in small: what is refused here would be refused there too, and the
 * seed writes in bulk with the guards on. Peaks are counted, buffers included.
 */
export class Occupancy {
  private readonly spans = new Map<string, Span[]>();

  /** Occupies and says what; undefined when something stands in the way. */
  take(thing: Thing, startsAt: number, endsAt: number, quantity: number): Occupied[] | undefined {
    return this.occupy(this.wantedBy(thing, startsAt, endsAt, quantity));
  }

  /** Takes all there is of a thing, without its buffers. */
  close(thing: Thing, from: number, to: number): Occupied[] | undefined {
    const quantityOf = (part: Part) => part.quantity * thing.stock;
    return this.occupy(thing.parts.map((part) => ({ part, from, to, quantity: quantityOf(part) })));
  }

  private occupy(wanted: Occupied[]): Occupied[] | undefined {
    if (wanted.some((one) => this.peak(one) + one.quantity > one.part.stock)) return undefined;
    for (const { part, from, to, quantity: n } of wanted) {
      this.of(part.assetId).push({ from, to, quantity: n });
    }
    return wanted;
  }

  free(thing: Thing, startsAt: number, endsAt: number): number {
    const wanted = this.wantedBy(thing, startsAt, endsAt, 1);
    const each = wanted.map((one) =>
      Math.floor((one.part.stock - this.peak(one)) / one.part.quantity),
    );
    return Math.max(0, Math.min(...each));
  }

  private wantedBy(thing: Thing, startsAt: number, endsAt: number, quantity: number): Occupied[] {
    const from = startsAt - (thing.seed.bufferBeforeMinutes ?? 0) * MINUTE;
    const to = endsAt + (thing.seed.bufferAfterMinutes ?? 0) * MINUTE;
    return thing.parts.map((part) => ({ part, from, to, quantity: part.quantity * quantity }));
  }

  private peak({ part, from, to }: Occupied): number {
    const edges = this.of(part.assetId)
      .filter((span) => span.from < to && from < span.to)
      .flatMap((span) => [
        { at: Math.max(span.from, from), delta: span.quantity },
        { at: span.to, delta: -span.quantity },
      ])
      .sort((a, b) => a.at - b.at || a.delta - b.delta);
    let load = 0;
    let peak = 0;
    for (const { delta } of edges) peak = Math.max(peak, (load += delta));
    return peak;
  }

  private of(assetId: string): Span[] {
    let spans = this.spans.get(assetId);
    if (!spans) this.spans.set(assetId, (spans = []));
    return spans;
  }
}
