import { randomUUID } from 'node:crypto';
import { homeOf } from '../support/acts';
import type { Row } from '../support/acting';
import { amir, bea, mia, otto, type Person } from '../support/people';
import { catalogue, periodWithin, type Dice, type Span, type Thing } from './world';
import { Lost, quantityFor, type Door } from './drawing';

/** What was answered for one booking, and what may have happened without an answer. */
export interface Told {
  acts: string[];
  maybe: string[];
}

/** What the acts of one history share. */
export interface Pen {
  span: Span;
  /** Looks at the books; empty while the server is away. */
  look(text: string, values?: unknown[]): Promise<Row[]>;
  /** With its key a phone sends again until it hears an answer. */
  untilAnswered<T>(send: () => Promise<T>): Promise<T>;
  /** From now on anybody may act on these. */
  add(ids: string[]): void;
  toldOf(id: string): Told;
  surprise(text: string): void;
}

interface Series {
  id: string;
  starts: string;
  count: number;
  /** What was done to several dates at once. */
  acts: Set<string>;
}
interface Event {
  id: string;
  mode: string;
  bookings: string[];
}

export const GROUP_KINDS = [
  [4, 'series'],
  [3, 'approveSeries'],
  [2, 'declineSeries'],
  [2, 'cancelSeries'],
  [4, 'event'],
  [1, 'cancelEvent'],
  [12, 'join'],
  [6, 'accept'],
  [3, 'pass'],
  [1, 'leave'],
] as const;
export type GroupKind = (typeof GROUP_KINDS)[number][1];

/** What else people may hear. INPUT: it is free, so nobody waits for it. */
export const GROUP_REFUSALS: Record<GroupKind, readonly string[]> = {
  series: ['INPUT'],
  approveSeries: [],
  declineSeries: [],
  cancelSeries: [],
  event: ['EVMIS'],
  cancelEvent: [],
  join: ['INPUT', 'QUOTA'],
  accept: ['QUOTA'],
  pass: [],
  leave: [],
};

const DAY = 86_400_000;
const iso = (t: number) => new Date(t).toISOString();
const date = (t: number) => iso(t).slice(0, 10);
const WAITING = [mia, otto];

/** Acts that make or touch several bookings at once, and bookings that nobody asked for by themselves. */
export class Groups {
  private readonly series: Series[] = [];
  private readonly events: Event[] = [];
  private readonly entries = new Map<string, Person>();
  private lostEntries = 0;

  constructor(private readonly pen: Pen) {}

  async act(kind: GroupKind, d: Dice, key: string, wanted: Taken | undefined, door: Door) {
    if (kind === 'series') await this.repeat(d, key, door);
    else if (kind === 'approveSeries') await this.decide(d, 'approve_series', 'approved', door);
    else if (kind === 'declineSeries') await this.decide(d, 'decline_series', 'declined', door);
    else if (kind === 'cancelSeries') await this.cancelFrom(d, door);
    else if (kind === 'event') await this.celebrate(d, key, door);
    else if (kind === 'cancelEvent') await this.callOff(d, door);
    else if (kind === 'join') await this.join(d, wanted, door);
    else if (kind === 'leave') await this.leave(d, door);
    else await this.answer(kind, d, door);
  }

  private async repeat(d: Dice, key: string, door: Door): Promise<void> {
    const thing = d.one(catalogue);
    const { starts } = periodWithin(d, this.pen.span);
    const count = 2 + d.below(3);
    const hour = 8 + d.below(10);
    const args = {
      p_resource_id: thing.id,
      p_organisation_id: homeOf(bea),
      p_rule: `FREQ=DAILY;COUNT=${count}`,
      p_starts_on: date(starts),
      p_start_time: `${String(hour).padStart(2, '0')}:00`,
      p_end_time: `${String(hour + 1 + d.below(2)).padStart(2, '0')}:30`,
      p_quantity: quantityFor(d, thing),
      p_purpose: key,
      p_idempotency_key: key,
    };
    const send = () => this.pen.untilAnswered(() => door(bea).call('request_series', args));
    const row = await send();
    const again = d.below(4) === 0 ? await send() : row;
    if (again.id !== row.id) this.pen.surprise(`key ${key} made two series`);
    const id = row.id as string;
    this.series.push({ id, starts: date(starts), count, acts: new Set() });
    await this.learn('series_id', id);
  }

