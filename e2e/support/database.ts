import pg from 'pg';
import { required } from './env';

/** A look behind the screen, and the states that a journey starts from. As role postgres. */
export async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: required('E2E_DB_URL') });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
