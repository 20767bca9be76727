import type pg from 'pg';

type Value = string | number | boolean | null | object;
export type Row = Record<string, Value>;

const CHUNK = 2000;

/**
 * Inserts rows as they stand, thousands in a statement. PostgreSQL reads each value by the type of
 * its column, so ranges, uuids and times are given as text. All rows have the keys of the first.
 */
export async function insertRows(client: pg.Client, table: string, rows: Row[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  for (let from = 0; from < rows.length; from += CHUNK) {
    await client.query(
      `insert into ${table} (${columns})
       select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.slice(from, from + CHUNK))],
    );
  }
}
