import type pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { acting, testDatabase, type Acting, type Row } from './database';
import type { Actor } from './people';

export interface Outcome {
  done: Row[];
  /** How often each error code came. */
  refused: Record<string, number>;
}

export interface Crowd {
  /** All at once, each over a connection of its own, committed; waits for the last one. */
  rush(acts: [Actor, (who: Acting) => Promise<Row>][]): Promise<Outcome>;
  /** Each connection on its own, for longer stories than one act. */
  clients<T>(stories: (connections: ((actor: Actor) => Acting)[]) => Promise<T>): Promise<T>;
  /** One act, committed. */
  as(actor: Actor): Acting;
  /** Looks and prepares as the owner of the database. */
  sql(text: string, values?: unknown[]): Promise<Row[]>;
  /** A connection as PostgREST opens it, for what `rush` cannot do. */
  connect(): Promise<pg.Client>;
}

/** `size` real connections as PostgREST's role to a database of the file's own. */
export function crowd(size: number): Crowd {
  const db = testDatabase();
  const clients: pg.Client[] = [];
  let owner: pg.Client;
  beforeAll(async () => {
    owner = await db.connect();
    for (let i = 0; i < size; i++) {
      const client = await db.connect('authenticator');
      // every statement of ours is done in far less; who waits this long sits in a circle
      await client.query(`set lock_timeout = '20s'; set statement_timeout = '30s'`);
      clients.push(client);
    }
  });
  afterAll(async () => {
    // whatever the file raced for, the books must be in order at its end
    expect(await broken(owner)).toEqual([]);
  });
  return {
    async rush(acts) {
      const outcome: Outcome = { done: [], refused: {} };
      await Promise.all(
        acts.map(async ([actor, act], i) => {
          const client = clients[i];
          if (!client) throw new Error(`A crowd of ${size} is too small for ${acts.length} acts.`);
          try {
            outcome.done.push(await act(acting(client)(actor)));
          } catch (error) {
            const { code } = error as { code?: string };
            if (!code) throw error;
            outcome.refused[code] = (outcome.refused[code] ?? 0) + 1;
          }
        }),
      );
      return outcome;
    },
    clients: (stories) => stories(clients.map((client) => acting(client))),
    as: (actor) => acting(clients[0] as pg.Client)(actor),
    sql: async (text, values = []) => (await owner.query(text, values)).rows as Row[],
    connect: () => db.connect('authenticator'),
  };
}

/**
 * What must never be, looked for with plain SQL that shares nothing with the functions under test:
 * an asset above its stock at some instant, a live booking without its allocations or the other way
 * round, a log that does not tell how the booking came to its status.
 */
export async function broken(owner: pg.ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ problem: string }>(`
    with instants as (
      select distinct al.asset_id, lower(al.blocked) as at from public.allocations al where upper(al.blocked) > now()
    )
    select 'asset ' || a.name || ' above its stock: ' || sum(al.quantity) || ' of ' || a.quantity || ' at ' || i.at as problem
    from instants i
    join public.allocations al on al.asset_id = i.asset_id and al.blocked @> i.at
    join public.assets a on a.id = i.asset_id
    group by a.id, a.name, a.quantity, i.at having sum(al.quantity) > a.quantity
    union all
    select 'booking ' || b.id || ' (' || b.status || ') occupies ' || count(al.id) || ' of ' || count(ra.asset_id) || ' assets'
    from public.bookings b
    join public.resource_assets ra on ra.resource_id = b.resource_id
    left join public.allocations al on al.booking_id = b.id and al.asset_id = ra.asset_id
      and al.quantity = ra.quantity * b.quantity and al.kind = case b.status when 'approved' then 'booking' else 'hold' end
    group by b.id, b.status
    having count(al.id) <> case when b.status in ('requested', 'approved') then count(ra.asset_id) else 0 end
    union all
    select 'allocation ' || al.id || ' of a booking that is ' || b.status
    from public.allocations al join public.bookings b on b.id = al.booking_id where b.status not in ('requested', 'approved')
    union all
    select 'booking ' || b.id || ' has version ' || b.version || ' and ' || count(l.id) || ' log rows up to ' || max(l.version)
    from public.bookings b left join public.booking_log l on l.booking_id = b.id
    group by b.id, b.version having count(l.id) <> b.version or max(l.version) <> b.version
    union all
    select 'log of ' || l.booking_id || ' jumps from ' || coalesce(l.before, '-') || ' to a row that says ' || coalesce(l.from_status, '-')
    from (select *, lag(to_status) over (partition by booking_id order by version) as before from public.booking_log) l
    where l.before is distinct from l.from_status
    union all
    select 'booking ' || b.id || ' has ' || count(o.id) || ' events for ' || b.version || ' acts'
    from public.bookings b left join private.outbox o on o.booking_id = b.id
    group by b.id, b.version having count(o.id) <> b.version
    union all
    select 'asset ' || al.asset_id || ' and its allocations disagree about their guard'
    from public.allocations al join public.assets a on a.id = al.asset_id where al.exclusive <> a.exclusive`);
  return rows.map((row) => row.problem);
}
