import { afterAll, beforeAll, inject } from 'vitest';
import pg from 'pg';
import { Acting, type Row } from './acting';
import { at, TEMPLATE } from './names';
import { claimsOf, type Actor } from './people';

export { Acting, acting, actOn, callSql, type Args, type Row } from './acting';

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
        // what waits for the end of a transaction happens at the end of the act
        await client.query(
          "set constraints all immediate; set constraints all deferred; select set_config('request.jwt.claims', '', true); set local role postgres; release savepoint act",
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
