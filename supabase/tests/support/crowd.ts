import type pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { broken } from './books';
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
  /** What the books say that must never be; asked again at the end of the file. */
  broken(): Promise<string[]>;
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
    broken: () => broken(owner),
    connect: () => db.connect('authenticator'),
  };
}
