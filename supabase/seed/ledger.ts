import { at, days, localDay, minutes } from './calendar';
import type { Occupancy, Occupied, Thing } from './occupancy';
import { idOf, Random } from './random';
import { type Ending, endingOf } from './endings';
import { Voices } from './voices';
import { isAtOnce } from './standing';
import type { Wish } from './wishes';
import type { Pool } from './world';

export type Status = 'requested' | 'approved' | 'declined' | 'cancelled' | 'expired';

export interface Act {
  status: Status;
  action: 'approved' | 'declined' | 'asked' | 'answered' | 'cancelled' | 'expired';
  side: 'owner' | 'borrower' | 'system';
  actor: string | null;
  note: string | null;
  at: number;
}

export interface Booking {
  id: string;
  thing: Thing;
  /** Slug of the borrower. */
  organisation: string;
  requestedBy: string;
  startsAt: number;
  endsAt: number;
  quantity: number;
  purpose: string;
  createdAt: number;
  /** What came after the asking; empty when it was approved at once, or nobody answered yet. */
  acts: Act[];
  occupied: Occupied[];
  /** Nobody was asked. */
  isAtOnce: boolean;
}

/** A request keeps its slot for a week, and never past its start. */
export const HOLD = days(7);

/** Writes down what comes of each wish; a wish for what is taken comes to nothing. */
export class Ledger {
  readonly bookings: Booking[] = [];
  readonly voices: Voices;
  private readonly ids = new Set<string>();

  constructor(
    private readonly pool: Pool,
    private readonly occupancy: Occupancy,
    /** The moment of the seed, in milliseconds: only what is told by hand counts from it. */
    readonly now: number,
    /** All else happened before today began, so that it is the same all day long. */
    private readonly midnight: number,
  ) {
    this.voices = new Voices(pool);
  }

  /** Makes a booking with its whole story out of a wish, if there is room and it can have been asked for. */
  grant(wish: Wish): Booking | undefined {
    const { thing, startsAt } = wish;
    const random = new Random('booking', thing.seed.slug, startsAt - this.midnight, wish.quantity);
    const createdAt = this.askedAt(wish, random);
    if (createdAt < (this.pool.listedAt.get(thing.seed.slug) ?? 0)) return undefined;
    const organisation = wish.borrower ?? this.voices.borrowerFor(thing, random);
    const requestedBy = wish.series
      ? this.voices.firstOf(organisation, ['approver', 'admin'])
      : this.voices.askerOf(organisation, random);
    const isInstant = isAtOnce(this.pool, { ...wish, organisation, createdAt });
    const ending: Ending = endingOf(
      { wish, isInstant, createdAt, now: this.midnight },
      this.voices,
      random,
      requestedBy,
    );
    const last = ending.acts.at(-1);
    const isLive = !last || last.status === 'approved' || last.status === 'requested';
    return this.enter({ ...wish, createdAt, organisation, requestedBy, acts: ending.acts }, isLive);
  }

  /** Takes the slot when the booking still stands, and keeps the booking. */
  enter(
    draft: Omit<Booking, 'id' | 'occupied' | 'isAtOnce'>,
    isLive: boolean,
  ): Booking | undefined {
    const { thing, startsAt, endsAt, quantity } = draft;
    // what ended without use was possible when it was asked for
    if (!isLive && this.occupancy.free(thing, startsAt, endsAt) < quantity) return undefined;
    const occupied = isLive ? this.occupancy.take(thing, startsAt, endsAt, quantity) : [];
    if (!occupied) return undefined;
    const id = this.freshId(draft);
    const { organisation, requestedBy, purpose, createdAt, acts } = draft;
    const booking = {
      id,
      thing,
      organisation,
      requestedBy,
      startsAt,
      endsAt,
      quantity,
      purpose,
      createdAt,
      acts,
      occupied,
      isAtOnce: isAtOnce(this.pool, draft),
    };
    this.bookings.push(booking);
    return booking;
  }

  /** Piles have several bookings at the same time. */
  private freshId({
    thing,
    organisation,
    startsAt,
  }: {
    thing: Thing;
    organisation: string;
    startsAt: number;
  }): string {
    for (let n = 0; ; n += 1) {
      const id = idOf('booking', thing.id, organisation, startsAt, n);
      if (this.ids.has(id)) continue;
      this.ids.add(id);
      return id;
    }
  }

  /** Asked for days or weeks before, while awake, and never less ahead than the owner wants. */
  private askedAt({ thing, startsAt, sure }: Wish, random: Random): number {
    const ahead = (sure ? 20 : 2) + Math.floor(38 * random.next() ** 2);
    const notice = minutes(thing.seed.leadMinutes ?? 0);
    const latest = Math.min(startsAt - notice - days(1), this.midnight - days(1));
    const wanted = Math.min(
      startsAt - notice - days(ahead),
      this.midnight - days(random.between(2, 30)),
    );
    const asked = at(localDay(wanted), random.between(7 * 60, 22 * 60));
    return Math.min(asked, latest);
  }
}
