import type { Acting, Row } from '../support/acting';
import { anon, type Actor } from '../support/people';
import {
  calendarAt,
  catalogue,
  freeQuantity,
  HALF_HOUR,
  howMany,
  loadAt,
  occupies,
  periodWithin,
  piecesOf,
  type Dice,
  type Piece,
  type Span,
  type Stock,
  type Thing,
} from './world';

/** How the oracle looks at a database: as its owner, and as somebody who asks. */
export interface Look {
  sql(text: string, values?: unknown[]): Promise<Row[]>;
  as(actor: Actor): Acting;
}

const iso = (t: number) => new Date(t).toISOString();

type Occupied = {
  /** What bookings, wishes to change and closures take. */
  pieces: Piece[];
  /** What withdrawals take besides: everything that is left of their things. */
  withdrawn: Piece[];
  stock: Stock;
};

/** Everything that occupies, as the tables of bookings and closures say it. */
async function occupied(look: Look): Promise<Occupied> {
  const stock: Stock = new Map(
    (await look.sql('select id, quantity from public.assets')).map((r) => [
      r.id as string,
      r.quantity as number,
    ]),
  );
  const things = new Map(catalogue.map((thing) => [thing.id, thing]));
  const pieces: Piece[] = [];
  const wishes = new Map(
    (
      await look.sql(
        `select booking_id, starts_at, ends_at, quantity from public.booking_changes where status = 'proposed'`,
      )
    ).map((w) => [w.booking_id as string, w]),
  );
  for (const b of await look.sql(
    'select id, resource_id, quantity, starts_at, ends_at, kept_from, kept_until, status from public.bookings where status = any ($1)',
    [Object.keys(occupies)],
  )) {
    const thing = things.get(b.resource_id as string);
    if (!thing) throw new Error(`booking ${String(b.id)} is of a thing the oracle does not know`);
    const isHeld = occupies[b.status as string] === 'hold';
    const has = takes(thing, b, b.quantity as number, isHeld);
    pieces.push(...has.filter((p) => p.from < p.to));
    const wish = wishes.get(b.id as string);
    if (wish) pieces.push(...wished(thing, b, has, wish));
  }
  for (const c of await look.sql(`
    select al.asset_id, al.quantity, c.starts_at, c.ends_at
    from public.closures c join public.allocations al on al.closure_id = c.id
    where c.reopened_at is null and not c.withdrawal`)) {
    pieces.push({
      asset: c.asset_id as string,
      quantity: c.quantity as number,
      from: at(c.starts_at),
      to: at(c.ends_at),
      held: false,
    });
  }
  const withdrawals = (
    await look.sql(
      'select resource_id, starts_at, ends_at from public.closures where withdrawal and reopened_at is null',
    )
  ).flatMap((c) =>
    (things.get(c.resource_id as string)?.parts ?? []).map(({ asset }) => ({
      asset,
      from: at(c.starts_at),
      to: at(c.ends_at),
    })),
  );
  return { pieces, withdrawn: foretold(withdrawals, pieces, stock), stock };
}

/** While one of its things is withdrawn nothing of an asset is free: whatever others leave is taken. */
function foretold(
  withdrawals: Pick<Piece, 'asset' | 'from' | 'to'>[],
  others: Piece[],
  stock: Stock,
): Piece[] {
  const assets = [...new Set(withdrawals.map(({ asset }) => asset))];
  return assets.flatMap((asset) => {
    const mine = withdrawals.filter((w) => w.asset === asset);
    const edges = edgesOf([...mine, ...others.filter((p) => p.asset === asset)]);
    return edges.flatMap((from, i) => {
      const to = edges[i + 1];
      const quantity = (stock.get(asset) ?? 0) - loadAt(others, asset, from);
      const isWithdrawn = mine.some((w) => w.from <= from && from < w.to);
      return to !== undefined && isWithdrawn && quantity > 0
        ? [{ asset, quantity, from, to, held: false }]
        : [];
    });
  });
}

