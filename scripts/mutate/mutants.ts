import type pg from 'pg';

/** One guard taken away. */
export type Mutant = {
  /** E.g. `public.bookings: without bookings_period_check`. */
  name: string;
  kind: 'constraint' | 'index' | 'trigger' | 'policy';
  /** The table without its schema, for finding the tests that speak of it. */
  table: string;
  sql: string;
};

/**
 * Constraints go with what hangs on them. A primary key over one made-up id is left out: nothing but
 * chance could ever meet it.
 */
const found = `
  with ours as (
    select c.oid, c.relname, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p')
  )
  select format('%s.%s: without %s', o.nspname, o.relname, k.conname) as name, 'constraint' as kind, o.relname as table,
    format('alter table %I.%I drop constraint %I cascade', o.nspname, o.relname, k.conname) as sql
  from ours o join pg_constraint k on k.conrelid = o.oid
  where k.contype in ('c', 'u', 'x', 'f') or (k.contype = 'p' and cardinality(k.conkey) > 1)
  union all
  select format('%s.%s: without unique index %s', o.nspname, o.relname, i.relname), 'index', o.relname,
    format('drop index %I.%I', o.nspname, i.relname)
  from ours o join pg_index x on x.indrelid = o.oid and x.indisunique join pg_class i on i.oid = x.indexrelid
  where not exists (select from pg_constraint k where k.conindid = x.indexrelid)
  union all
  select format('%s.%s: without trigger %s', n.nspname, c.relname, t.tgname), 'trigger', c.relname,
    format('drop trigger %I on %I.%I', t.tgname, n.nspname, c.relname)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_proc p on p.oid = t.tgfoid
  where not t.tgisinternal and p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
  union all
  select format('%s.%s: %s %s', p.schemaname, p.tablename, how.what, p.policyname), 'policy', p.tablename,
    format(how.sql, p.policyname, p.schemaname, p.tablename)
  from pg_policies p
  cross join lateral (values
    ('without policy', 'drop policy %I on %I.%I'),
    ('everybody passes policy', case when p.cmd = 'INSERT'
      then 'alter policy %I on %I.%I with check (true)' else 'alter policy %I on %I.%I using (true)' end)
  ) as how (what, sql)
  where p.schemaname in ('public', 'private')
    or (p.schemaname in ('realtime', 'storage') and p.policyname ~ '^(photos|select)_')
  order by 2, 1`;

export async function mutantsIn(owner: pg.Client): Promise<Mutant[]> {
  return (await owner.query<Mutant>(found)).rows;
}
