import { dateOf, dayOf, refusedHandover, wall } from './opening';
import { broken, openingOf, saying, type District, type Lent } from './rules';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

/**
 * What stands against having a thing within a period, whoever asks: tried out by beginning at every half
 * hour of it (the hours of drawn owners begin and end at such), and at the first minute that is not too soon.
 */
export function hindranceOf(
  district: District,
  thing: Lent,
  starts: number,
  ends: number,
): string | null {
  const said = (column: 'lead_minutes' | 'min_minutes' | 'hours_apply') =>
    saying(district, thing, column)?.columns[column];
  const lead = district.now + Number(said('lead_minutes') ?? 0) * MINUTE;
  const instants = [Math.ceil(lead / MINUTE) * MINUTE].filter((t) => starts < t && t < ends);
  for (let t = starts; t < ends; t += HALF_HOUR) instants.push(t);

  const beginnings = instants.map((t) => {
    const wish = { thing, borrower: null, quantity: 1, except: null, starts: t, ends: t + MINUTE };
    const against = broken(district, wish);
    const led = against.find(({ code }) => code === 'BKLED');
    // the five minutes of grace are for who fills a form, not for who searches
    const time = t < district.now ? 'past' : led?.reason;
    return { at: t, time, isClosed: against.some(({ code }) => code === 'BKCLO') };
  });
  const inTime = beginnings.filter(({ time }) => time === undefined);
  const untimely = (among: typeof beginnings) =>
    among.every(({ time }) => time !== 'too_far') ? 'too_soon' : 'too_far';
  if (inTime.length === 0) return untimely(beginnings);

  const opening = openingOf(district, thing);
  if (opening.hours || opening.closedOnPublic || opening.closedInSchool) {
    const apply = said('hours_apply') ?? (thing.isRoom ? 'use' : 'handover');
    if (apply === 'use') {
      if (inTime.every(({ isClosed }) => isClosed)) {
        const open = beginnings.filter(({ isClosed }) => !isClosed);
        if (open.length === 0) return 'closed';
        return open.some(({ at }) => at < (inTime[0]?.at ?? 0)) ? 'too_soon' : 'too_far';
      }
    } else {
      const leaves = inTime.filter(
        ({ at }) => refusedHandover(opening, at, at + MINUTE)?.end !== 'start',
      );
      const isLate = beginnings.some(({ at, time }) => at < (inTime[0]?.at ?? 0) && time);
      if (leaves.length === 0) return isLate ? 'too_soon' : 'no_handover';
      const date = (t: number) => dateOf(wall(t));
      const first = Math.min(...inTime.map(({ at }) => at));
      if (!leaves.some(({ at }) => date(at) === date(first))) return 'no_handover';
      const last = date(ends - 1);
      const isTakenBack = dayOf(opening, last).spans.some(
        ([opens, closes]) =>
          Date.parse(last) + opens * MINUTE <= wall(ends - 1) + 1 &&
          Date.parse(last) + closes * MINUTE > wall(first),
      );
      if (!isTakenBack) return 'no_handover';
    }
  }
  return ends - starts < Number(said('min_minutes') ?? 0) * MINUTE ? 'too_short' : null;
}
