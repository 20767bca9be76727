-- What people do about the line: join it, leave it, take what is offered or pass it on, and see where they stand.

create function public.join_waiting_list(
  p_resource_id uuid,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer default 1,
  p_purpose text default null
) returns public.waiting_entries
language plpgsql
volatile
-- definer: nobody holds an insert grant on waiting_entries
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_purpose text := coalesce(private.require_text(p_purpose, 'p_purpose', 2000, false), '');
  v_organisation public.organisations := private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
  v_resource public.resources;
  v_entry public.waiting_entries;
begin
  select r.* into v_resource from public.resources r where r.id = p_resource_id;
  if not found or v_resource.pool_id <> v_organisation.pool_id then
    perform private.fail('NTFND', 'There is no such resource here.', 'p_resource_id');
  end if;
  if v_organisation.status <> 'admitted' then
    perform private.fail('ORGST', 'This organisation cannot book yet.', 'p_organisation_id',
      jsonb_build_object('status', v_organisation.status));
  end if;
  if not v_resource.listed then
    perform private.fail('RESST', 'This is not lent at the moment.', 'p_resource_id',
      jsonb_build_object('status', v_resource.status));
  end if;
  perform private.require_period(p_starts_at, p_ends_at);
  if p_quantity is null or p_quantity < 1 then
    perform private.fail('INPUT', 'At least one.', 'p_quantity', jsonb_build_object('reason', 'too_few', 'min', 1));
  end if;
  if p_quantity > v_resource.quantity then
    perform private.fail('BKCAP', 'There are not so many.', 'p_quantity',
      jsonb_build_object('free', v_resource.quantity, 'stock', v_resource.quantity));
  end if;
  perform private.fail_first(private.waiting_violations(
    p_resource_id, p_organisation_id, p_starts_at, p_ends_at));
  -- Behind the locks nobody frees the time unseen: either it is free now, or who frees it finds this entry.
  perform private.lock_parts(p_resource_id);
  select w.* into v_entry from public.waiting_entries w
  where w.resource_id = p_resource_id and w.organisation_id = p_organisation_id and w.status in ('waiting', 'offered')
    and tstzrange(w.starts_at, w.ends_at) && tstzrange(p_starts_at, p_ends_at)
  order by w.ticket limit 1;
  if found then
    if (v_entry.starts_at, v_entry.ends_at, v_entry.quantity) = (p_starts_at, p_ends_at, p_quantity) then
      return v_entry;
    end if;
    perform private.fail('QUOTA', 'One place in line at a time.', 'p_starts_at', jsonb_build_object('max', 1, 'reason', 'waiting'));
  end if;
  if (select count(*) from public.waiting_entries w where w.organisation_id = p_organisation_id and w.status = 'waiting') >= 30 then
    perform private.fail('QUOTA', 'Thirty places in line are enough.', null, jsonb_build_object('max', 30));
  end if;
  if private.free_quantity(p_resource_id, p_starts_at, p_ends_at) >= p_quantity then
    perform private.fail('INPUT', 'It is free: ask for it.', 'p_starts_at', jsonb_build_object('reason', 'free'));
  end if;
  insert into public.waiting_entries (
    pool_id, resource_id, owner_id, organisation_id, person_id, starts_at, ends_at, quantity, purpose)
  values (
    v_resource.pool_id, p_resource_id, v_resource.organisation_id, p_organisation_id, v_person,
    p_starts_at, p_ends_at, p_quantity, v_purpose)
  returning * into v_entry;
  return v_entry;
end;
$$;
comment on function public.join_waiting_list is
  'Waits in line for a resource at a half-open period that is taken, for an organisation the signed-in person belongs to. Joining the same line again gives the place one has. Raises LOGIN, NTFND, DNIED, ORGST, RESST, INPUT, BKAUD, BKLED, BKLEN, BKCLO, BKGRD, BKFUL, BKCAP, QUOTA.';
grant execute on function public.join_waiting_list to authenticated;

create function private.lock_waiting_entry(p_entry_id uuid) returns public.waiting_entries
language plpgsql
volatile
-- definer: locks a row the asker has no update right on
security definer
set search_path = ''
as $$
declare
  v_entry public.waiting_entries;
begin
  perform private.require_person();
  select * into v_entry from public.waiting_entries where id = p_entry_id for update;
  if not found or v_entry.organisation_id not in (select private.my_organisation_ids()) then
    perform private.fail('NTFND', 'There is no such place in line.', 'p_entry_id');
  end if;
  return v_entry;
