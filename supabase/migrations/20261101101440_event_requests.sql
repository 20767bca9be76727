-- Asking for an event in one act, and what follows from the owners' answers. Each part is a booking
-- like any other and goes through request_booking, approve_booking and cancel_booking; what is added
-- here is that they are held, decided and given up together.
-- Locks: the plan, then bookings, then rules, then all assets of all parts at once in the order of
-- their ids; what the single intents lock afterwards is theirs already.

create function private.lock_offers(p_event public.events, p_parts jsonb) returns void
language plpgsql
volatile
-- definer: locks rows the asker has no update right on
security definer
set search_path = ''
as $$
declare
  v_resource_ids uuid[] := array(
    select distinct (part.value ->> 'resource_id')::uuid from jsonb_array_elements(p_parts) part);
begin
  perform private.lock_keys(array(
    select unnest(private.rule_keys(terms, r.organisation_id, p_event.organisation_id, asked.dates))
    from (
      select (part.value ->> 'resource_id')::uuid as resource_id,
        array_agg(((part.value ->> 'starts_at')::timestamptz at time zone p.time_zone)::date) as dates
      from jsonb_array_elements(p_parts) part
      join public.pools p on p.id = p_event.pool_id
      group by 1
    ) asked
    join public.resources r on r.id = asked.resource_id
    join public.effective_terms terms on terms.resource_id = r.id));
  perform private.lock_parts(variadic v_resource_ids);
end;
$$;
comment on function private.lock_offers is
  'Locks all that an event is about to take, at once and in order: what its owners count, then all assets; and ends the holds on them that ran out.';

create function private.lock_parts_of(p_booking_ids uuid[]) returns void
language plpgsql
volatile
-- definer: locks rows the asker has no update right on
security definer
set search_path = ''
as $$
begin
  perform 1 from public.bookings b where b.id = any (p_booking_ids) order by b.id for update;
  perform private.lock_assets(private.assets_around(array(
    select ra.asset_id from public.bookings b join public.resource_assets ra on ra.resource_id = b.resource_id
    where b.id = any (p_booking_ids)
    union
    select al.asset_id from public.allocations al where al.booking_id = any (p_booking_ids))));
end;
$$;
comment on function private.lock_parts_of is
  'Locks several bookings and all assets that freeing them could need, each in the order of ids.';

-- One mail for each side instead of one for each booking: the event's own line tells of all parts, and
-- the lines that the bookings wrote in this transaction count as told.
create function private.tell_event(
  p_topic text, p_event_id uuid, p_organisation_id uuid, p_booking_ids uuid[], p_note text default null, p_more jsonb default '{}'
) returns void
language plpgsql
volatile
-- definer: the outbox has no insert grant
security definer
set search_path = ''
as $$
begin
  update private.outbox ob set expanded_at = now()
  where ob.booking_id = any (p_booking_ids) and ob.created_at = now() and ob.expanded_at is null;
  insert into private.outbox (topic, organisation_id, actor_id, payload)
  select p_topic, p_organisation_id, auth.uid(), p_more || jsonb_strip_nulls(jsonb_build_object(
    'event_id', e.id, 'title', e.title, 'starts_at', e.starts_at, 'ends_at', e.ends_at, 'guests', e.guests,
    'borrower', o.name, 'note', p_note,
    'person_id', case when p_organisation_id = e.organisation_id then coalesce(p.sent_by, e.created_by) end,
    'parts', coalesce((
      select jsonb_agg(jsonb_build_object(
        'resource_id', r.id, 'title', r.title, 'owner', owner.name, 'quantity', b.quantity, 'starts_at', b.starts_at, 'ends_at', b.ends_at, 'status', b.status)
        order by b.starts_at, r.title)
      from public.bookings b
      join public.resources r on r.id = b.resource_id
      join public.organisations owner on owner.id = b.owner_id
      where b.id = any (p_booking_ids)), '[]')))
  from public.events e
  join public.event_plans p on p.event_id = e.id
  join public.organisations o on o.id = e.organisation_id
  where e.id = p_event_id;
