-- What would happen if somebody asked: all that stands against it at once, what it would cost, and who
-- would say yes. Writes nothing, and any screen may call it.

create function private.visible_resource(p_resource_id uuid) returns public.resources
language plpgsql
stable
-- definer: called from functions that read for everybody
security definer
set search_path = ''
as $$
declare
  v_resource public.resources;
begin
  select r.* into v_resource from public.resources r where r.id = p_resource_id;
  if not found or not (v_resource.listed
      or v_resource.organisation_id in (select private.my_organisation_ids())
      or v_resource.pool_id in (select private.my_staffed_pool_ids())) then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  return v_resource;
end;
$$;
comment on function private.visible_resource is
  'The resource, if it is listed or who asks belongs to its owner or to the QM of its pool. Raises NTFND.';

create function private.require_own_side(p_except_booking_id uuid) returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  -- another booking must not be made invisible by who has nothing to do with it
  if p_except_booking_id is not null and not exists (
    select 1 from public.bookings b
    where b.id = p_except_booking_id
      and (b.organisation_id in (select private.my_organisation_ids())
        or b.owner_id in (select private.my_organisation_ids(array['approver', 'admin'])))
  ) then
    perform private.fail('NTFND', 'There is no such booking.', 'p_except_booking_id');
  end if;
end;
$$;
comment on function private.require_own_side is
  'The booking that is to be changed, left out of what is counted: of one''s own side, or null. Raises NTFND.';

create function public.check_booking(
  p_resource_id uuid,
  p_organisation_id uuid default null,
  p_starts_at timestamptz default null,
  p_ends_at timestamptz default null,
  p_quantity integer default 1,
  p_except_booking_id uuid default null,
  p_extras jsonb default '{}'
) returns jsonb
language plpgsql
stable
-- definer: counts what others booked and tells numbers only
security definer
set search_path = ''
-- as request_booking: what it asks is planned once a session
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_resource public.resources := private.visible_resource(p_resource_id);
  v_organisation public.organisations;
  v_terms public.effective_terms;
  v_zone text;
  v_found jsonb := '[]';
  v_taken jsonb;
  v_price jsonb;
  v_days integer;
  -- nobody counts the days of a century
  v_is_sane boolean := p_ends_at - p_starts_at <= interval '366 days';
begin
  if p_organisation_id is not null then
    -- what an organisation may and pays is its own business
    v_organisation := private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
    if v_organisation.pool_id <> v_resource.pool_id then
      perform private.fail('NTFND', 'There is no such resource here.', 'p_resource_id');
    end if;
    if v_organisation.status <> 'admitted' then
      v_found := v_found || private.violation('ORGST', 'p_organisation_id', jsonb_build_object('status', v_organisation.status));
    end if;
  end if;
  if not v_resource.listed then
    v_found := v_found || private.violation('RESST', 'p_resource_id', jsonb_build_object('status', v_resource.status));
  end if;
  perform private.require_order(p_starts_at, p_ends_at);
  if p_quantity is null or p_quantity < 1 then
    perform private.fail('INPUT', 'At least one.', 'p_quantity', '{"reason": "too_few", "min": 1}');
  end if;
  perform private.require_own_side(p_except_booking_id);

  select t.* into v_terms from public.effective_terms t where t.resource_id = p_resource_id;
  select p.time_zone into v_zone from public.pools p where p.id = v_resource.pool_id;
  v_days := case when v_is_sane then private.counted_days(v_terms, v_resource.pool_id, v_zone, p_starts_at, p_ends_at) end;
  if v_is_sane then
    v_price := private.price(v_terms, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, nullif(p_extras, '{}'), v_days);
  end if;
  v_found := v_found || private.violations(
    v_resource, v_terms, v_zone, p_organisation_id, p_starts_at, p_ends_at, p_except_booking_id, v_days,
    v_price ->> 'mode' = 'refused');
  v_taken := case when v_is_sane then private.occupancy_violation(p_resource_id, p_starts_at, p_ends_at, p_quantity, p_except_booking_id) end;
  if v_taken is not null then
    v_found := v_found || v_taken;
  end if;
  return jsonb_build_object(
    'ok', v_found = '[]',
    'violations', v_found,
    'decision', case when v_is_sane
      then private.decision(v_resource, v_terms, v_zone, p_organisation_id, p_starts_at, p_ends_at, p_quantity, v_price, v_days) end,
    'minutes', floor(extract(epoch from p_ends_at - p_starts_at) / 60)::bigint,
    'days', v_days,
    'price', v_price);
end;
$$;
comment on function public.check_booking is
  'A dry run of request_booking: {ok, violations: [{code, field, params}] (all of them, the gravest first; BKOVL and BKCAP with free), decision: {by, reason, params}, minutes (that really pass), days (as the resource counts them), price: {currency, lines, total_minor, deposit_minor, group, mode}}; decision, days and price are null over 366 days. Half-open period. With an organisation only for its members; without one it tells what everybody may know. p_except_booking_id: the booking that is to be changed, of one''s own side. Raises NTFND, LOGIN, DNIED, INPUT.';
grant execute on function public.check_booking to anon, authenticated, service_role;
