import type pg from 'pg';
import type { Claims } from '../jwt';

export type Permissions = {
  read: boolean;
  write: boolean;
};

const ROLES = new Set(['anon', 'authenticated', 'service_role']);
const NONE: Permissions = { read: false, write: false };

/**
 * Asks the policies on realtime.messages as the hosted server does: a row is put down for the topic,
 * the role is taken on, then: does it see the row, may it add one? All of it is rolled back.
 */
export async function authorize(
  pool: pg.Pool,
  topic: string,
  claims: Claims,
): Promise<Permissions> {
  if (!ROLES.has(claims.role)) return NONE;
  const client = await pool.connect();
  try {
    await client.query(`begin; set local statement_timeout = '5s'`);
    const { rows } = await client.query<{ id: string }>(
      `insert into realtime.messages (topic, extension, private) values ($1, 'broadcast', true)
       returning id`,
      [topic],
    );
    await client.query(
      `select set_config('realtime.topic', $1, true),
              set_config('request.jwt.claims', $2, true),
              set_config('request.jwt.claim.sub', $3, true),
              set_config('request.jwt.claim.role', $4, true),
              set_config('request.headers', '{}', true),
              set_config('role', $4, true)`,
      [topic, JSON.stringify(claims), claims.sub ?? '', claims.role],
    );
    const seen = await client.query('select from realtime.messages where id = $1', [rows[0]?.id]);
    const write = await mayInsert(client, topic);
    return { read: seen.rowCount === 1, write };
  } finally {
    await client.query('rollback').then(
      () => client.release(),
      (error: unknown) => client.release(error instanceof Error ? error : true),
    );
  }
}

async function mayInsert(client: pg.PoolClient, topic: string): Promise<boolean> {
  try {
    await client.query(
      `insert into realtime.messages (topic, extension, private) values ($1, 'broadcast', true)`,
      [topic],
    );
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  }
}
