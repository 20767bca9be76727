import type { When } from '@/lib/availability/model';
import { addDays, asWallTime, type Day, type WallTime } from '@/lib/platform/dates';
import type { Clock, Rules } from './rules';
import type { DayOpening } from './week';

/** So far before and after the wished days somebody who hands it over is looked for. */
const DAYS_AROUND = 10;

/** Whether what is lent crosses closed days, so that a wish for one of them begins and ends on others. */
export function mayCrossClosedDays({ hoursApply, periodKind }: Rules): boolean {
  return hoursApply === 'handover' && (periodKind === 'minutes' || periodKind === 'days');
}

/** The days whose opening `acrossClosedDays` has to know, both included. */
export function daysAround({ from, to }: When): { from: Day; to: Day } {
  return { from: addDays(from, -DAYS_AROUND), to: addDays(to, DAYS_AROUND) };
}

/**
 * A time for which somebody only named days: where nobody hands it over on the first or the last of
 * them, picked up on the nearest day before and brought back on the nearest after them, not before
 * `now` (wall time). As it is where no such day is near.
 */
export function acrossClosedDays(
  when: When,
  rules: Rules,
  opening: readonly DayOpening[],
  now: { day: Day; time: WallTime },
): When {
  const isDue = (day: Day, clock: Clock) => day > now.day || (day === now.day && clock > now.time);
  const first = opening.findLast(
    ({ day, spans }) =>
      day <= when.from &&
      spans.some(({ opens, closes }) => {
        const at = rules.pickupAt ?? opens;
        return isDue(day, at) && opens <= at && at < closes;
      }),
  );
  const last = opening.find(
    ({ day, spans }) =>
      day >= when.to &&
      spans.some(({ opens, closes }) => {
        const at = rules.returnAt ?? closes;
        return opens <= at && at <= closes;
      }),
  );
  if (!first || !last || (first.day === when.from && last.day === when.to)) return when;
  if (rules.periodKind === 'days') return { ...when, from: first.day, to: last.day };
  const picked = first.spans.find(({ opens }) => isDue(first.day, opens));
  const closes = last.spans[0]?.closes ?? '24:00';
  return {
    from: first.day,
    // midnight is the beginning of the next day
    to: closes === '24:00' ? addDays(last.day, 1) : last.day,
    start: asWallTime(picked?.opens ?? '00:00'),
    end: asWallTime(closes === '24:00' ? '00:00' : closes),
  };
}
