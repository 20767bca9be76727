import { ask } from '../support/acts';
import type { Args, Row } from '../support/acting';
import { ada, amir, bea, boris, mia, otto, type Person } from '../support/people';
import { things } from '../support/story';
import type { Look } from './compare';
import { Lost, quantityFor, type Door } from './drawing';
import { GROUP_KINDS, GROUP_REFUSALS, Groups, type GroupKind, type Told } from './groups';
import {
  catalogue,
  dice,
  HALF_HOUR,
  periodWithin,
  transitions,
  type Dice,
  type Span,
  type Thing,
} from './world';

interface Asked extends Told {
  id?: string;
  thing: Thing;
  quantity: number;
  starts: number;
  ends: number;
}

type Period = { starts: number; ends: number };

interface Closed {
  id?: string;
  reopened: 'no' | 'maybe' | 'yes';
}

const KINDS = [
  [55, 'request'],
  [22, 'approve'],
  [6, 'decline'],
  [10, 'cancel'],
  [4, 'close'],
  [3, 'reopen'],
  [4, 'stock'],
  [3, 'age'],
  [3, 'expire'],
  [14, 'change'],
  [7, 'grant'],
  [2, 'refuse'],
  [2, 'withdraw'],
  [5, 'handOver'],
  [5, 'takeBack'],
  [2, 'noShow'],
  [2, 'withdrawThing'],
  [3, 'tend'],
  ...GROUP_KINDS,
] as const;
const GROUPED = new Set<string>(GROUP_KINDS.map(([, kind]) => kind));
const isGrouped = (kind: string): kind is GroupKind => GROUPED.has(kind);

/** What a person may hear. NTFND: bea cancels what is neither her club's nor lent by it. */
const REFUSALS = new Set(['BKOVL', 'BKCAP', 'BKSTA', 'NTFND']);
const DECISIONS = {
  approve: 'approved',
  decline: 'declined',
  cancel: 'cancelled',
  handOver: 'handed_over',
  takeBack: 'returned',
  noShow: 'no_show',
} as const;
const INTENTS: Record<keyof typeof DECISIONS, string> = {
  approve: 'approve_booking',
  decline: 'decline_booking',
  cancel: 'cancel_booking',
  handOver: 'hand_over_booking',
  takeBack: 'return_booking',
  noShow: 'mark_no_show',
};
const ANSWERS = {
  grant: ['grant_change', 'change_granted'],
  refuse: ['decline_change', 'change_declined'],
  withdraw: ['withdraw_change', 'change_withdrawn'],
} as const;
const BORROWERS = [mia, bea, boris, otto];
const DECIDERS = [amir, ada];
/** One in so many requests is sent twice although it was answered: the answer got lost on the phone. */
const REPLAY = 10;

const iso = (t: number) => new Date(t).toISOString();

/** What many people do at once, written down as they were answered, and checked against the books. */
export class History {
  readonly outcomes: Record<string, number> = {};
  private readonly byKey = new Map<string, Asked>();
  private readonly byId = new Map<string, Asked>();
  /** Of bookings that somebody asked for as part of something, or that were offered. */
  private readonly others = new Map<string, Told>();
  private readonly ids: string[] = [];
  private readonly closures: Closed[] = [];
  private readonly wishes: { id: string; asked: Asked }[] = [];
  /** Those of them that somebody was to be asked about. */
  private readonly open: { id: string; asked: Asked }[] = [];
  private readonly surprises: string[] = [];
  private readonly groups: Groups;
  private acts = 0;

  constructor(
    readonly seed: number,
    readonly span: Span,
    private readonly owner: Look,
  ) {
    this.groups = new Groups({
      span,
      look: (text, values) => owner.sql(text, values).catch(() => []),
      untilAnswered: (send) => this.untilAnswered(send),
      add: (ids) => this.ids.push(...ids),
      toldOf: (id) => this.toldOf(id),
      surprise: (text) => this.surprises.push(text),
    });
  }

  private toldOf(id: string): Told {
    const known = this.byId.get(id) ?? this.others.get(id);
    if (known) return known;
    const told: Told = { acts: [], maybe: [] };
    this.others.set(id, told);
    return told;
  }

  get count(): number {
    return this.acts;
  }

  /** One client's story of `each` acts; the same seed draws the same acts. */
  async play(client: number, first: number, each: number, door: Door): Promise<void> {
    const d = dice(this.seed + client * 7919 + first * 104_729);
    for (let i = first; i < first + each; i += 1) await this.act(d, client, i, door);
  }

