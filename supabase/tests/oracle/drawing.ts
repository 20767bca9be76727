import type { Acting } from '../support/acting';
import type { Person } from '../support/people';
import { things } from '../support/story';
import type { Dice, Thing } from './world';

/** Nobody knows whether it happened: the answer got lost with a process that died. */
export class Lost extends Error {}

/** The way somebody reaches the database; what dies on the way throws Lost. */
export type Door = (who: Person | 'service') => Acting;

export function quantityFor(d: Dice, thing: Thing): number {
  if (thing.id === things.benches) return 1 + d.below(6);
  return thing.id === things.beamer ? 1 + d.below(2) : 1;
}
