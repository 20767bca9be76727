import pg from 'pg';
import { portsFrom } from '../../supabase/local/ports';
import { dbUrl, loadSecrets } from '../../supabase/local/secrets';
import type { Hosted } from '../core/hosted';

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // why: a query that is under way reports it itself
  await client.connect();
  return client;
}

/** Connections for the time of `work`, closed whatever happens. */
export async function withClients<T>(
  urls: string[],
  work: (clients: pg.Client[]) => Promise<T>,
): Promise<T> {
  const clients: pg.Client[] = [];
  try {
    for (const url of urls) clients.push(await connect(url));
    return await work(clients);
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()));
  }
}

export const withAdmin = <T>(
  stack: Pick<Hosted, 'adminDbUrl'>,
  work: (admin: pg.Client) => Promise<T>,
): Promise<T> =>
  withClients([stack.adminDbUrl], ([admin]) => {
    if (!admin) throw new Error('no connection');
    return work(admin);
  });

/** What PostgREST connects as, with the limits that role has. */
export const authenticatorUrl = ({ stateDir, portBase }: Hosted): string =>
  dbUrl('authenticator', portsFrom(portBase).db, loadSecrets(stateDir));

/** From here on the connection acts as this person, as PostgREST makes it for one request. */
export async function actAs(client: pg.Client, person: string): Promise<void> {
  await client.query('set role authenticated');
  await client.query(`select set_config('request.jwt.claims', $1, false)`, [
    JSON.stringify({ sub: person, role: 'authenticated' }),
  ]);
}

export const codeOf = (error: unknown): string =>
  error instanceof pg.DatabaseError && error.code ? error.code : String(error);

/** What decides whether the numbers are honest; read from the server, not from our settings file. */
export async function settingsOf(client: pg.Client): Promise<string> {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'wal_level', 'shared_buffers'];
  const { rows } = await client.query<{ setting: string }>(
    `select name || ' ' || current_setting(name) as setting
     from unnest($1::text[]) with ordinality as n (name, i) order by i`,
    [names],
  );
  return rows.map((row) => row.setting).join(', ');
}