end;
$$;
comment on function private.tell_event is
  'Writes what one side is told about parts of an event: an owner (its approvers), or the borrower (who sent it). The bookings'' own lines of this transaction are not told again.';

create function private.tell_owners(p_topic text, p_event_id uuid, p_booking_ids uuid[], p_note text default null) returns void
language sql
volatile
-- definer: see tell_event
security definer
set search_path = ''
as $$
  select private.tell_event(p_topic, p_event_id, b.owner_id, array_agg(b.id), p_note)
  from public.bookings b where b.id = any (p_booking_ids)
  group by b.owner_id order by b.owner_id
$$;

create function private.settle_event(p_event_id uuid) returns void
language plpgsql
volatile
-- definer: event_plans has no update grant
security definer
set search_path = ''
as $$
declare
  v_plan public.event_plans;
  v_first timestamptz;
  v_open boolean;
  v_missing boolean;
  v_gap boolean;
  v_told boolean;
  v_settle_by timestamptz;
  v_status text;
begin
  -- skip locked: whoever has the plan settles at the end of what they do, or the sweep does
  select p.* into v_plan from public.event_plans p where p.event_id = p_event_id for update skip locked;
  if not found or v_plan.status not in ('sent', 'settled') then
    return;
  end if;
  select coalesce(bool_or(b.status = 'requested'), false),
    min(b.starts_at) filter (where b.status not in ('declined', 'passed_over', 'cancelled', 'expired'))
  into v_open, v_first
  from public.bookings b where b.event_id = p_event_id;
  v_missing := exists (select 1 from private.event_missing(p_event_id));
  select least(v_first, e.starts_at) into v_first from public.events e where e.id = p_event_id;
  -- Once something has begun nothing is called off by itself any more.
  v_gap := v_plan.mode = 'all_or_nothing' and v_missing and (v_first > now() or v_plan.settle_by is not null);
  v_settle_by := case when v_gap then coalesce(v_plan.settle_by, least(now() + interval '48 hours', v_first)) end;
  v_status := case when v_open or v_gap then 'sent' else 'settled' end;

  if (v_plan.status, v_plan.settle_by) is distinct from (v_status, v_settle_by) then
    update public.event_plans set status = v_status, settle_by = v_settle_by, version = version + 1 where event_id = p_event_id;
  end if;
  -- Several parts declined in one act are one message.
  delete from private.outbox ob
  where ob.topic = 'event_gap' and ob.created_at = now() and ob.expanded_at is null and ob.payload ->> 'event_id' = p_event_id::text
  returning true into v_told;
  if v_gap and (v_plan.settle_by is null or v_told) then
    perform private.tell_event('event_gap', e.id, e.organisation_id,
      array(
        select b.id from public.event_parts part
        join private.event_missing(p_event_id) m on m.item_id = part.item_id
        join public.bookings b on b.id = part.booking_id
        where b.status in ('declined', 'passed_over', 'cancelled', 'expired')),
      (select b.last_note from public.bookings b
       where b.event_id = p_event_id and b.updated_at = now() and b.last_side = 'owner' and b.last_note is not null
       order by b.id limit 1),
      jsonb_build_object('settle_by', v_settle_by))
    from public.events e where e.id = p_event_id;
  end if;
end;
$$;
comment on function private.settle_event is
  'Works out how an event stands after its parts: whether somebody still has to answer, and whether all-or-nothing has a gap (48 hours to fill it, never past the first start). Does nothing when somebody else holds the plan.';

create function private.tg_bookings__settle_event() returns trigger
language plpgsql
-- definer: see settle_event
security definer
set search_path = ''
as $$
begin
  perform private.settle_event(new.event_id);
  return null;
end;
$$;
create trigger t70_settle_event after update of status on public.bookings
  for each row when (new.event_id is not null and old.status is distinct from new.status)
  execute function private.tg_bookings__settle_event();