  private async decide(d: Dice, intent: string, action: string, door: Door): Promise<void> {
    const series = this.recent(d, this.series);
    if (!series) return;
    const some = d.below(2) === 0 ? [this.dayOf(series, d)] : null;
    // before the answer: who hears none may have done it
    series.acts.add(action);
    await door(amir).call(intent, {
      p_series_id: series.id,
      ...(some ? { p_occurrences: some } : {}),
    });
  }

  private async cancelFrom(d: Dice, door: Door): Promise<void> {
    const series = this.recent(d, this.series);
    if (!series) return;
    series.acts.add('cancelled');
    await door(bea).call('cancel_series_from', {
      p_series_id: series.id,
      p_from: this.dayOf(series, d),
    });
  }

  private dayOf({ starts, count }: Series, d: Dice): string {
    return date(Date.parse(starts) + d.below(count) * DAY);
  }

  private async celebrate(d: Dice, key: string, door: Door): Promise<void> {
    const id = randomUUID();
    const { starts, ends } = periodWithin(d, this.pen.span);
    const mode = d.one(['all_or_nothing', 'best_effort']);
    const period = { p_starts_at: iso(starts), p_ends_at: iso(ends) };
    await door(bea).call('plan_event', {
      p_event_id: id,
      p_organisation_id: homeOf(bea),
      p_title: key,
      p_guests: 50,
      p_mode: mode,
      ...period,
    });
    const items: Row[] = [];
    const things = new Set([d.one(catalogue), d.one(catalogue)]);
    for (const thing of things) {
      const [item_id, quantity] = [randomUUID(), quantityFor(d, thing)];
      const wish = { p_event_id: id, p_item_id: item_id, p_what: thing.slug };
      await door(bea).call('plan_event_item', { ...wish, p_quantity: quantity });
      items.push({ item_id, parts: [{ resource_id: thing.id, quantity }] });
    }
    const send = () =>
      this.pen.untilAnswered(() =>
        door(bea).rows('request_event', {
          p_event_id: id,
          p_items: items,
          p_idempotency_key: key,
        }),
      );
    const parts = await send();
    const bookings = bookingsIn(parts);
    const again = d.below(4) === 0 ? bookingsIn(await send()) : bookings;
    if (again.join() !== bookings.join()) this.pen.surprise(`key ${key} made two events`);
    this.events.push({ id, mode, bookings });
    this.pen.add(bookings);
  }

  private async callOff(d: Dice, door: Door): Promise<void> {
    const event = this.recent(d, this.events);
    if (event) await door(bea).call('cancel_event', { p_event_id: event.id });
  }

  /** For what somebody else has, at the same time. */
  private async join(d: Dice, wanted: Taken | undefined, door: Door): Promise<void> {
    if (!wanted) return;
    const who = d.one(WAITING);
    try {
      const entry = await door(who).call('join_waiting_list', {
        p_resource_id: wanted.thing.id,
        p_organisation_id: homeOf(who),
        p_starts_at: iso(wanted.starts),
        p_ends_at: iso(wanted.ends),
        p_quantity: wanted.quantity,
      });
      this.entries.set(entry.id as string, who);
    } catch (error) {
      if (error instanceof Lost) this.lostEntries += 1;
      throw error;
    }
  }

  private async leave(d: Dice, door: Door): Promise<void> {
    const entry = this.recent(d, [...this.entries]);
    if (entry) await door(entry[1]).call('leave_waiting_list', { p_entry_id: entry[0] });
  }

