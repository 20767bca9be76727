-- What the borrower does about a gap: somebody else steps in, or it goes on without.

create function private.read_items(p_event_id uuid, p_items jsonb) returns jsonb
language plpgsql
stable
-- definer: reads the items of the event
security definer
set search_path = ''
as $$
declare
  v_parts jsonb;
begin
  if p_items is null or jsonb_typeof(p_items) <> 'array' or jsonb_array_length(p_items) not between 1 and 40 then
    perform private.fail('INPUT', 'What is asked for?', 'p_items', jsonb_build_object('reason', 'required'));
  end if;
  if exists (
    select 1 from jsonb_array_elements(p_items) item
    where jsonb_typeof(item.value) <> 'object'
      or not exists (select 1 from public.event_items i where i.event_id = p_event_id and i.id::text = item.value ->> 'item_id')
  ) then
    perform private.fail('NTFND', 'There is no such item in this event.', 'p_items');
  end if;
  select coalesce(jsonb_agg(jsonb_build_object(
      'item_id', i.id, 'resource_id', part.resource_id, 'quantity', part.quantity,
      'starts_at', part.starts_at, 'ends_at', part.ends_at) order by item.n), '[]') into v_parts
  from jsonb_array_elements(p_items) with ordinality as item (value, n)
  join public.event_items i on i.event_id = p_event_id and i.id::text = item.value ->> 'item_id'
  cross join lateral private.read_parts(item.value -> 'parts', i) part;
  if v_parts = '[]' then
    perform private.fail('INPUT', 'What is asked for?', 'p_items', jsonb_build_object('reason', 'required'));
  end if;
  if exists (select 1 from jsonb_array_elements(v_parts) part where part.value ->> 'resource_id' is null or part.value ->> 'quantity' is null) then
    perform private.fail('INPUT', 'A part has a resource and a number.', 'p_items', jsonb_build_object('reason', 'invalid'));
  end if;
  return v_parts;
end;
$$;
comment on function private.read_items is 'What is asked for, as a flat list of parts with their periods. Raises INPUT, NTFND.';

comment on function public.request_event is
  'Asks all owners of a draft''s parts at once: p_items is [{item_id, parts: [{resource_id, quantity, starts_at, ends_at}]}], half-open periods, without them the wish''s own; p_mode and p_note null: as planned. All or nothing: when any part cannot be held nothing is written (EVMIS, params.missing lists item, code and params of each); best effort: what can be held is, and each other part comes back with its code. The same key with the same content gives the same answer. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, BKLEN, BKLED, INPUT, EVMIS, IDEMP.';
grant execute on function public.request_event to authenticated;

create function public.replace_event_item(p_item_id uuid, p_parts jsonb)
returns setof public.event_parts
language plpgsql
volatile
-- definer: nobody holds a write grant on bookings, allocations and event_parts
security definer
set search_path = ''
as $$
declare
  v_item public.event_items := private.lock_item(p_item_id);
  v_event public.events;
  v_plan public.event_plans;
  v_missing integer;
  v_parts jsonb;
begin
  select e.* into v_event from public.events e where e.id = v_item.event_id;
  select p.* into v_plan from public.event_plans p where p.event_id = v_item.event_id;
  if v_plan.status not in ('sent', 'settled') then
    perform private.fail('BKSTA', 'Nothing can be replaced here.', null, jsonb_build_object('status', v_plan.status));
  end if;
  select m.missing into v_missing from private.event_missing(v_item.event_id) m where m.item_id = p_item_id;
  if v_missing is null then
    perform private.fail('BKSTA', 'Nothing is missing of it.', null, jsonb_build_object('status', v_plan.status, 'reason', 'complete'));
  end if;
  v_parts := private.read_items(v_item.event_id, jsonb_build_array(jsonb_build_object('item_id', p_item_id, 'parts', p_parts)));
  if (select sum((part.value ->> 'quantity')::bigint) from jsonb_array_elements(v_parts) part) > v_missing then
    perform private.fail('INPUT', 'More than is missing.', 'p_parts', jsonb_build_object('reason', 'too_big', 'max', v_missing));
  end if;
  v_parts := private.request_parts(v_event, v_plan, v_parts);
  if exists (select 1 from jsonb_array_elements(v_parts) part where part.value ? 'code') then
    perform private.refuse_event(v_item.event_id, (
      select jsonb_agg(jsonb_build_object('item_id', p_item_id, 'what', v_item.what, 'title', public.reader_title(r),
        'code', part.value ->> 'code', 'params', part.value -> 'params'))
      from jsonb_array_elements(v_parts) part
      left join public.resources r on r.id = (part.value ->> 'resource_id')::uuid
      where part.value ? 'code'));
  end if;
  insert into public.event_parts (item_id, resource_id, quantity, starts_at, ends_at, booking_id)
  select p_item_id, (part.value ->> 'resource_id')::uuid, (part.value ->> 'quantity')::integer,
    (part.value ->> 'starts_at')::timestamptz, (part.value ->> 'ends_at')::timestamptz, (part.value ->> 'booking_id')::uuid
  from jsonb_array_elements(v_parts) part;
  perform private.touch_plan(v_item.event_id);
  perform private.tell_owners('event_requested', v_item.event_id,
    array(select (part.value ->> 'booking_id')::uuid from jsonb_array_elements(v_parts) part));
  perform private.settle_event(v_item.event_id);
  return query
    select p.* from public.event_parts p
    where p.item_id = p_item_id and p.booking_id in (select (part.value ->> 'booking_id')::uuid from jsonb_array_elements(v_parts) part)
    order by p.created_at, p.id;
end;
$$;
comment on function public.replace_event_item is
  'Asks somebody else for what is missing of a wish after a part was declined or fell through: all of p_parts can be held, or nothing is written (EVMIS). Not more than is missing; once nothing is missing BKSTA with reason complete. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT, EVMIS.';
grant execute on function public.replace_event_item to authenticated;

create function public.accept_without(p_item_id uuid) returns public.event_items
language plpgsql
volatile
-- definer: nobody holds an update grant on event_items
security definer
set search_path = ''
as $$
declare
  v_item public.event_items := private.lock_item(p_item_id);
  v_status text;
begin
  select p.status into v_status from public.event_plans p where p.event_id = v_item.event_id;
  if v_status not in ('sent', 'settled') then
    perform private.fail('BKSTA', 'A wish of a draft is dropped, not waived.', null, jsonb_build_object('status', v_status));
  end if;
  update public.event_items set waived_at = coalesce(waived_at, now()) where id = p_item_id returning * into v_item;
  perform private.touch_plan(v_item.event_id);
  perform private.settle_event(v_item.event_id);
  return v_item;
end;
$$;
comment on function public.accept_without is
  'The event goes on without what is missing of a wish; what was granted of it stays. Raises LOGIN, NTFND, BKSTA.';
grant execute on function public.accept_without to authenticated;
