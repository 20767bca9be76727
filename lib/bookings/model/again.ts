import type { When } from '../../availability/model';
import { addDays, type Day } from '../../platform/dates';
import { isLive, type BookingCard } from '../model';

/** The same weekday and hours, one week later, or as many as it takes to lie ahead. */
export function weeksLater(when: When, today: Day): When {
  let moved = { ...when, from: addDays(when.from, 7), to: addDays(when.to, 7) };
  while (moved.from < today)
    moved = { ...moved, from: addDays(moved.from, 7), to: addDays(moved.to, 7) };
  return moved;
}

/**
 * The booking somebody means by “once more”: the last one that came about, else the next one. What was
 * called off, or whose thing is gone, is nothing to repeat.
 */
export function lastBooking<Card extends BookingCard>(
  past: readonly Card[],
  upcoming: readonly Card[],
): Card | null {
  const isRepeatable = ({ status, thing }: Card) =>
    thing !== null && (isLive(status) || status === 'returned');
  return past.find(isRepeatable) ?? upcoming.find(isRepeatable) ?? null;
}