  private async act(d: Dice, client: number, i: number, door: Door): Promise<void> {
    const kind = d.weighted(KINDS);
    const thing = d.one(catalogue);
    const period = periodWithin(d, this.span);
    const id = this.ids.length > 0 ? d.one(this.ids) : undefined;
    const decider = d.one(DECIDERS);
    this.acts += 1;
    try {
      if (kind === 'request') await this.request(d, client, `${client}-${i}`, thing, period, door);
      else if (isGrouped(kind))
        await this.groups.act(
          kind,
          d,
          `${client}-${i}`,
          id === undefined ? undefined : this.byId.get(id),
          door,
        );
      else if (kind === 'close') await this.close(door, decider, thing, period);
      else if (kind === 'withdrawThing') await this.withdraw(door, decider, thing, period);
      else if (kind === 'tend') await door('service').call('tend_waiting_lists');
      else if (kind === 'reopen') await this.reopen(d, door, decider);
      else if (kind === 'stock') await this.stock(d, door, decider);
      else if (kind === 'expire') await door('service').call('expire_holds');
      else if (id === undefined) return;
      else if (kind === 'age') await this.age(id);
      else if (kind === 'change') await this.change(d, id, door);
      else if (kind === 'grant' || kind === 'refuse' || kind === 'withdraw')
        await this.answer(kind, kind === 'withdraw' ? bea : decider, d, door);
      else await this.decide(kind, kind === 'cancel' ? d.one([bea, amir]) : decider, id, door);
      this.tell('done');
    } catch (error) {
      if (error instanceof Lost) {
        this.tell('lost');
        return;
      }
      const { code, detail, where } = error as { code?: string; detail?: string; where?: string };
      if (!code) throw error;
      this.tell(code);
      const may = isGrouped(kind) && GROUP_REFUSALS[kind].includes(code);
      if (!REFUSALS.has(code) && !may)
        this.surprises.push(
          [`${kind} was answered ${code}: ${String(error)}`, detail, where]
            .filter(Boolean)
            .join('\n'),
        );
    }
  }

  private tell(outcome: string): void {
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
  }

  private async request(
    d: Dice,
    client: number,
    key: string,
    thing: Thing,
    { starts, ends }: { starts: number; ends: number },
    door: Door,
  ): Promise<void> {
    const quantity = quantityFor(d, thing);
    const again = d.below(REPLAY) === 0;
    const send = () =>
      ask({ as: door }, BORROWERS[client % BORROWERS.length] ?? mia, thing.id, {
        p_starts_at: iso(starts),
        p_ends_at: iso(ends),
        p_quantity: quantity,
        p_idempotency_key: key,
        p_purpose: key,
      });
    const row = await this.untilAnswered(send);
    const asked: Asked = {
      id: row.id as string,
      thing,
      quantity,
      starts,
      ends,
      acts: ['requested'],
      maybe: [],
    };
    this.byKey.set(key, asked);
    this.byId.set(row.id as string, asked);
    this.ids.push(row.id as string);
    if (!again) return;
    const second = await this.untilAnswered(send);
    if (second.id !== row.id)
      this.surprises.push(`key ${key} made ${String(row.id)} and ${String(second.id)}`);
  }

