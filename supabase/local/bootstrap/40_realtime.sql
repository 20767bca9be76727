-- Schema realtime as far as broadcast and its authorisation need it. One plain table instead of the
-- platform's daily partitions: here one machine writes, and an hourly delete keeps it small.
create schema if not exists realtime;
alter schema realtime owner to supabase_admin;

create table if not exists realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  primary key (id, inserted_at)
);
create index if not exists messages_inserted_at_index on realtime.messages (inserted_at);
alter table realtime.messages owner to supabase_realtime_admin;
alter table realtime.messages enable row level security;

create or replace function realtime.topic() returns text language sql stable as $$
  select nullif(current_setting('realtime.topic', true), '')::text
$$;

-- A failing broadcast must never undo the change it announces: every error becomes a warning.
create or replace function realtime.send(
  payload jsonb, event text, topic text, private boolean default true
) returns void language plpgsql as $$
declare
  generated_id uuid := gen_random_uuid();
begin
  begin
    if not payload ? 'id' then
      payload := jsonb_set(payload, '{id}', to_jsonb(generated_id));
    end if;
    execute format('set local realtime.topic to %L', topic);
    insert into realtime.messages (id, payload, event, topic, private, extension)
    values (generated_id, payload, event, topic, private, 'broadcast');
  exception when others then
    raise warning 'WarnSendingBroadcastMessage: %', sqlerrm;
  end;
end
$$;

create or replace function realtime.prune_messages() returns bigint language sql
  security definer -- definer: the table is only pruned by its owner
  set search_path = '' as $$
  with gone as (
    delete from realtime.messages where inserted_at < now() - interval '3 days' returning 1
  )
  select count(*) from gone
$$;
alter function realtime.prune_messages() owner to supabase_realtime_admin;
revoke all on function realtime.prune_messages() from public;

grant usage on schema realtime to postgres, anon, authenticated, service_role,
  supabase_realtime_admin;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;
grant all on realtime.messages to postgres;
grant supabase_realtime_admin to postgres; -- why: as with storage, see 50_fences.sql

do $$
begin
  if not exists (
    select from pg_publication where pubname = 'supabase_realtime_messages_publication'
  ) then
    -- why: only inserts are announced; pruning would otherwise be decoded and sent for nothing
    create publication supabase_realtime_messages_publication
      for table realtime.messages with (publish = 'insert');
  end if;
end
$$;