  private async answer(kind: 'accept' | 'pass', d: Dice, door: Door): Promise<void> {
    const who = d.one(WAITING);
    const offers = await this.pen.look(
      `select id from public.bookings where status = 'offered' and organisation_id = $1 order by id`,
      [homeOf(who)],
    );
    if (offers.length === 0) return;
    const id = d.one(offers).id as string;
    const [intent, action] =
      kind === 'accept' ? ['accept_offer', 'accepted'] : ['decline_offer', 'cancelled'];
    this.pen.add([id]);
    const told = this.pen.toldOf(id);
    try {
      await door(who).call(intent, { p_booking_id: id });
      told.acts.push(action);
    } catch (error) {
      if (error instanceof Lost) told.maybe.push(action);
      throw error;
    }
  }

  /** Most of the older ones are settled. */
  private recent<T>(d: Dice, all: T[]): T | undefined {
    return all.length > 0 ? d.one(all.slice(-8)) : undefined;
  }

  private async learn(column: 'series_id', id: string): Promise<void> {
    const rows = await this.pen.look(
      `select id from public.bookings where ${column} = $1 order by id`,
      [id],
    );
    this.pen.add(rows.map((r) => r.id as string));
  }

  /** Why this booking is there, and what else its log may tell; null when it is not one of these. */
  originOf(b: Row, story: Row[]): { problem?: string; more: Set<string> } | null {
    if (b.series_id !== null) {
      const series = this.series.find(({ id }) => id === b.series_id);
      const more = new Set(['requested', ...(series?.acts ?? [])]);
      return series ? { more } : { more, problem: 'is of a series nobody was told of' };
    }
    if (b.event_id !== null) {
      const event = this.events.find(({ id }) => id === b.event_id);
      const more = new Set(['requested', 'cancelled']);
      return event?.bookings.includes(b.id as string)
        ? { more }
        : { more, problem: 'is of an event nobody was told of' };
    }
    if (story[0]?.action !== 'offered') return null;
    // who leaves the line gives back what was offered
    return { more: new Set(['offered', 'cancelled']) };
  }

  /** What was acknowledged is there, once, and with what belongs to it. */
  async problems(look: (text: string) => Promise<Row[]>): Promise<string[]> {
    const problems: string[] = [];
    const missing = (what: string, ids: Iterable<string>, rows: Row[]) => {
      const there = new Set(rows.map((r) => r.id as string));
      for (const id of ids) if (!there.has(id)) problems.push(`${what} ${id} is gone`);
      return [...there];
    };
    const series = missing(
      'series',
      this.series.map(({ id }) => id),
      await look('select id from public.series'),
    );
    if (series.length > this.series.length)
      problems.push(`${series.length} series, and ${this.series.length} were acknowledged`);
    for (const r of await look(
      `select series_id, count(*)::int as dates from public.series_occurrences group by series_id`,
    )) {
      const known = this.series.find(({ id }) => id === r.series_id);
      if (known && known.count !== r.dates)
        problems.push(`series ${known.id} has ${String(r.dates)} dates of ${known.count}`);
    }
    missing(
      'booking of an event',
      this.events.flatMap(({ bookings }) => bookings),
      await look('select id from public.bookings where event_id is not null'),
    );
    const entries = missing(
      'entry of the waiting list',
      this.entries.keys(),
      await look('select id from public.waiting_entries'),
    );
    if (entries.length > this.entries.size + this.lostEntries)
      problems.push(`${entries.length - this.entries.size} entries that nobody made`);
    for (const r of await look(
      `select w.id from public.waiting_entries w join public.bookings b on b.id = w.booking_id
       where b.organisation_id <> w.organisation_id or b.resource_id <> w.resource_id`,
    ))
      problems.push(`entry ${String(r.id)} was served with what somebody else waits for`);
    for (const r of await look(
      `select booking_id as id from public.waiting_entries where booking_id is not null
       group by booking_id having count(*) > 1`,
    ))
      problems.push(`booking ${String(r.id)} was offered to two who wait`);
    return problems;
  }
}

/** What somebody has, for others to wait for. */
export interface Taken {
  thing: Thing;
  quantity: number;
  starts: number;
  ends: number;
}

const bookingsIn = (parts: Row[]): string[] =>
  parts.flatMap((p) => (p.booking_id ? [p.booking_id as string] : [])).sort();
