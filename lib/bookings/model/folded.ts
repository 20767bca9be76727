import type { BookingCard } from '../model';

/** What several bookings belong to: asked for in one act, and read as one. */
export type Bundle = { kind: 'series' | 'event'; id: string; title: string };
/** A booking in its borrower's list. */
export type BorrowedCard = BookingCard & { bundle: Bundle | null };

/** One card of a list: the first date of a series or thing of an event, and the others behind it. */
export type Folded<T> = { first: T; rest: T[] };

/** Within one stretch of the calendar; what is decided differently, or waits for the viewer, stays alone. */
export function folded<T extends Pick<BorrowedCard, 'bundle' | 'status' | 'turn'>>(
  bookings: readonly T[],
): Folded<T>[] {
  const cards: Folded<T>[] = [];
  for (const booking of bookings) {
    const { bundle, status, turn } = booking;
    const card =
      bundle &&
      turn !== 'borrower' &&
      cards.find(({ first }) => first.bundle?.id === bundle.id && first.status === status);
    if (card) card.rest.push(booking);
    else cards.push({ first: booking, rest: [] });
  }
  return cards;
}
