-- The owner takes a resource out of lending for a while, and back.

create function public.close_resource(
  p_resource_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_reason text default null
) returns public.closures
language plpgsql
volatile
-- definer: nobody holds an insert grant on closures and allocations
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_reason text := coalesce(private.require_text(p_reason, 'p_reason', 500, false), '');
  v_resource public.resources;
  v_closure public.closures;
  v_is_closed boolean;
  v_detail text;
begin
  select * into v_resource from public.resources where id = p_resource_id;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  perform private.require_role(v_resource.organisation_id, array['approver', 'admin']);
  perform private.require_period(p_starts_at, p_ends_at, true);
  insert into public.closures (resource_id, starts_at, ends_at, reason, created_by)
  values (p_resource_id, p_starts_at, p_ends_at, v_reason, v_person)
  returning * into v_closure;
  begin
    v_is_closed := private.occupy(p_resource_id, null, tstzrange(p_starts_at, p_ends_at, '[)'), 'closure', null, v_closure.id);
  exception when sqlstate 'BKCAP' then
    get stacked diagnostics v_detail = pg_exception_detail;
    perform private.fail('BKCAP', 'Bookings or requests stand in that time.', 'p_starts_at', (v_detail::jsonb -> 'params')
      || private.standing_params(p_resource_id, tstzrange(p_starts_at, p_ends_at, '[)')));
  end;
  if not v_is_closed then
    -- what stands there is told to who decides about it anyway
    perform private.fail('BKOVL', 'Bookings or requests stand in that time.', 'p_starts_at',
      private.standing_params(p_resource_id, tstzrange(p_starts_at, p_ends_at, '[)')));
  end if;
  return v_closure;
end;
$$;
comment on function public.close_resource is
  'The owner takes a resource out of lending for a half-open period (all of it); approvers and admins. Refused while requests or bookings stand there, with params standing (how many) and bookings (the first 20). Raises LOGIN, NTFND, DNIED, INPUT, BKLEN, BKLED, BKOVL, BKCAP.';
grant execute on function public.close_resource to authenticated;

create function public.reopen_resource(p_closure_id uuid) returns public.closures
language plpgsql
volatile
-- definer: nobody holds an update grant on closures
security definer
set search_path = ''
as $$
declare
  v_closure public.closures;
  v_organisation_id uuid;
  v_asset_ids uuid[];
begin
  perform private.require_person();
  select c.* into v_closure from public.closures c where c.id = p_closure_id for no key update;
  if not found then
    perform private.fail('NTFND', 'There is no such closure.', 'p_closure_id');
  end if;
  select organisation_id into v_organisation_id from public.resources where id = v_closure.resource_id;
  perform private.require_role(v_organisation_id, array['approver', 'admin']);
  perform private.lock_assets(private.assets_around(array(
    select al.asset_id from public.allocations al where al.closure_id = p_closure_id)));
  v_asset_ids := array(select distinct al.asset_id from public.allocations al where al.closure_id = p_closure_id);
  delete from public.allocations where closure_id = p_closure_id;
  update public.closures set reopened_at = coalesce(reopened_at, now()) where id = p_closure_id returning * into v_closure;
  perform private.fill_withdrawals(v_asset_ids);
  return v_closure;
end;
$$;
comment on function public.reopen_resource is 'Takes a closure back; approvers and admins of the owner. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.reopen_resource to authenticated;
