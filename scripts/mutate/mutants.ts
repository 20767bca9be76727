import type pg from 'pg';

/** One guard taken away, or one door opened. */
export type Mutant = {
  /** E.g. `public.bookings: without bookings_period_check`. */
  name: string;
  kind: 'constraint' | 'index' | 'trigger' | 'security' | 'policy' | 'grant';
  /** The table or function without its schema, for finding the tests that speak of it. */
  about: string;
  sql: string;
};

const OURS = `('public'::regnamespace, 'private'::regnamespace)`;

/**
 * Constraints (checks, foreign keys, uniqueness, exclusion) go with what hangs on them. A primary key
 * over one made-up id is left out: nothing but chance could ever meet it.
 */
const constraints = `
  select format('%s.%s: without %s', n.nspname, c.relname, k.conname) as name, 'constraint' as kind, c.relname as about,
    format('alter table %I.%I drop constraint %I cascade', n.nspname, c.relname, k.conname) as sql
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_constraint k on k.conrelid = c.oid
  where c.relnamespace in ${OURS} and c.relkind in ('r', 'p')
    and (k.contype in ('c', 'u', 'x', 'f') or (k.contype = 'p' and cardinality(k.conkey) > 1))
  union all
  select format('%s.%s: without unique index %s', n.nspname, c.relname, i.relname), 'index', c.relname,
    format('drop index %I.%I', n.nspname, i.relname)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_index x on x.indrelid = c.oid and x.indisunique join pg_class i on i.oid = x.indexrelid
  where c.relnamespace in ${OURS} and not exists (select from pg_constraint k where k.conindid = x.indexrelid)`;

const triggers = `
  select format('%s.%s: without trigger %s', n.nspname, c.relname, t.tgname), 'trigger', c.relname,
    format('drop trigger %I on %I.%I', t.tgname, n.nspname, c.relname)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_proc p on p.oid = t.tgfoid
  where not t.tgisinternal and p.pronamespace in ${OURS}`;

/** A policy that lets everybody pass already is only taken away. */
const policies = `
  select format('%s.%s: %s %s', p.schemaname, p.tablename, how.what, p.policyname), 'policy', p.tablename,
    format(how.sql, p.policyname, p.schemaname, p.tablename)
  from pg_policies p
  cross join lateral (values
    ('without policy', 'drop policy %I on %I.%I'),
    ('everybody passes policy', case when p.cmd = 'INSERT'
      then 'alter policy %I on %I.%I with check (true)' else 'alter policy %I on %I.%I using (true)' end)
  ) as how (what, sql)
  where (p.schemaname in ('public', 'private')
      or (p.schemaname in ('realtime', 'storage') and p.policyname ~ '^(photos|select)_'))
    and (how.what = 'without policy' or coalesce(p.qual, p.with_check) <> 'true')
  union all
  select format('%s.%s: without row level security', n.nspname, c.relname), 'security', c.relname,
    format('alter table %I.%I disable row level security', n.nspname, c.relname)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relnamespace in ${OURS} and c.relkind in ('r', 'p') and c.relrowsecurity`;

/** What is withheld from members and passers-by is given to them. */
const grants = `
  select format('%s.%s: %s may %s', n.nspname, c.relname, who.role, way.what), 'grant', c.relname,
    format('grant %s on %I.%I to %I', way.privileges, n.nspname, c.relname, who.role)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join (values ('anon'), ('authenticated')) as who (role)
  cross join (values ('read', 'select'), ('write', 'insert, update, delete')) as way (what, privileges)
  where c.relnamespace in ${OURS} and c.relkind in ('r', 'p', 'v', 'm')
    and not has_table_privilege(who.role, c.oid, way.privileges)
  union all
  select format('%s: %s may call it', p.oid::regprocedure, who.role), 'grant', p.proname,
    format('grant execute on function %s to %I', p.oid::regprocedure, who.role)
  from pg_proc p cross join (values ('anon'), ('authenticated')) as who (role)
  where p.pronamespace in ${OURS} and p.prorettype <> 'trigger'::regtype
    and not has_function_privilege(who.role, p.oid, 'execute')
    -- helpers are out of reach for passers-by as soon as they are for members
    and (who.role = 'authenticated' or p.pronamespace = 'public'::regnamespace)`;

const found = [constraints, triggers, policies, grants].join('\nunion all\n') + '\norder by 2, 1';

export async function mutantsIn(owner: pg.Client): Promise<Mutant[]> {
  return (await owner.query<Mutant>(found)).rows;
}
