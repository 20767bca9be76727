import type pg from 'pg';

type Made = { drop: string; make: string };

/** What can be dropped and made again: constraints with an index (but no primary key), and plain indexes. */
const made = `
  select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
    format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as make
  from pg_constraint c where c.conrelid = any ($1::regclass[]) and c.contype in ('u', 'x')
  union all
  select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
  from pg_index i
  where i.indrelid = any ($1::regclass[])
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;

/** Runs `work` while tables have their primary keys only; many rows are sooner indexed together than one by one. */
export async function withoutIndexes(
  admin: pg.Client,
  tables: string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await admin.query<Made>(made, [tables]);
  for (const { drop } of rows) await admin.query(drop);
  await work();
  for (const { make } of rows) await admin.query(make);
}