create function private.request_part(
  p_event public.events, p_plan public.event_plans, p_resource_id uuid, p_quantity integer,
  p_starts_at timestamptz, p_ends_at timestamptz
) returns jsonb
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings;
  v_detail text;
  v_details jsonb;
begin
  begin
    v_booking := public.request_booking(p_resource_id, p_event.organisation_id, p_starts_at, p_ends_at, p_quantity,
      coalesce(nullif(p_plan.note, ''), p_event.title));
  exception when others then
    -- what a single request would have been told; anything else is none of our answers
    if sqlstate <> all (array['BKOVL', 'BKCAP', 'BKLEN', 'BKLED', 'BKCLO', 'BKGRD', 'BKFUL', 'BKAUD', 'QUOTA', 'RESST', 'NTFND', 'INPUT', 'STALE']) then
      raise;
    end if;
    get stacked diagnostics v_detail = pg_exception_detail;
    v_details := case when v_detail like '{%' then v_detail::jsonb else '{}' end;
    return jsonb_strip_nulls(jsonb_build_object('code', sqlstate, 'field', v_details ->> 'field', 'params', v_details -> 'params'));
  end;
  update public.bookings set event_id = p_event.id where id = v_booking.id;
  return jsonb_build_object('booking_id', v_booking.id);
end;
$$;
comment on function private.request_part is
  'Asks for one part as request_booking does: {booking_id}, or why not: {code, field, params}, with nothing written.';

create function private.request_parts(p_event public.events, p_plan public.event_plans, p_parts jsonb) returns jsonb
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_part jsonb;
  v_done jsonb := '[]';
begin
  perform private.lock_offers(p_event, p_parts);
  for v_part in select part.value from jsonb_array_elements(p_parts) with ordinality as part (value, n) order by part.n loop
    v_done := v_done || jsonb_build_array(v_part || private.request_part(p_event, p_plan,
      (v_part ->> 'resource_id')::uuid, (v_part ->> 'quantity')::integer,
      (v_part ->> 'starts_at')::timestamptz, (v_part ->> 'ends_at')::timestamptz));
  end loop;
  return v_done;
end;
$$;
comment on function private.request_parts is 'Asks for several parts behind all their locks; each comes back with its booking_id or code.';

create function private.refuse_event(p_event_id uuid, p_missing jsonb) returns void
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  perform private.fail('EVMIS', 'Not every part can be held.', 'p_items', jsonb_build_object(
    'missing', p_missing,
    'count', (select count(distinct m.value ->> 'item_id') from jsonb_array_elements(p_missing) m),
    'items', (select string_agg(distinct m.value ->> 'what', ', ') from jsonb_array_elements(p_missing) m)));
end;
$$;

create function public.request_event(
  p_event_id uuid, p_items jsonb, p_idempotency_key text, p_mode text default null, p_note text default null
) returns table (item_id uuid, resource_id uuid, quantity integer, booking_id uuid, status text, code text, params jsonb)
language plpgsql
volatile
-- definer: nobody holds a write grant on bookings, allocations and event_plans
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_person uuid := private.require_person();
  v_key text := private.require_text(p_idempotency_key, 'p_idempotency_key', 200);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_plan public.event_plans := private.lock_plan(p_event_id);
  v_request jsonb := jsonb_build_object('items', p_items, 'mode', p_mode, 'note', v_note);
  v_event public.events;
  v_organisation public.organisations;
  v_parts jsonb;
  v_missing jsonb;