end;
$$;

create function public.leave_waiting_list(p_entry_id uuid) returns public.waiting_entries
language plpgsql
volatile
-- definer: nobody holds an update grant on waiting_entries
security definer
set search_path = ''
as $$
declare
  v_entry public.waiting_entries := private.lock_waiting_entry(p_entry_id);
begin
  if v_entry.status = 'offered' then
    perform private.fail('BKSTA', 'It has been offered already.', null, jsonb_build_object('status', 'offered', 'reason', 'offered'));
  end if;
  update public.waiting_entries set status = 'left', updated_at = now()
  where id = p_entry_id and status = 'waiting' returning * into v_entry;
  if not found then
    select * into v_entry from public.waiting_entries where id = p_entry_id;
  end if;
  return v_entry;
end;
$$;
comment on function public.leave_waiting_list is
  'Gives up a place in line; any member of the organisation that waits. What has been offered meanwhile is declined instead. Raises LOGIN, NTFND, BKSTA.';
grant execute on function public.leave_waiting_list to authenticated;

create function private.lock_offer(p_booking_id uuid) returns public.bookings
language plpgsql
volatile
-- definer: see lock_booking
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
begin
  if v_booking.organisation_id not in (select private.my_organisation_ids()) then
    perform private.fail('DNIED', 'Only who waited answers an offer.');
  end if;
  perform private.require_status(v_booking, array['offered']);
  return v_booking;
end;
$$;
comment on function private.lock_offer is
  'Locks and returns an offer to an organisation of the signed-in person. Raises LOGIN, NTFND, DNIED, BKSTA.';

create function public.accept_offer(p_booking_id uuid) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_offer(p_booking_id);
  v_resource public.resources;
  v_terms public.effective_terms;
  v_zone text;
  v_decision jsonb;
  v_price jsonb;
  v_asks boolean;
begin
  if v_booking.hold_expires_at <= now() then
    perform private.fail('BKSTA', 'The offer ran out.', null, jsonb_build_object('status', v_booking.status, 'reason', 'ran_out'));
  end if;
  select r.* into v_resource from public.resources r where r.id = v_booking.resource_id;
  if (select o.status from public.organisations o where o.id = v_booking.organisation_id) <> 'admitted' then
    perform private.fail('ORGST', 'This organisation cannot book at the moment.');
  end if;
  if not v_resource.listed then
    perform private.fail('RESST', 'This is not lent at the moment.', null, jsonb_build_object('status', v_resource.status));
  end if;
  -- From now on it counts. How soon it begins was asked when it was offered.
  select t.* into v_terms from public.effective_terms t where t.resource_id = v_booking.resource_id;
  select p.time_zone into v_zone from public.pools p where p.id = v_booking.pool_id;
  perform private.lock_rules(v_terms, v_booking.owner_id, v_booking.organisation_id,
    array[(v_booking.starts_at at time zone v_zone)::date]);
  perform private.fail_first(coalesce((
    select jsonb_agg(v.one order by v.n)
    from jsonb_array_elements(private.violations(v_resource, v_terms, v_zone, v_booking.organisation_id,
      v_booking.starts_at, v_booking.ends_at, v_booking.id)) with ordinality as v (one, n)
    where v.one ->> 'code' <> 'BKLED'), '[]'));
  v_decision := private.decision(v_resource, v_terms, v_zone, v_booking.organisation_id,
    v_booking.starts_at, v_booking.ends_at, v_booking.quantity);
  v_price := private.quoted(v_terms, v_resource.id, v_booking.organisation_id,
    v_booking.starts_at, v_booking.ends_at, v_booking.quantity, '{}');
  v_asks := v_decision ->> 'by' = 'approver';
  perform private.lock_assets(array(select al.asset_id from public.allocations al where al.booking_id = v_booking.id));
  update public.allocations set kind = case when v_asks then 'hold' else 'booking' end where booking_id = v_booking.id;
  update public.bookings set decision = v_decision, price = v_price, price_minor = (v_price ->> 'total_minor')::integer
  where id = v_booking.id;
  return private.act(v_booking, case when v_asks then 'requested' else 'approved' end, 'accepted', 'borrower', null,
    greatest(least(now() + make_interval(hours => v_terms.hold_hours), v_booking.starts_at), now() + interval '15 minutes'),
    case when v_asks then '{}' else jsonb_build_object('decision', v_decision) end);
