import { at, days, localDay, minutes } from './calendar';
import { approvals, cancellations, declines, ownerCancellations } from './data/notes';
import type { Act } from './ledger';
import type { Random } from './random';
import type { Voices } from './voices';
import type { Wish } from './wishes';

export interface Ending {
  acts: Act[];
}

interface Case {
  wish: Wish;
  isInstant: boolean;
  createdAt: number;
  now: number;
}

/** Nobody answers at night. */
function awake(instant: number): number {
  const day = localDay(instant);
  const morning = at(day, 7 * 60 + 10);
  const night = at(day, 22 * 60 + 30);
  if (instant < morning) return morning + (instant % minutes(50));
  return instant > night ? at(day + 1, 7 * 60 + 20) + (instant % minutes(90)) : instant;
}

/** How long an answer takes: mostly hours, sometimes days; slow owners are slow each time. */
function answerAfter(slowness: number, random: Random): number {
  const roll = random.next();
  const hours =
    roll < 0.6
      ? 0.3 + 6 * random.next()
      : roll < 0.9
        ? 6 + 30 * random.next()
        : 36 + 60 * random.next();
  return minutes(Math.round(60 * Math.min(hours * slowness, 150)));
}

/** Within the time there was; when it was short, somewhere in the middle of it. */
function within(instant: number, from: number, to: number): number {
  return instant < to ? instant : from + Math.round((to - from) * 0.6);
}

/** How a wish went on: what was decided, by whom, when, and whether it was taken back. */
export function endingOf(one: Case, voices: Voices, random: Random, requestedBy: string): Ending {
  const { wish, isInstant, createdAt, now } = one;
  const latest = Math.min(wish.startsAt, now);
  const owner = wish.thing.seed.owner;
  const roll = wish.sure ? 1 : random.next();
  const acts: Act[] = [];
  const answeredAt = within(
    awake(createdAt + answerAfter(voices.slownessOf(owner), random)),
    createdAt,
    latest,
  );
  const decider = voices.deciderOf(owner, random);
  const cancel = (from: number, bySelf: boolean) =>
    acts.push({
      status: 'cancelled',
      action: 'cancelled',
      side: bySelf ? 'borrower' : 'owner',
      actor: bySelf ? requestedBy : decider,
      note: random.pick(bySelf ? cancellations : ownerCancellations),
      at: within(awake(from + minutes(random.between(300, 12000))), from, latest),
    });

  if (!isInstant) {
    const lapsed = createdAt + days(7);
    if (roll < 0.035 && lapsed < latest) {
      acts.push({
        status: 'expired',
        action: 'expired',
        side: 'system',
        actor: null,
        note: null,
        at: lapsed,
      });
      return { acts };
    }
    if (roll < 0.055) {
      cancel(createdAt, true);
      return { acts };
    }
    const isNo = roll < 0.12;
    const note = isNo ? random.pick(declines) : random.chance(0.3) ? random.pick(approvals) : null;
    const status = isNo ? 'declined' : 'approved';
    acts.push({ status, action: status, side: 'owner', actor: decider, note, at: answeredAt });
    if (isNo) return { acts };
  }
  if (roll >= 0.12 && roll < 0.175) cancel(isInstant ? createdAt : answeredAt, roll < 0.165);
  return { acts };
}
