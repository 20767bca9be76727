import pg from 'pg';
import { required } from './env';

/** One of our functions called for a demo person, as their phone would; for what comes before a journey. */
export async function actAs<Row extends pg.QueryResultRow>(
  email: string,
  fn: string,
  args: Record<string, unknown>,
): Promise<Row> {
  const client = new pg.Client({ connectionString: required('E2E_DB_URL') });
  await client.connect();
  try {
    const { rows: people } = await client.query<{ id: string }>(
      'select id from auth.users where email = $1',
      [email],
    );
    const claims = JSON.stringify({ sub: people[0]?.id, role: 'authenticated' });
    await client.query('begin; set local role authenticated');
    await client.query("select set_config('request.jwt.claims', $1, true)", [claims]);
    const names = Object.keys(args).map((name, index) => `${name} => $${String(index + 1)}`);
    const { rows } = await client.query<Row>(
      `select * from public.${fn}(${names.join(', ')})`,
      Object.values(args),
    );
    await client.query('commit');
    const [row] = rows;
    if (!row) throw new Error(`${fn} answered nothing`);
    return row;
  } finally {
    // what was not committed is gone with the connection
    await client.end();
  }
}
