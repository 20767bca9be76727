-- The owners' answer to all their parts at once, calling the whole off, and the sweep that settles gaps in time.

create function private.my_open_parts(p_event_id uuid) returns uuid[]
language plpgsql
volatile
-- definer: tells an owner's approvers of their own parts only
security definer
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_mine uuid[] := array(select private.my_organisation_ids(array['approver', 'admin']));
begin
  perform private.require_person();
  v_ids := array(select b.id from public.bookings b where b.event_id = p_event_id and b.owner_id = any (v_mine) order by b.id);
  if v_ids = '{}' then
    perform private.fail('NTFND', 'There is no such event.', 'p_event_id');
  end if;
  perform private.lock_parts_of(v_ids);
  v_ids := array(select b.id from public.bookings b where b.id = any (v_ids) and b.status = 'requested' order by b.id);
  if v_ids = '{}' then
    perform private.fail('BKSTA', 'All parts have moved on.', null, jsonb_build_object('status', (
      select b.status from public.bookings b where b.event_id = p_event_id and b.owner_id = any (v_mine) order by b.updated_at desc limit 1)));
  end if;
  return v_ids;
end;
$$;
comment on function private.my_open_parts is
  'The undecided parts of an event that are the signed-in approver''s to decide, locked with their assets. Raises LOGIN, NTFND, BKSTA.';

create function public.approve_event_parts(p_event_id uuid, p_note text default null) returns setof public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_ids uuid[] := private.my_open_parts(p_event_id);
  v_id uuid;
begin
  foreach v_id in array v_ids loop
    perform public.approve_booking(v_id, p_note);
  end loop;
  perform private.tell_event('event_decided', p_event_id, e.organisation_id, v_ids, p_note)
  from public.events e where e.id = p_event_id;
  return query select b.* from public.bookings b where b.id = any (v_ids) order by b.starts_at, b.id;
end;
$$;
comment on function public.approve_event_parts is
  'Approves all undecided parts of an event that are one''s own organisation''s, together or not at all. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, BKOVL, BKCAP, INPUT.';
grant execute on function public.approve_event_parts to authenticated;

create function public.decline_event_parts(p_event_id uuid, p_note text default null) returns setof public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_ids uuid[] := private.my_open_parts(p_event_id);
  v_id uuid;
begin
  foreach v_id in array v_ids loop
    perform public.decline_booking(v_id, p_note);
  end loop;
  -- an all-or-nothing event has told of its gap, with the same parts and the same word
  if not exists (
    select 1 from private.outbox ob
    where ob.topic = 'event_gap' and ob.created_at = now() and ob.expanded_at is null and ob.payload ->> 'event_id' = p_event_id::text
  ) then
    perform private.tell_event('event_decided', p_event_id, e.organisation_id, v_ids, p_note)
    from public.events e where e.id = p_event_id;
  end if;
  return query select b.* from public.bookings b where b.id = any (v_ids) order by b.starts_at, b.id;
end;
$$;
comment on function public.decline_event_parts is
  'Declines all undecided parts of an event that are one''s own organisation''s; p_note is the reason the borrower reads. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT.';
grant execute on function public.decline_event_parts to authenticated;

create function public.cancel_event(p_event_id uuid, p_note text default null) returns public.events
language plpgsql
volatile
-- definer: nobody holds a write grant on events and bookings
security definer
set search_path = ''
as $$
declare
  v_plan public.event_plans := private.lock_plan(p_event_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_event public.events;
  v_ids uuid[];
  v_id uuid;
begin
  select e.* into v_event from public.events e where e.id = p_event_id;
  if v_plan.status = 'draft' then
    delete from public.events where id = p_event_id;
    return v_event;
  end if;
  if v_plan.sent_by is distinct from auth.uid()
     and v_event.organisation_id not in (select private.my_organisation_ids(array['approver', 'admin'])) then
    perform private.fail('DNIED', 'Who sent it, or their approvers, may cancel.');
  end if;
  if v_plan.status = 'cancelled' then
    perform private.fail('BKSTA', 'It is cancelled already.', null, jsonb_build_object('status', v_plan.status));
  end if;
  if v_event.ends_at <= now() then
    perform private.fail('BKSTA', 'It is over already.', null, jsonb_build_object('status', v_plan.status, 'reason', 'over'));
  end if;
  update public.event_plans set status = 'cancelled', ended_by = 'borrower', settle_by = null, version = version + 1
  where event_id = p_event_id;
  v_ids := array(select b.id from public.bookings b where b.event_id = p_event_id order by b.id);
  perform private.lock_parts_of(v_ids);
  -- what has changed hands comes back as agreed
  v_ids := array(
    select b.id from public.bookings b
    where b.id = any (v_ids) and b.status in ('requested', 'approved') and b.ends_at > now() order by b.id);
  foreach v_id in array v_ids loop
    perform public.cancel_booking(v_id, v_note);
  end loop;
  perform private.tell_owners('event_cancelled', p_event_id, v_ids, v_note);
  return v_event;
end;
$$;
comment on function public.cancel_event is
  'Calls an event off with all its parts that have not changed hands, and frees them; a draft is thrown away. Who sent it, or the borrower''s approvers and admins. Raises LOGIN, NTFND, DNIED, BKSTA, INPUT.';
grant execute on function public.cancel_event to authenticated;

create function public.sweep_events() returns integer
language plpgsql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
declare
  v_event_ids uuid[];
  v_booking_ids uuid[];
  v_booking public.bookings;
  v_event_id uuid;
begin
  -- what nobody could settle at the moment because somebody else held the plan
  perform private.settle_event(p.event_id)
  from public.event_plans p join public.events e on e.id = p.event_id
  where p.status = 'sent' or (p.status = 'settled' and e.ends_at > now());
  -- Several events may share things: all plans first, then all bookings, then all assets.
  v_event_ids := array(
    select p.event_id from public.event_plans p where p.status = 'sent' and p.settle_by <= now()
    order by p.event_id for update skip locked);
  if v_event_ids = '{}' then
    return 0;
  end if;
  v_booking_ids := array(select b.id from public.bookings b where b.event_id = any (v_event_ids));
  perform private.lock_parts_of(v_booking_ids);
  update public.event_plans set status = 'cancelled', ended_by = 'system', settle_by = null, version = version + 1
  where event_id = any (v_event_ids);
  v_booking_ids := array(select b.id from public.bookings b where b.id = any (v_booking_ids) and b.status in ('requested', 'approved'));
  perform private.release(v_booking_ids);
  for v_booking in select b.* from public.bookings b where b.id = any (v_booking_ids) order by b.id loop
    perform private.act(v_booking, 'cancelled', 'cancelled', 'system', null);
  end loop;
  foreach v_event_id in array v_event_ids loop
    perform private.tell_owners('event_cancelled', v_event_id,
      array(select b.id from public.bookings b where b.id = any (v_booking_ids) and b.event_id = v_event_id));
    perform private.tell_event('event_ran_out', e.id, e.organisation_id,
      array(select b.id from public.bookings b where b.id = any (v_booking_ids) and b.event_id = v_event_id))
    from public.events e where e.id = v_event_id;
  end loop;
  return cardinality(v_event_ids);
end;
$$;
comment on function public.sweep_events is
  'Settles events, and calls off what is left of those whose gap nobody filled in time, telling both sides; returns how many. Called every minute by the host after expire_holds. Service role only.';
grant execute on function public.sweep_events to service_role;
