-- Asking for a thing.

create function private.require_period(
  p_starts_at timestamptz, p_ends_at timestamptz, p_may_be_past boolean default false
) returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_starts_at is null or not isfinite(p_starts_at) then
    perform private.fail('INPUT', 'When does it start?', 'p_starts_at', jsonb_build_object('reason', 'required'));
  end if;
  if p_ends_at is null or not isfinite(p_ends_at) then
    perform private.fail('INPUT', 'When does it end?', 'p_ends_at', jsonb_build_object('reason', 'required'));
  end if;
  if p_ends_at <= p_starts_at then
    perform private.fail('INPUT', 'The end must be after the start.', 'p_ends_at',
      jsonb_build_object('reason', 'end_before_start'));
  end if;
  if p_ends_at - p_starts_at > interval '366 days' then
    perform private.fail('BKLEN', 'Longer than a year.', 'p_ends_at',
      jsonb_build_object('reason', 'too_long', 'max_minutes', 366 * 1440));
  end if;
  -- five minutes of grace: somebody fills the form at the moment the slot begins
  if not p_may_be_past and p_starts_at < now() - interval '5 minutes' then
    perform private.fail('BKLED', 'That is in the past.', 'p_starts_at', jsonb_build_object('reason', 'past'));
  end if;
  if p_starts_at > now() + interval '3 years' then
    perform private.fail('BKLED', 'That is too far ahead.', 'p_starts_at', jsonb_build_object('reason', 'too_far'));
  end if;
end;
$$;
comment on function private.require_period is
  'Refuses missing, infinite, empty or reversed periods (INPUT), over 366 days (BKLEN), in the past or over three years ahead (BKLED).';
-- search_resources runs as who asks and calls it
grant execute on function private.require_period to anon, authenticated, service_role;

create function public.request_booking(
  p_resource_id uuid,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer default 1,
  p_purpose text default null,
  p_idempotency_key text default null
) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an insert grant on bookings and allocations
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_purpose text := coalesce(private.require_text(p_purpose, 'p_purpose', 2000, false), '');
  v_key text := private.require_text(p_idempotency_key, 'p_idempotency_key', 200, false);
  v_resource public.resources;
  v_organisation public.organisations;
  v_terms public.effective_terms;
  v_booking public.bookings;
  v_instant boolean;
  v_minutes numeric;
begin
  if v_key is not null then
    select * into v_booking from public.bookings where requested_by = v_person and idempotency_key = v_key;
    if found then
      return private.same_request(v_booking, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, v_purpose);
    end if;
  end if;

  v_organisation := private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
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
    perform private.fail('BKCAP', 'There are not so many.', 'p_quantity', jsonb_build_object('free', v_resource.quantity, 'stock', v_resource.quantity));
  end if;
  v_minutes := extract(epoch from p_ends_at - p_starts_at) / 60;
  select t.* into v_terms from public.effective_terms t where t.resource_id = p_resource_id;
  if v_minutes < v_terms.min_minutes then
    perform private.fail('BKLEN', 'Too short.', 'p_ends_at',
      jsonb_build_object('reason', 'too_short', 'min_minutes', v_terms.min_minutes));
  end if;
  if v_minutes > v_terms.max_minutes then
    perform private.fail('BKLEN', 'Too long.', 'p_ends_at',
      jsonb_build_object('reason', 'too_long', 'max_minutes', v_terms.max_minutes));
  end if;
  if p_starts_at < now() + make_interval(mins => v_terms.lead_minutes) and v_terms.lead_minutes > 0 then
    perform private.fail('BKLED', 'Too soon.', 'p_starts_at',
      jsonb_build_object('reason', 'too_soon', 'lead_minutes', v_terms.lead_minutes));
  end if;

  if v_key is not null then
    -- the same press of the button may have arrived twice at once: behind the lock the other one is seen
    perform private.lock_parts(p_resource_id);
    select * into v_booking from public.bookings where requested_by = v_person and idempotency_key = v_key;
    if found then
      return private.same_request(v_booking, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, v_purpose);
    end if;
  end if;

  -- The slot first and the booking after it: of many who want the same one, those who lose it have
  -- written neither booking nor log nor messages.
  v_instant := v_resource.approval = 'instant';
  v_booking.id := gen_random_uuid();
  v_booking.resource_id := p_resource_id;
  v_booking.starts_at := p_starts_at;
  v_booking.ends_at := p_ends_at;
  v_booking.quantity := p_quantity;
  if not private.occupy_booking(v_booking, case when v_instant then 'booking' else 'hold' end) then
    perform private.fail('BKOVL', 'That time is taken.', 'p_starts_at');
  end if;

  insert into public.bookings (
    id, pool_id, resource_id, owner_id, organisation_id, requested_by, starts_at, ends_at, quantity, purpose,
    status, awaiting, hold_expires_at, idempotency_key, last_action, last_side, last_actor_id)
  values (
    v_booking.id, v_resource.pool_id, v_resource.id, v_resource.organisation_id, p_organisation_id, v_person,
    p_starts_at, p_ends_at, p_quantity, v_purpose,
    case when v_instant then 'approved' else 'requested' end,
    case when v_instant then null else 'owner' end,
    -- a hold never outlives its start, and is never too short to be answered at all
    case when v_instant then null
      else greatest(least(now() + make_interval(hours => v_terms.hold_hours), p_starts_at), now() + interval '15 minutes') end,
    v_key, 'requested', 'borrower', v_person)
  on conflict (requested_by, idempotency_key) do nothing
  returning * into v_booking;
  if not found then
    -- the same key for another resource at the same instant, and the other one was first
    perform private.fail('IDEMP', 'This key was used for another request.', 'p_idempotency_key');
  end if;
  return v_booking;
end;
$$;

create function private.same_request(
  p_booking public.bookings,
  p_resource_id uuid,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_purpose text
) returns public.bookings
language plpgsql
stable
set search_path = ''
as $$
begin
  if (p_booking.resource_id, p_booking.organisation_id, p_booking.starts_at, p_booking.ends_at, p_booking.quantity, p_booking.purpose)
     is distinct from (p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, p_purpose) then
    perform private.fail('IDEMP', 'This key was used for another request.', 'p_idempotency_key');
  end if;
  return p_booking;
end;
$$;
comment on function private.same_request is 'The booking when it has exactly this content; raises IDEMP otherwise.';

comment on function public.request_booking is
  'Asks for a resource for an organisation the signed-in person belongs to; half-open period. Approved at once when the resource says instant, else requested with a hold. The same key with the same content gives the same booking. Raises LOGIN, NTFND, DNIED, ORGST, RESST, INPUT, BKLEN, BKLED, BKOVL, BKCAP, IDEMP.';
grant execute on function public.request_booking to authenticated;