const edgesOf = (pieces: Pick<Piece, 'from' | 'to'>[]): number[] =>
  [...new Set(pieces.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);

const at = (value: unknown) => (value as Date).getTime();

/** Its time with the buffers; where it left early, is late or came back, what that made of it. */
function takes(thing: Thing, b: Row, quantity: number, held: boolean): Piece[] {
  return piecesOf(thing, quantity, at(b.starts_at), at(b.ends_at), held).map((p) => ({
    ...p,
    from: b.kept_from ? at(b.kept_from) : p.from,
    to: b.kept_until ? at(b.kept_until) : p.to,
  }));
}

/** Of each asset what a wish needs and the booking does not have: before it, after it, and more of it. */
function wished(thing: Thing, b: Row, has: Piece[], wish: Row): Piece[] {
  const wanted = piecesOf(
    thing,
    wish.quantity as number,
    at(wish.starts_at),
    at(wish.ends_at),
    true,
  );
  return wanted.flatMap((w, i) => {
    const own = has[i];
    if (!own) throw new Error('a wish without its booking');
    const from = at(wish.starts_at) === at(b.starts_at) ? own.from : w.from;
    const to = at(wish.ends_at) === at(b.ends_at) ? own.to : w.to;
    return [
      { ...w, from, to: Math.min(to, own.from) },
      { ...w, from: Math.max(from, own.to), to },
      {
        ...w,
        quantity: w.quantity - own.quantity,
        from: Math.max(from, own.from),
        to: Math.min(to, own.to),
      },
    ].filter((p) => p.from < p.to && p.quantity > 0);
  });
}

const say = (p: Piece) => `${p.asset} ${p.quantity} ${iso(p.from)} ${iso(p.to)} ${p.held}`;

function beyond(pieces: Piece[], stock: Stock): string[] {
  return pieces.flatMap((p) => {
    const load = loadAt(pieces, p.asset, p.from);
    const has = stock.get(p.asset) ?? 0;
    return load > has ? [`${p.asset}: ${load} of ${has} are out at ${iso(p.from)}`] : [];
  });
}

/**
 * The database's numbers against the oracle's, at many times: what occupies, how much is free, what
 * search and calendar say. Answers with what differs; nothing else may write meanwhile.
 */
export async function disagreements(look: Look, d: Dice, span: Span): Promise<string[]> {
  const { pieces: asked, withdrawn, stock } = await occupied(look);
  const pieces = [...asked, ...withdrawn];
  const allocated = async (isWithdrawal: boolean) =>
    (
      await look.sql(
        `select al.asset_id as asset, al.quantity, lower(al.blocked) as a, upper(al.blocked) as z, al.kind
         from public.allocations al left join public.closures c on c.id = al.closure_id
         where coalesce(c.withdrawal, false) = $1`,
        [isWithdrawal],
      )
    ).map((r) => ({
      asset: r.asset as string,
      quantity: r.quantity as number,
      from: at(r.a),
      to: at(r.z),
      held: r.kind === 'hold',
    }));
  const rows = (await allocated(false)).map(say);
  const problems = [
    ...difference('occupied, says the oracle only', asked.map(say), rows),
    ...difference('occupied, says the database only', rows, asked.map(say)),
    ...unlike(await allocated(true), withdrawn),
    ...beyond(pieces, stock),
  ];
  const differs = (what: string, said: unknown, should: unknown) => {
    const [a, b] = [JSON.stringify(said), JSON.stringify(should)];
    if (a !== b) problems.push(`${what}: the database says ${a}, the oracle ${b}`);
  };

  const periods = Array.from({ length: 120 }, () => periodWithin(d, span));
  const questions = periods.flatMap((p) => catalogue.map((thing) => ({ ...p, thing })));
  const free = await look.sql(
    `select private.free_quantity(q.id, q.a, q.z) as free
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) with ordinality as q (id, a, z, n) order by q.n`,
    [
      questions.map((q) => q.thing.id),
      questions.map((q) => iso(q.starts)),
      questions.map((q) => iso(q.ends)),
    ],
  );
  questions.forEach((q, i) => {
    differs(
      `${q.thing.slug} free ${iso(q.starts)} to ${iso(q.ends)}`,
      free[i]?.free,
      freeQuantity(pieces, stock, q.thing, q.starts, q.ends),
    );
  });

  for (const p of periods.slice(0, 40)) {
    const found = await look.as(anon).rows('search_resources', {
      p_pool: 'ostviertel',
      p_starts_at: iso(p.starts),
      p_ends_at: iso(p.ends),
    });
    for (const thing of catalogue) {
      const row = found.find((r) => r.id === thing.id);
      differs(
        `${thing.slug} searched ${iso(p.starts)} to ${iso(p.ends)}`,
        [row?.free_quantity, row?.quantity],
        [freeQuantity(pieces, stock, thing, p.starts, p.ends), howMany(thing, stock)],
      );
    }
  }

  const end = span.start + (span.days + 1) * 48 * HALF_HOUR;
  for (const thing of catalogue) {
    const spans = await look.as(anon).rows('resource_calendar', {
      p_resource_id: thing.id,
      p_from: iso(span.start),
      p_to: iso(end),
    });
    const times = spans.map((s) => ({
      from: (s.starts_at as Date).getTime(),
      to: (s.ends_at as Date).getTime(),
      said: { state: s.state, free: s.free_quantity, held: s.held_quantity },
    }));
    times.forEach((s, i) => {
      if (s.from < (times[i - 1]?.to ?? 0)) problems.push(`${thing.slug}: spans overlap`);
    });
    const mine = pieces.filter((p) => thing.parts.some((part) => part.asset === p.asset));
    for (let t = span.start + HALF_HOUR / 4; t < end; t += HALF_HOUR / 2) {
      const at = times.find((s) => s.from <= t && t < s.to);
      differs(
        `${thing.slug} at ${iso(t)}`,
        at ? at.said : { state: 'free', free: howMany(thing, stock), held: 0 },
        calendarAt(mine, stock, thing, t),
      );
    }
  }
  return problems;
}

/** What stands in one list and not in the other, counting how often. */
function difference(what: string, list: string[], other: string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return list.flatMap((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count > 0 ? [] : [`${what}: ${line}`];
  });
}

/** What withdrawals hold against what they should, at every instant; into which pieces it is cut does not matter. */
function unlike(has: Piece[], should: Piece[]): string[] {
  const assets = [...new Set([...has, ...should].map(({ asset }) => asset))];
  return assets.flatMap((asset) =>
    edgesOf([...has, ...should].filter((p) => p.asset === asset)).flatMap((t) => {
      const [is, foretold] = [loadAt(has, asset, t), loadAt(should, asset, t)];
      return is === foretold
        ? []
        : [`${asset} at ${iso(t)}: ${is} are withdrawn, the oracle foretold ${foretold}`];
    }),
  );
}
