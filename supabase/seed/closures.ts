import { at, type Day, onOrAfter, partsOf } from './calendar';
import type { Occupancy, Occupied, Thing } from './occupancy';
import { idOf } from './random';

export interface Closure {
  id: string;
  thing: Thing;
  startsAt: number;
  endsAt: number;
  reason: string;
  createdAt: number;
  occupied: Occupied[];
}

const HOUR = 60;

/** Slug, first day from today, number of days, why. Days count from a Monday. */
const plan: readonly (readonly [string, number, number, string])[] = [
  ['turnhalle-ganz', 17, 7, 'Hallenboden wird geschliffen und neu versiegelt'],
  ['turnhalle-ganz', -120, 3, 'Vereinsmeisterschaften'],
  ['sportplatz-rasen', 24, 14, 'Der Rasen ruht sich aus'],
  ['buergersaal', 31, 4, 'Wahllokal und Aufbau'],
  ['transporter-quartier', 10, 2, 'Hauptuntersuchung'],
  ['lehrkueche-buergerhaus', 38, 5, 'Neuer Herd wird eingebaut'],
  ['haecksler', 12, 3, 'Messer werden geschliffen'],
  ['disco', -60, 5, 'Prüfung der Elektrik'],
  ['kulturscheune', 20, 5, 'Endproben zum neuen Stück'],
  ['holzwerkstatt', -30, 3, 'Absaugung wird gewartet'],
];

/** The owners' own weeks; made first, so that everybody else plans around them. */
export function closuresOf(things: Thing[], today: Day, occupancy: Occupancy): Closure[] {
  const bySlug = new Map(things.map((thing) => [thing.seed.slug, thing]));
  return plan.flatMap(([slug, offset, length, reason]): Closure[] => {
    const thing = bySlug.get(slug);
    const first = onOrAfter(today + offset, 0);
    if (!thing) return [];
    const startsAt = at(first, 0);
    const endsAt = at(first + length, 0);
    const occupied = occupancy.close(thing, startsAt, endsAt);
    const id = idOf('closure', slug, offset);
    const createdAt = at(Math.min(today - 4, first - 30), (9 + (partsOf(first).day % 8)) * HOUR);
    return occupied ? [{ id, thing, startsAt, endsAt, reason, createdAt, occupied }] : [];
  });
}