  /** With its key a phone sends again until it hears an answer. */
  private async untilAnswered<T>(send: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await send();
      } catch (error) {
        if (!(error instanceof Lost)) throw error;
        this.tell('sent again');
      }
    }
  }

  private async decide(
    kind: keyof typeof DECISIONS,
    who: Person,
    id: string,
    door: Door,
  ): Promise<void> {
    const action = DECISIONS[kind];
    const told = this.toldOf(id);
    try {
      await door(who).call(INTENTS[kind], { p_booking_id: id });
      told.acts.push(action);
    } catch (error) {
      if (error instanceof Lost) told.maybe.push(action);
      throw error;
    }
  }

  /** Bea wishes other times or another number for what her club has. */
  private async change(d: Dice, id: string, door: Door): Promise<void> {
    // every other wish is for what somebody must be asked about
    const manual = this.ids.filter((other) => this.byId.get(other)?.thing.instant === false);
    const asked = this.byId.get(d.below(2) === 0 && manual.length > 0 ? d.one(manual) : id);
    if (!asked?.id) return;
    const quantity = quantityFor(d, asked.thing);
    const starts = asked.starts + (d.below(5) - 2) * HALF_HOUR;
    const ends = Math.max(asked.ends + (d.below(5) - 2) * HALF_HOUR, starts + HALF_HOUR);
    try {
      const row = await door(bea).call('change_booking', {
        p_booking_id: asked.id,
        p_starts_at: iso(starts),
        p_ends_at: iso(ends),
        p_quantity: quantity,
      });
      // the same wish again is no act
      if (this.wishes.some((wish) => wish.id === row.id)) return;
      this.wishes.push({ id: row.id as string, asked });
      if (row.status === 'proposed') this.open.push({ id: row.id as string, asked });
      asked.acts.push(row.status === 'proposed' ? 'change_proposed' : 'changed');
    } catch (error) {
      if (error instanceof Lost) asked.maybe.push('change_proposed', 'changed');
      // nothing would change, or it was handed over and its start stays
      else if ((error as { code?: string }).code === 'INPUT') return;
      throw error;
    }
  }

  private async answer(
    kind: keyof typeof ANSWERS,
    who: Person,
    d: Dice,
    door: Door,
  ): Promise<void> {
    if (this.open.length === 0) return;
    // most of the older ones are settled
    const wish = d.one(this.open.slice(-6));
    const [intent, action] = ANSWERS[kind];
    try {
      await door(who).call(intent, { p_change_id: wish.id });
      wish.asked.acts.push(action);
    } catch (error) {
      if (error instanceof Lost) wish.asked.maybe.push(action);
      throw error;
    }
  }

  private close(door: Door, who: Person, thing: Thing, { starts, ends }: Period): Promise<void> {
    return this.shut(door, who, 'close_resource', {
      p_resource_id: thing.id,
      p_starts_at: iso(starts),
      p_ends_at: iso(ends),
    });
  }

  /** Although bookings stand: they stay, and what gets free is closed too. */
  private withdraw(door: Door, who: Person, thing: Thing, { starts, ends }: Period): Promise<void> {
    return this.shut(door, who, 'withdraw_resource', {
      p_resource_id: thing.id,
      p_from: iso(starts),
      p_until: iso(ends),
    });
  }

  private async shut(door: Door, who: Person, intent: string, args: Args): Promise<void> {
    try {
      const row = await door(who).call(intent, args);
      this.closures.push({ id: row.id as string, reopened: 'no' });
    } catch (error) {
      if (error instanceof Lost) this.closures.push({ reopened: 'no' });
      throw error;
    }
  }

  private async reopen(d: Dice, door: Door, who: Person): Promise<void> {
    const known = this.closures.filter(({ id }) => id !== undefined);
    if (known.length === 0) return;
    const closure = d.one(known);
    try {
      await door(who).call('reopen_resource', { p_closure_id: closure.id });
      closure.reopened = 'yes';
    } catch (error) {
      if (error instanceof Lost && closure.reopened === 'no') closure.reopened = 'maybe';
      throw error;
    }
  }

  private async stock(d: Dice, door: Door, who: Person): Promise<void> {
    const [which, quantity] =
      d.below(3) === 0 ? [things.beamer, 1 + d.below(3)] : [things.benches, 8 + d.below(14)];
    await door(who).call('change_stock', { p_resource_id: which, p_quantity: quantity });
  }

  /** Time goes by for everybody at once: what runs out does so for those who begin after it. */
  private async age(id: string): Promise<void> {
    await this.owner.sql(
      `update public.bookings set hold_expires_at = now() + interval '1 second' where id = $1 and status in ('requested', 'offered')`,
      [id],
    );
    await this.owner.sql(
      `update public.booking_changes set expires_at = now() + interval '1 second' where booking_id = $1 and status = 'proposed'`,
      [id],
    );
  }

  /** What the books say against what people were told. */
  async problems(): Promise<string[]> {
    return [
      ...this.surprises,
      ...(await this.bookingProblems()),
      ...(await this.closureProblems()),
      ...(await this.groups.problems((text) => this.owner.sql(text))),
    ];
  }

  private async bookingProblems(): Promise<string[]> {
    const problems: string[] = [];
    const bookings = await this.owner.sql(
      'select id, idempotency_key, resource_id, quantity, starts_at, ends_at, purpose, status, series_id, event_id from public.bookings',
    );
    const log = new Map<string, Row[]>();
    for (const row of await this.owner.sql(
      'select booking_id, action, from_status, to_status from public.booking_log order by booking_id, version',
    )) {
      const story = log.get(row.booking_id as string);
      if (story) story.push(row);
      else log.set(row.booking_id as string, [row]);
    }
    const changes = new Map<string, Row[]>();
    for (const row of await this.owner.sql(
      `select * from public.booking_changes where status = 'granted' order by decided_at`,
    )) {
      changes.set(row.booking_id as string, [
        ...(changes.get(row.booking_id as string) ?? []),
        row,
      ]);
    }
    const found = new Set<string>();
    for (const b of bookings) {
      const story = log.get(b.id as string) ?? [];
      const origin = this.groups.originOf(b, story);
      if (origin) {
        const name = String(b.id);
        if (origin.problem) problems.push(`booking ${name} ${origin.problem}`);
        problems.push(...actProblems(name, this.toldOf(name), story, origin.more));
        problems.push(...wayProblems(name, b, story));
        continue;
      }
      const key = b.idempotency_key as string;
      const asked = this.byKey.get(key);
      found.add(key);
      if (!asked || asked.id !== b.id) {
        problems.push(`booking ${String(b.id)} of key ${key} was never acknowledged`);
        continue;
      }
      const has = [
        b.resource_id,
        b.quantity,
        (b.starts_at as Date).getTime(),
        (b.ends_at as Date).getTime(),
        b.purpose,
      ];
      const now = afterChanges(asked, changes.get(b.id as string) ?? []);
      if (now === null) {
        problems.push(`booking ${key}: its changes do not follow from each other`);
        continue;
      }
      const should = [asked.thing.id, now.quantity, now.starts, now.ends, key];
      if (JSON.stringify(has) !== JSON.stringify(should))
        problems.push(
          `booking ${key} is ${JSON.stringify(has)}, asked was ${JSON.stringify(should)}`,
        );
      problems.push(...actProblems(key, asked, story), ...wayProblems(key, b, story, asked.thing));
    }
    for (const key of this.byKey.keys())
      if (!found.has(key)) problems.push(`booking ${key} was acknowledged and is gone`);
    return problems;
  }

  private async closureProblems(): Promise<string[]> {
    const rows = await this.owner.sql('select id, reopened_at from public.closures');
    const known = new Map(this.closures.flatMap((c) => (c.id ? [[c.id, c] as const] : [])));
    const problems = rows.flatMap((r) => {
      const closure = known.get(r.id as string);
      if (!closure || closure.reopened === 'maybe') return [];
      const is = r.reopened_at === null ? 'no' : 'yes';
      return is === closure.reopened
        ? []
        : [`closure ${String(r.id)} is reopened: ${is}, told was ${closure.reopened}`];
    });
    const there = new Set(rows.map((r) => r.id as string));
    for (const id of known.keys())
      if (!there.has(id)) problems.push(`closure ${id} was acknowledged and is gone`);
    const unknown = rows.length - known.size;
    const lost = this.closures.length - known.size;
    if (unknown > lost)
      problems.push(`${unknown} closures that nobody made (${lost} answers were lost)`);
    return problems;
  }
}

