-- What `@supabase/lite` made in schema auth, given the owners, helpers and grants of the platform.
do $$
declare
  r record;
begin
  alter schema auth owner to supabase_admin;
  for r in select c.oid::regclass as name from pg_class c
           where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table %s owner to supabase_auth_admin', r.name);
    execute format('alter table %s enable row level security', r.name);
    execute format('grant all on %s to postgres', r.name);
    execute format('revoke all on %s from anon, authenticated', r.name);
  end loop;
end
$$;

-- Columns that a hosted project has, so that one seed and one trigger serve both.
alter table auth.users add column if not exists instance_id uuid;
alter table auth.users add column if not exists is_super_admin boolean;
alter table auth.identities alter column id set default gen_random_uuid();

create or replace function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;

create or replace function auth.role() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
  )::text
$$;

create or replace function auth.email() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.email', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
  )::text
$$;

create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')
  )::jsonb
$$;

grant usage on schema auth to postgres, anon, authenticated, service_role, supabase_storage_admin,
  supabase_realtime_admin;
grant all on schema auth to supabase_auth_admin;
grant execute on all functions in schema auth to public;
