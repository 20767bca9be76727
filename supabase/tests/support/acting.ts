import pg from 'pg';
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
    values: Object.values(args).map(jsonList),
  };
}

/** A list of objects is JSON; any other list is an array of PostgreSQL. */
const jsonList = (value: unknown): unknown =>
  Array.isArray(value) && value.some((v) => typeof v === 'object') ? JSON.stringify(value) : value;

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
