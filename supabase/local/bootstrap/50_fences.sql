-- The hosted platform lets project migrations add policies and triggers in auth, storage and
-- realtime, and nothing else. What would be refused there is refused here, with a reason.
create schema if not exists platform authorization supabase_admin;

create or replace function platform.fence() returns event_trigger language plpgsql
  set search_path = '' as $$
declare
  c record;
begin
  if (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    return;
  end if;
  for c in select * from pg_event_trigger_ddl_commands() loop
    if c.schema_name in ('auth', 'storage', 'realtime')
      and c.command_tag not in (
        'CREATE POLICY', 'ALTER POLICY', 'CREATE TRIGGER', 'GRANT', 'REVOKE'
      )
    then
      raise exception '% on % is refused: the hosted platform lets migrations add only policies and triggers in schema %',
        c.command_tag, c.object_identity, c.schema_name using errcode = 'insufficient_privilege';
    end if;
  end loop;
end
$$;

create or replace function platform.fence_drops() returns event_trigger language plpgsql
  set search_path = '' as $$
declare
  o record;
begin
  if (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    return;
  end if;
  for o in select * from pg_event_trigger_dropped_objects() where original loop
    if o.schema_name in ('auth', 'storage', 'realtime')
      and o.object_type not in ('policy', 'trigger')
    then
      raise exception 'Dropping % is refused: schema % belongs to the platform',
        o.object_identity, o.schema_name using errcode = 'insufficient_privilege';
    end if;
  end loop;
end
$$;

do $$
begin
  if not exists (select from pg_event_trigger where evtname = 'platform_fence') then
    create event trigger platform_fence on ddl_command_end execute function platform.fence();
    create event trigger platform_fence_drops on sql_drop execute function platform.fence_drops();
  end if;
end
$$;
