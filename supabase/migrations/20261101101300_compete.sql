-- Requests that stand side by side (request_mode compete): none of them holds the slot, and the owner
-- chooses. Approval of one occupies, under the same guards as everything else, and those that no
-- longer fit are answered: passed over, with what else would do.

create function private.pass_over(p_booking_ids uuid[]) returns integer
language plpgsql
volatile
-- definer: answers for nobody; called from approvals and the sweep only
security definer
set search_path = ''
as $$
declare
  v_booking record;
  v_count integer := 0;
begin
  for v_booking in
    -- skip locked: one that is being decided right now meets the guards by itself
    select b.id, b.resource_id, b.starts_at, b.ends_at, b.quantity
    from public.bookings b
    where b.id = any (p_booking_ids) and b.status = 'requested'
    order by b.id
    for update skip locked
  loop
    if not exists (select 1 from public.allocations al where al.booking_id = v_booking.id)
       and private.free_quantity(v_booking.resource_id, v_booking.starts_at, v_booking.ends_at) < v_booking.quantity then
      update public.bookings
      set status = 'passed_over', awaiting = null, hold_expires_at = null, version = version + 1, updated_at = now(),
          last_action = 'passed_over', last_side = 'system', last_actor_id = null, last_note = null, last_details = '{}'
      where id = v_booking.id;
      v_count := v_count + 1;
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.pass_over is
  'Answers those requests that hold nothing and no longer fit; returns how many.';

create function private.competing_requests(p_booking public.bookings) returns uuid[]
language plpgsql
stable
-- definer: sees every request for what shares a part
security definer
set search_path = ''
as $$
declare
  -- not in the query: some plans would ask for it at each row
  v_sharing uuid[] := private.resources_sharing_assets(p_booking.resource_id);
begin
  return array(
    select b.id from public.bookings b
    join public.effective_terms t on t.resource_id = b.resource_id and t.request_mode = 'compete'
    -- of one owner, like their parts: the index of open requests
    where b.owner_id = p_booking.owner_id and b.status = 'requested' and b.id <> p_booking.id
      and b.resource_id = any (v_sharing));
end;
$$;
comment on function private.competing_requests is
  'Open requests that hold nothing, for the resource of a booking or one that shares a part.';

create function public.answer_passed_over() returns integer
language sql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
  select private.pass_over(array(
    select b.id from public.bookings b
    join public.effective_terms t on t.resource_id = b.resource_id and t.request_mode = 'compete'
    where b.status = 'requested' and not exists (select 1 from public.allocations al where al.booking_id = b.id)))
$$;
comment on function public.answer_passed_over is
  'Answers competing requests whose time has been taken by another path (a closure, a booking of the whole hall); returns how many. Called every minute by the host. Service role only.';
grant execute on function public.answer_passed_over to service_role;

create function public.asked_times(p_resource_id uuid, p_from timestamptz, p_to timestamptz)
returns table (starts_at timestamptz, ends_at timestamptz, requests integer)
language plpgsql
stable
-- definer: counts requests of others and gives back numbers only
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_resource public.resources := private.visible_resource(p_resource_id);
  v_sharing uuid[] := private.resources_sharing_assets(p_resource_id);
begin
  perform private.require_span(p_from, p_to);
  return query
    with asked as (
      select greatest(b.starts_at, p_from) as starts_at, least(b.ends_at, p_to) as ends_at
      from public.bookings b
      join public.effective_terms t on t.resource_id = b.resource_id and t.request_mode = 'compete'
      where b.owner_id = v_resource.organisation_id and b.status = 'requested'
        and b.resource_id = any (v_sharing)
        and b.starts_at < p_to and b.ends_at > p_from
        and not exists (select 1 from public.allocations al where al.booking_id = b.id)
    ),
    instants as (select a.starts_at as at from asked a union select a.ends_at from asked a),
    pieces as (select i.at as starts_at, lead(i.at) over (order by i.at) as ends_at from instants i)
    select p.starts_at, p.ends_at, count(*)::integer
    from pieces p join asked a on a.starts_at <= p.starts_at and a.ends_at >= p.ends_at
    group by p.starts_at, p.ends_at
    order by p.starts_at;
end;
$$;
comment on function public.asked_times is
  'Half-open spans of [p_from, p_to), at most 750 days, in which requests for a resource, or one that shares a part with it, compete and hold nothing: how many, no names. Nothing where requests hold their slot. Raises NTFND, INPUT.';
grant execute on function public.asked_times to anon, authenticated, service_role;