begin
  if v_plan.status <> 'draft' then
    -- the same press of the button, arrived twice
    if v_plan.idempotency_key is distinct from v_key or v_plan.sent_by is distinct from v_person then
      perform private.fail('BKSTA', 'This has been sent already.', null, jsonb_build_object('status', v_plan.status));
    end if;
    if v_plan.request is distinct from v_request then
      perform private.fail('IDEMP', 'This key was used for another request.', 'p_idempotency_key');
    end if;
  else
    if exists (select 1 from public.event_plans p where p.sent_by = v_person and p.idempotency_key = v_key) then
      perform private.fail('IDEMP', 'This key was used for another event.', 'p_idempotency_key');
    end if;
    select e.* into v_event from public.events e where e.id = p_event_id;
    v_organisation := private.require_role(v_event.organisation_id, array['member', 'approver', 'admin']);
    if v_organisation.status <> 'admitted' then
      perform private.fail('ORGST', 'This organisation cannot book yet.', null, jsonb_build_object('status', v_organisation.status));
    end if;
    perform private.require_period(v_event.starts_at, v_event.ends_at);
    v_plan.mode := private.require_choice(coalesce(p_mode, v_plan.mode), 'p_mode', array['all_or_nothing', 'best_effort']);
    v_plan.note := coalesce(v_note, v_plan.note);
    v_parts := private.read_items(p_event_id, p_items);
    v_parts := private.request_parts(v_event, v_plan, v_parts);

    -- What is missing of each wish: parts that could not be held, and what nobody was asked for.
    select coalesce(jsonb_agg(x.missing order by x.position), '[]') into v_missing
    from (
      select i.position, jsonb_build_object('item_id', i.id, 'what', i.what, 'title', public.reader_title(r),
        'code', part.value ->> 'code', 'params', part.value -> 'params') as missing
      from jsonb_array_elements(v_parts) part
      join public.event_items i on i.id = (part.value ->> 'item_id')::uuid
      left join public.resources r on r.id = (part.value ->> 'resource_id')::uuid
      where part.value ? 'code'
      union all
      select i.position, jsonb_build_object('item_id', i.id, 'what', i.what,
        'code', 'BKCAP', 'params', jsonb_build_object('free', coalesce(asked.quantity, 0), 'wanted', i.quantity))
      from public.event_items i
      left join lateral (
        select sum((part.value ->> 'quantity')::integer) as quantity
        from jsonb_array_elements(v_parts) part where (part.value ->> 'item_id')::uuid = i.id
      ) asked on true
      where i.event_id = p_event_id and coalesce(asked.quantity, 0) < i.quantity
    ) x;
    if not exists (select 1 from jsonb_array_elements(v_parts) part where part.value ? 'booking_id')
       or (v_plan.mode = 'all_or_nothing' and v_missing <> '[]') then
      -- undoes every part that could be held
      perform private.refuse_event(p_event_id, v_missing);
    end if;

    delete from public.event_parts part using public.event_items i where i.id = part.item_id and i.event_id = p_event_id;
    insert into public.event_parts (item_id, resource_id, quantity, starts_at, ends_at, booking_id, refused_code, refused_params)
    select (part.value ->> 'item_id')::uuid, (part.value ->> 'resource_id')::uuid, (part.value ->> 'quantity')::integer,
      (part.value ->> 'starts_at')::timestamptz, (part.value ->> 'ends_at')::timestamptz,
      (part.value ->> 'booking_id')::uuid, part.value ->> 'code', part.value -> 'params'
    from jsonb_array_elements(v_parts) part
    where part.value ? 'booking_id' or part.value ->> 'code' <> 'NTFND';
    update public.event_plans
    set status = 'sent', sent_by = v_person, sent_at = now(), idempotency_key = v_key, request = v_request,
        mode = v_plan.mode, note = v_plan.note, version = version + 1
    where event_id = p_event_id;
    perform private.tell_owners('event_requested', p_event_id,
      array(select (part.value ->> 'booking_id')::uuid from jsonb_array_elements(v_parts) part where part.value ? 'booking_id'));
    perform private.settle_event(p_event_id);
  end if;

  return query
    select part.item_id, part.resource_id, part.quantity, part.booking_id, b.status, part.refused_code, part.refused_params
    from public.event_parts part
    join public.event_items i on i.id = part.item_id
    left join public.bookings b on b.id = part.booking_id
    where i.event_id = p_event_id
    order by i.position, part.created_at, part.id;
end;
$$;
