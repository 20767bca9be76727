-- What `@supabase/lite` made in schema storage, given the owners and grants of the platform.
do $$
declare
  r record;
begin
  alter schema storage owner to supabase_admin;
  for r in select c.oid::regclass as name from pg_class c
           where c.relnamespace = 'storage'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table %s owner to supabase_storage_admin', r.name);
    execute format('alter table %s enable row level security', r.name);
    execute format('grant all on %s to postgres, anon, authenticated, service_role', r.name);
  end loop;
end
$$;

grant usage on schema storage to postgres, anon, authenticated, service_role;
grant all on schema storage to supabase_storage_admin;
-- why: the platform lets `postgres` make policies on these tables, which in plain PostgreSQL takes
-- ownership; 50_fences.sql takes the rest of an owner's power away again
grant supabase_storage_admin to postgres;
