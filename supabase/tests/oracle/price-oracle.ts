/**
 * What a use costs, counted as slowly and plainly as possible: unit by unit, day by day, item by
 * item. Shares nothing with the SQL but the rule.
 */
export const GROUPS = ['members', 'common_good', 'local', 'others', 'commercial'] as const;
export type Group = (typeof GROUPS)[number];
export const UNITS = ['hour', 'day', 'weekend', 'event'] as const;
export type Unit = (typeof UNITS)[number];

export interface Tariff {
  first_minor: number;
  further_minor?: number;
  per_item: boolean;
  minimum_minor: number;
  free_units?: number;
}
export type GroupPrice =
  { mode: 'free' | 'donation' | 'on_request' | 'refused' } | Partial<Record<Unit, Tariff>>;

export interface Extra {
  name: string;
  due: 'asked' | 'settled';
  required: boolean;
  amount_minor: number;
  groups: Partial<Record<Group, number>>;
}

export interface Case {
  groups: Partial<Record<Group, GroupPrice>>;
  extras: Extra[];
  cleaning: number;
  deposit: number;
  depositPerItem: boolean;
  cancelDays: number;
  cancelPercent: number;
  assigned: Group | null;
  recognised: boolean;
  dayCount: 'calendar' | 'started';
  /** Instants in whole minutes since 1970. */
  starts: number;
  ends: number;
  quantity: number;
  chosen: Record<string, number>;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** The wall time in Berlin, as if it were UTC: milliseconds that can be counted with. */
const wall = (minutes: number): number =>
  Date.parse(`${berlin.format(minutes * MINUTE).replace(' ', 'T')}Z`);
const weekday = (at: number): number => new Date(at).getUTCDay() || 7;

function hours({ starts, ends }: Case): number {
  let n = 0;
  for (let at = starts; at < ends; at += 60) n += 1;
  return n;
}

function days({ starts, ends, dayCount }: Case): number {
  if (dayCount === 'started') {
    let n = 0;
    for (let at = wall(starts); at < wall(ends); at += DAY) n += 1;
    return Math.max(n, 1);
  }
  const touched = new Set<string>();
  const look = (at: number) => touched.add(new Date(wall(at)).toISOString().slice(0, 10));
  // a date between the first and the last lasts 23 hours and more: a look each half hour finds it
  for (let at = starts; at < ends; at += 30) look(at);
  look(ends - 1);
  return touched.size;
}

function weekends({ starts, ends }: Case): number | null {
  const first = wall(starts);
  if (weekday(first) < 5) return null;
  const friday = first - (first % DAY) - (weekday(first) - 5) * DAY;
  return wall(ends) <= friday + 4 * DAY ? 1 : null;
}

function unitsOf(unit: Unit, one: Case): number | null {
  if (unit === 'hour') return hours(one);
  if (unit === 'day') return days(one);
  return unit === 'weekend' ? weekends(one) : 1;
}

function costs(tariff: Tariff, units: number, quantity: number): number {
  let sum = 0;
  let anything = false;
  for (let item = 0; item < (tariff.per_item ? quantity : 1); item += 1) {
    let paid = 0;
    for (let unit = 0; unit < units; unit += 1) {
      if (unit < (tariff.free_units ?? 0)) continue;
      sum += paid === 0 ? tariff.first_minor : (tariff.further_minor ?? tariff.first_minor);
      paid += 1;
      anything = true;
    }
  }
  return anything && sum < tariff.minimum_minor ? tariff.minimum_minor : sum;
}

export interface Quote {
  mode: string;
  total: number | null;
  deposit: number;
  fee: number | null;
}

export function quote(one: Case): Quote {
  const mine = [one.assigned, one.recognised ? 'common_good' : null, 'others'] as const;
  const nearest = mine.filter((group) => group !== null);
  const group = nearest.find((name) => one.groups[name] !== undefined);
  const price = group === undefined ? undefined : one.groups[group];
  const deposit = one.deposit * (one.depositPerItem ? one.quantity : 1);
  if (price && 'mode' in price && price.mode === 'refused')
    return { mode: 'refused', total: null, deposit: 0, fee: null };

  let rest = one.cleaning;
  for (const extra of one.extras) {
    if (extra.due === 'settled') continue;
    const own = nearest.find((name) => extra.groups[name] !== undefined);
    const each = own === undefined ? extra.amount_minor : (extra.groups[own] ?? 0);
    rest += each * Math.max(one.chosen[extra.name] ?? 0, extra.required ? 1 : 0);
  }
  if (price && 'mode' in price && price.mode !== 'on_request')
    return { mode: price.mode, total: rest, deposit, fee: null };

  const found: number[] = [];
  if (price && !('mode' in price))
    for (const unit of UNITS) {
      const tariff = price[unit];
      const units = unitsOf(unit, one);
      if (tariff && units !== null) found.push(costs(tariff, units, one.quantity));
    }
  if (found.length === 0) return { mode: 'on_request', total: null, deposit, fee: null };
  const use = Math.min(...found);
  // a share in exact tenths of a minor unit, half of one rounded up
  const fee = Number((BigInt(use) * BigInt(one.cancelPercent) + 50n) / 100n);
  return { mode: 'tariff', total: use + rest, deposit, fee: fee > 0 ? fee : null };
}

/** The last instant of free cancelling, in wall time: so many dates before, at the same time of day. */
export function freeUntilWall({ starts, cancelDays }: Case): string {
  const shown = new Date(wall(starts) - cancelDays * DAY).toISOString().slice(0, 16);
  // the hour that spring leaves out means the same distance after the gap
  return shown.replace('2027-03-28T02', '2027-03-28T03');
}
