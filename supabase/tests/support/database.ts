import { afterAll, beforeAll, inject } from 'vitest';
import pg from 'pg';
import { at, TEMPLATE } from './names';
import { claimsOf, type Actor } from './people';

// Counts arrive as numbers: nothing here comes near 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export type Args = Record<string, unknown>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of hand-written SQL
export type Row = Record<string, any>;

/** `select * from public.fn(p_x => $1, …)`: how PostgREST calls a function. */
export function callSql(fn: string, args: Args): { text: string; values: unknown[] } {
  const names = Object.keys(args);
  return {
    text: `select * from public.${fn}(${names.map((n, i) => `${n} => $${i + 1}`).join(', ')})`,
    values: Object.values(args),
  };
}

/** What one actor can do: the two things the API offers, reading a table and calling a function. */
export class Acting {
  constructor(
    readonly actor: Actor,
    private readonly run: (text: string, values: unknown[]) => Promise<Row[]>,
  ) {}

  sql(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.run(text, values);
  }

  rows(fn: string, args: Args = {}): Promise<Row[]> {
    const { text, values } = callSql(fn, args);
    return this.run(text, values);
  }

  async call(fn: string, args: Args = {}): Promise<Row> {
    return (await this.rows(fn, args))[0] ?? {};
  }
}

let counter = 0;

export interface TestDatabase {
  name: string;
  /** A new connection as the owner of everything, outside of row level security. */
  connect(as?: 'owner' | 'authenticator' | 'admin'): Promise<pg.Client>;
}

/** A database of the test file's own, copied from the story; gone afterwards with its connections. */
export function testDatabase(): TestDatabase {
  const cluster = inject('cluster');
  const name = `t_${process.pid}_${++counter}_${Math.random().toString(36).slice(2, 8)}`;
  const open: pg.Client[] = [];
  const admin = async (sql: string) => {
    const client = new pg.Client(cluster.adminUrl);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  beforeAll(() => admin(`create database ${name} template ${TEMPLATE} owner postgres`));
  afterAll(async () => {
    await Promise.all(open.map((client) => client.end().catch(() => undefined)));
    await admin(`drop database if exists ${name} with (force)`);
  });
  const urls = {
    owner: cluster.ownerUrl,
    authenticator: cluster.authenticatorUrl,
    admin: cluster.adminUrl,
  };
  return {
    name,
    async connect(as = 'owner') {
      const client = new pg.Client(at(urls[as], name));
      // dropping the database ends connections; that is no news
      client.on('error', () => undefined);
      await client.connect();
      open.push(client);
      return client;
    },
  };
}

/**
 * One act as PostgREST does it: a transaction of its own in which the role and the claims are set
 * locally. Committed; a refusal rolls back.
 */
export async function actOn(
  client: pg.ClientBase,
  actor: Actor,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { role, claims } = claimsOf(actor);
  await client.query(`begin; set local role ${role}`);
  try {
    await client.query("select set_config('request.jwt.claims', $1, true)", [claims]);
    const { rows } = await client.query(text, values);
    await client.query('commit');
    return rows as Row[];
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** People acting for real, each act committed, over one connection. */
export const acting = (client: pg.ClientBase) => (actor: Actor) =>
  new Acting(actor, (text, values) => actOn(client, actor, text, values));

export interface Scene {
  /** Acts as somebody, inside the scene's transaction; a refusal undoes only itself. */
  as(actor: Actor): Acting;
  /** Looks and prepares as the owner of the database. */
  sql(text: string, values?: unknown[]): Promise<Row[]>;
}

/**
 * A test that plays in one transaction which is rolled back at the end: each begins in the story as
 * told. now() stands still in it.
 */
export function scenes(): (play: (scene: Scene) => Promise<void>) => () => Promise<void> {
  const db = testDatabase();
  let client: pg.Client;
  beforeAll(async () => {
    client = await db.connect();
  });
  const as = (actor: Actor) =>
    new Acting(actor, async (text, values) => {
      const { role, claims } = claimsOf(actor);
      await client.query(`savepoint act; set local role ${role}`);
      try {
        await client.query("select set_config('request.jwt.claims', $1, true)", [claims]);
        const { rows } = await client.query(text, values);
        await client.query(
          "select set_config('request.jwt.claims', '', true); set local role postgres; release savepoint act",
        );
        return rows as Row[];
      } catch (error) {
        await client.query('rollback to savepoint act; release savepoint act');
        throw error;
      }
    });
  const sql = async (text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];
  return (play) => async () => {
    await client.query('begin');
    try {
      await play({ as, sql });
    } finally {
      await client.query('rollback');
    }
  };
}
