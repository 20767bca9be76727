-- Realtime says "look again", never "this is so": private Broadcast channels carry ids only, and
-- who hears one re-reads through row level security.
--   pool:<id>          everyone: {resource_ids} whose availability changed
--   organisation:<id>  its members: {booking_id, version} of a booking they lend or borrow
-- A booking never fails because of a message: an error on the way becomes a warning.

create function private.topic_id(p_topic text, p_kind text) returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  return substring(p_topic from '^' || p_kind || ':([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$')::uuid;
end;
$$;
comment on function private.topic_id is 'The id in a topic of the form kind:uuid, or null.';
grant execute on function private.topic_id to anon, authenticated;

create policy select_pool_topic on realtime.messages for select to anon, authenticated
  using (
    extension = 'broadcast'
    and private.topic_id((select realtime.topic()), 'pool') in (select p.id from public.pools p)
  );
create policy select_organisation_topic on realtime.messages for select to authenticated
  using (
    extension = 'broadcast'
    and private.topic_id((select realtime.topic()), 'organisation') in (select private.my_organisation_ids())
  );
-- No insert policy: clients send nothing.

create type private.message as (
  topic text,
  event text,
  payload jsonb
);
comment on type private.message is 'What is said over a private channel.';

-- What realtime.send does, for all messages of an act in one statement: it opens a subtransaction for
-- each, and three of them were a tenth of the time of a booking.
create function private.announce(variadic p_messages private.message[]) returns void
language plpgsql
volatile
-- definer: clients have no insert policy on realtime.messages
security definer
set search_path = ''
as $$
begin
  insert into realtime.messages (topic, extension, event, private, payload)
  select m.topic, 'broadcast', m.event, true, m.payload || jsonb_build_object('id', gen_random_uuid())
  from unnest(p_messages) m;
exception when others then
  raise warning 'Not announced: %', sqlerrm;
end;
$$;
comment on function private.announce is
  'Sends messages over private channels when the transaction commits; never fails.';

create function private.availability_message(p_pool_id uuid, p_resource_id uuid) returns private.message
language plpgsql
stable
set search_path = ''
as $$
begin
  return row('pool:' || p_pool_id, 'availability_changed',
    jsonb_build_object('resource_ids', private.resources_sharing_assets(p_resource_id)))::private.message;
end;
$$;
comment on function private.availability_message is 'That a resource, and all that share an asset with it, may be looked at again.';

create function private.announce_availability(p_pool_id uuid, p_resource_id uuid) returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.announce(private.availability_message(p_pool_id, p_resource_id));
end;
$$;

create function private.tg_bookings__announce() returns trigger
language plpgsql
-- definer: see announce
security definer
set search_path = ''
as $$
declare
  v_booking jsonb := jsonb_build_object('booking_id', new.id, 'version', new.version);
  v_messages private.message[] := array[row('organisation:' || new.owner_id, 'booking_changed', v_booking)::private.message];
begin
  -- asking and answering move nobody's slot
  if tg_op = 'INSERT' or old.status <> new.status
     or new.last_action in ('changed', 'change_proposed', 'change_granted', 'change_declined', 'change_withdrawn', 'change_expired') then
    v_messages := v_messages || private.availability_message(new.pool_id, new.resource_id);
  end if;
  if new.organisation_id <> new.owner_id then
    v_messages := v_messages || row('organisation:' || new.organisation_id, 'booking_changed', v_booking)::private.message;
  end if;
  perform private.announce(variadic v_messages);
  return null;
end;
$$;
create trigger t60_announce after insert or update of version on public.bookings
  for each row execute function private.tg_bookings__announce();

create function private.tg_closures__announce() returns trigger
language plpgsql
-- definer: see announce
security definer
set search_path = ''
as $$
declare
  v_pool_id uuid;
begin
  select pool_id into v_pool_id from public.resources where id = new.resource_id;
  perform private.announce_availability(v_pool_id, new.resource_id);
  return null;
end;
$$;
create trigger t60_announce after insert or update of reopened_at on public.closures
  for each row execute function private.tg_closures__announce();

create function private.tg_resources__announce() returns trigger
language plpgsql
-- definer: see announce
security definer
set search_path = ''
as $$
begin
  perform private.announce_availability(new.pool_id, new.id);
  return null;
end;
$$;
-- status, because listed is written by the trigger before, which "update of listed" does not notice
create trigger t60_announce after update of status, quantity on public.resources
  for each row when (old.listed is distinct from new.listed or old.quantity is distinct from new.quantity)
  execute function private.tg_resources__announce();