end;
$$;
comment on function public.accept_offer is
  'Takes what the waiting list offered: approved at once or requested, as if asked for now; any member of the organisation that waited. Raises LOGIN, NTFND, DNIED, BKSTA, ORGST, RESST, BKAUD, BKLEN, BKCLO, BKGRD, BKFUL, QUOTA.';
grant execute on function public.accept_offer to authenticated;

create function public.decline_offer(p_booking_id uuid) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_offer(p_booking_id);
begin
  perform private.release(array[v_booking.id]);
  return private.act(v_booking, 'cancelled', 'cancelled', 'borrower', null);
end;
$$;
comment on function public.decline_offer is
  'Gives back what the waiting list offered; the next in line gets it; any member of the organisation that waited. Raises LOGIN, NTFND, DNIED, BKSTA.';
grant execute on function public.decline_offer to authenticated;

create function public.waiting_places(p_entry_ids uuid[])
returns table (entry_id uuid, place integer)
language sql
stable
-- definer: counts entries of others, and tells how many, never who
security definer
set search_path = ''
as $$
  select mine.id, (
    select count(distinct w.id)::integer + 1
    from public.resource_assets part
    join public.resource_assets other on other.asset_id = part.asset_id
    join public.waiting_entries w on w.resource_id = other.resource_id and w.status = 'waiting'
    where part.resource_id = mine.resource_id and w.ticket < mine.ticket
      and tstzrange(w.starts_at, w.ends_at) && tstzrange(mine.starts_at, mine.ends_at))
  from public.waiting_entries mine
  where mine.id = any (p_entry_ids) and mine.status = 'waiting'
    and (mine.organisation_id in (select private.my_organisation_ids())
      or mine.owner_id in (select private.my_organisation_ids(array['approver', 'admin']))
      or mine.pool_id in (select private.my_staffed_pool_ids()))
$$;
comment on function public.waiting_places is
  'The place in line, from 1, of those entries that wait and that the signed-in person may see: how many joined before for the same thing, or one that shares a part, at an overlapping time. Raises LOGIN by the missing grant.';
grant execute on function public.waiting_places to authenticated;

create function public.waiting_count(p_resource_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns integer
language plpgsql
stable
-- definer: tells how many wait, never who
security definer
set search_path = ''
as $$
begin
  perform private.require_period(p_starts_at, p_ends_at, true);
  if not exists (select 1 from public.resources r where r.id = p_resource_id and r.listed) then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  return (
    select count(distinct w.id)
    from public.resource_assets part
    join public.resource_assets other on other.asset_id = part.asset_id
    join public.waiting_entries w on w.resource_id = other.resource_id and w.status = 'waiting'
    where part.resource_id = p_resource_id
      and tstzrange(w.starts_at, w.ends_at) && tstzrange(p_starts_at, p_ends_at));
end;
$$;
comment on function public.waiting_count is
  'How many wait for a resource, or one that shares a part, at a time that overlaps the half-open period. Raises NTFND, INPUT, BKLEN, BKLED.';
grant execute on function public.waiting_count to anon, authenticated, service_role;

create function public.tend_waiting_lists() returns integer
language plpgsql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
declare
  v_entry public.waiting_entries;
  v_part_ids uuid[];
  v_busy_ids uuid[] := '{}';
  v_offers integer := 0;
begin
  update public.waiting_entries set status = 'lapsed', updated_at = now()
  where id in (select w.id from public.waiting_entries w where w.status = 'waiting' and w.starts_at <= now() for update skip locked);
  -- What a changed rule, a shorter buffer or a thing listed again makes possible frees no allocation.
  for v_entry in
    select w.* from public.waiting_entries w where w.status = 'waiting' order by w.ticket
  loop
    v_part_ids := array(select ra.asset_id from public.resource_assets ra where ra.resource_id = v_entry.resource_id);
    continue when v_part_ids && v_busy_ids;
    case private.offer(v_entry)
      when 'offered' then v_offers := v_offers + 1;
      when 'busy' then v_busy_ids := v_busy_ids || v_part_ids;
      else null;
    end case;
  end loop;
  return v_offers;
end;
$$;
comment on function public.tend_waiting_lists is
  'Ends the waiting for times that have come, and offers what only a changed rule has made possible; returns how many offers. Called every minute by the host. Service role only.';
grant execute on function public.tend_waiting_lists to service_role;