type Terms = Pick<Asked, 'starts' | 'ends' | 'quantity'>;

/** What was asked for, changed by every granted change in turn; null where one begins from something else. */
function afterChanges({ starts, ends, quantity }: Asked, changes: Row[]): Terms | null {
  let now: Terms = { starts, ends, quantity };
  for (const c of changes) {
    const from: Terms = {
      starts: (c.from_starts_at as Date).getTime(),
      ends: (c.from_ends_at as Date).getTime(),
      quantity: c.from_quantity as number,
    };
    if (now.starts !== from.starts || now.ends !== from.ends || now.quantity !== from.quantity)
      return null;
    now = {
      starts: (c.starts_at as Date).getTime(),
      ends: (c.ends_at as Date).getTime(),
      quantity: c.quantity as number,
    };
  }
  return now;
}

/** The log of one booking: every act that was answered, once, and besides only what may have happened. */
function actProblems(key: string, told: Told, story: Row[], more = new Set<string>()): string[] {
  const problems: string[] = [];
  const left = story
    .map((l) => l.action as string)
    .filter((action) => action !== 'expired' && action !== 'change_expired');
  const take = (action: string) => {
    const at = left.indexOf(action);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  for (const action of told.acts)
    if (!take(action))
      problems.push(`booking ${key}: "${action}" was acknowledged and is not in its log`);
  for (const action of told.maybe) take(action);
  const unknown = left.filter((action) => !more.has(action));
  if (unknown.length > 0)
    problems.push(`booking ${key}: its log tells ${unknown.join(', ')}, which nobody did`);
  return problems;
}

/** Every step of its log follows from the one before and is one that there is. */
function wayProblems(key: string, b: Row, story: Row[], thing?: Thing): string[] {
  const problems: string[] = [];
  let status = '';
  story.forEach((l, i) => {
    const [before, after] = [(l.from_status as string | null) ?? '', l.to_status as string];
    const first = thing?.instant ? 'approved' : 'requested';
    const isOther = i === 0 && thing !== undefined && after !== first;
    if (before !== status || !transitions[before]?.includes(after) || isOther)
      problems.push(`booking ${key}: its status went from "${before}" to "${after}"`);
    status = after;
  });
  if (status !== b.status)
    problems.push(`booking ${key} is ${String(b.status)}, its log ends with ${status}`);
  return problems;
}
