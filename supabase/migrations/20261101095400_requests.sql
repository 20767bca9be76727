-- Asking for a thing.

create function private.require_order(p_starts_at timestamptz, p_ends_at timestamptz) returns void
language plpgsql
immutable
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
end;
$$;
comment on function private.require_order is 'Refuses missing, infinite, empty or reversed periods (INPUT).';
-- require_period calls it for whoever searches
grant execute on function private.require_order to anon, authenticated, service_role;

create function private.require_period(
  p_starts_at timestamptz, p_ends_at timestamptz, p_may_be_past boolean default false
) returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require_order(p_starts_at, p_ends_at);
  if p_ends_at - p_starts_at > interval '366 days' then
    perform private.fail('BKLEN', 'Longer than a year.', 'p_ends_at',
      jsonb_build_object('reason', 'too_long', 'max_minutes', 366 * 1440));
  end if;
  -- five minutes of grace: somebody fills the form at the moment the slot begins
  if not p_may_be_past and p_starts_at < now() - interval '5 minutes' then
    perform private.fail('BKLED', 'That is in the past.', 'p_starts_at', jsonb_build_object('reason', 'past'));
  end if;
  if p_starts_at > now() + interval '3 years' then
    perform private.fail('BKLED', 'That is too far ahead.', 'p_starts_at', jsonb_build_object('reason', 'too_far', 'horizon_days', 1095));
  end if;
end;
$$;
comment on function private.require_period is
  'Refuses missing, infinite, empty or reversed periods (INPUT), over 366 days (BKLEN), in the past or over three years ahead (BKLED).';
-- search_resources runs as who asks and calls it
grant execute on function private.require_period to anon, authenticated, service_role;

create function private.require_span(p_from timestamptz, p_to timestamptz) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_from is null or not isfinite(p_from) then
    perform private.fail('INPUT', 'From when?', 'p_from', jsonb_build_object('reason', 'required'));
  end if;
  if p_to is null or not isfinite(p_to) or p_to <= p_from then
    perform private.fail('INPUT', 'The end must be after the start.', 'p_to', jsonb_build_object('reason', 'end_before_start'));
  end if;
  if p_to - p_from > interval '750 days' then
    perform private.fail('INPUT', 'At most two years at once.', 'p_to', jsonb_build_object('reason', 'range'));
  end if;
end;
$$;
comment on function private.require_span is 'Refuses spans to look at that are missing, infinite, empty, reversed or longer than 750 days (INPUT).';

create function private.same_request(
  p_person_id uuid,
  p_key text,
  p_resource_id uuid,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_purpose text
) returns public.bookings
language plpgsql
stable
-- definer: called from request_booking only
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings;
  v_starts_at timestamptz;
  v_ends_at timestamptz;
  v_quantity integer;
begin
  select * into v_booking from public.bookings where requested_by = p_person_id and idempotency_key = p_key;
  if not found then
    return v_booking;
  end if;
  -- what it was before anybody changed it
  select c.from_starts_at, c.from_ends_at, c.from_quantity into v_starts_at, v_ends_at, v_quantity
  from public.booking_changes c where c.booking_id = v_booking.id and c.status = 'granted'
  order by c.decided_at limit 1;
  if (v_booking.resource_id, v_booking.organisation_id, coalesce(v_starts_at, v_booking.starts_at),
      coalesce(v_ends_at, v_booking.ends_at), coalesce(v_quantity, v_booking.quantity), v_booking.purpose)
     is distinct from (p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, p_purpose) then
    perform private.fail('IDEMP', 'This key was used for another request.', 'p_idempotency_key');
  end if;
  return v_booking;
end;
$$;
comment on function private.same_request is
  'What the person asked for under this key (all null: nothing yet); raises IDEMP when it was something else.';

create function private.quoted(
  p_terms public.effective_terms,
  p_resource_id uuid,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_extras jsonb,
  p_days integer default null
) returns jsonb
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  -- where an owner says nothing about money, nothing is reckoned
  if p_terms.price_mode is null and p_terms.deposit_minor = 0 and p_terms.cleaning_minor = 0 and coalesce(p_extras, '{}') = '{}' then
    return null;
  end if;
  return private.price(p_terms, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, nullif(p_extras, '{}'), p_days);
end;
$$;
comment on function private.quoted is 'The price to keep with a booking; null where the owner says nothing about one. Raises INPUT for p_extras.';

create function public.request_booking(
  p_resource_id uuid,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer default 1,
  p_purpose text default null,
  p_idempotency_key text default null,
  p_extras jsonb default '{}'
) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an insert grant on bookings
security definer
set search_path = ''
-- plans made once a session: choosing them anew for each request was a twelfth of its time
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_person uuid := private.require_profile();
  v_purpose text := coalesce(private.require_text(p_purpose, 'p_purpose', 2000, false), '');
  v_key text := private.require_text(p_idempotency_key, 'p_idempotency_key', 200, false);
  v_organisation public.organisations;
  v_found record;
  v_resource public.resources;
  v_terms public.effective_terms;
  v_zone text;
  v_days integer;
  v_decision jsonb;
  v_price jsonb;
  v_asks boolean;
  v_booking public.bookings;
begin
  -- the same press of the button sent again: the booking there is
  if v_key is not null then
    v_booking := private.same_request(v_person, v_key, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, v_purpose);
    if v_booking.id is not null then
      return v_booking;
    end if;
  end if;

  v_organisation := private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
  -- one statement for all three: each costs more to begin than to find its row
  select r as resource, t as terms, p.time_zone into v_found
  from public.resources r
  join public.pools p on p.id = r.pool_id
  join public.effective_terms t on t.resource_id = r.id
  where r.id = p_resource_id;
  v_resource := v_found.resource;
  v_terms := v_found.terms;
  v_zone := v_found.time_zone;
  if v_resource.id is null or v_resource.pool_id <> v_organisation.pool_id then
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
  perform private.require_order(p_starts_at, p_ends_at);
  if p_quantity is null or p_quantity < 1 then
    perform private.fail('INPUT', 'At least one.', 'p_quantity', jsonb_build_object('reason', 'too_few', 'min', 1));
  end if;
  if p_quantity > v_resource.quantity then
    perform private.fail('BKCAP', 'There are not so many.', 'p_quantity', jsonb_build_object('free', v_resource.quantity, 'stock', v_resource.quantity));
  end if;

  if v_terms.quotas <> '{}' or v_terms.pickups_per_day is not null then
    perform private.lock_rules(v_terms, v_resource.organisation_id, p_organisation_id, array[(p_starts_at at time zone v_zone)::date]);
    if v_key is not null then
      -- the other press of the button may have been counted meanwhile: it is this booking, not one too many
      v_booking := private.same_request(v_person, v_key, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, v_purpose);
      if v_booking.id is not null then
        return v_booking;
      end if;
    end if;
  end if;
  -- counted once for length, quotas, price and standing approval; nobody counts the days of a century
  v_days := case when p_ends_at - p_starts_at <= interval '366 days'
    then private.counted_days(v_terms, v_resource.pool_id, v_zone, p_starts_at, p_ends_at) end;
  if v_days is not null then
    v_price := private.quoted(v_terms, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, p_extras, v_days);
  end if;
  perform private.fail_first(private.violations(
    v_resource, v_terms, v_zone, p_organisation_id, p_starts_at, p_ends_at, p_days => v_days,
    p_is_refused => v_price ->> 'mode' = 'refused'));
  v_decision := private.decision(
    v_resource, v_terms, v_zone, p_organisation_id, p_starts_at, p_ends_at, p_quantity, v_price, v_days);
  v_asks := v_decision ->> 'by' = 'approver';

  if v_key is not null then
    -- the same press of the button may have arrived twice at once: behind the lock the other one is seen
    perform private.lock_parts(p_resource_id);
    v_booking := private.same_request(v_person, v_key, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity, v_purpose);
    if v_booking.id is not null then
      return v_booking;
    end if;
  end if;

  -- The slot first and the booking after it: of many who want the same one, those who lose it have
  -- written neither booking nor log nor messages.
  v_booking.id := gen_random_uuid();
  if v_asks and v_terms.request_mode = 'compete' then
    -- requests that compete stand side by side and hold nothing; what is promised already is no contest
    perform private.fail_first(coalesce(
      jsonb_build_array() || private.occupancy_violation(p_resource_id, p_starts_at, p_ends_at, p_quantity), '[]'));
  elsif not private.occupy(
    p_resource_id, p_quantity,
    tstzrange(
      p_starts_at - make_interval(mins => v_resource.buffer_before_minutes),
      p_ends_at + make_interval(mins => v_resource.buffer_after_minutes), '[)'),
    case when v_asks then 'hold' else 'booking' end, v_booking.id, p_is_locked => v_key is not null)
  then
    perform private.fail('BKOVL', 'That time is taken.', 'p_starts_at');
  end if;

  insert into public.bookings (
    id, pool_id, resource_id, owner_id, organisation_id, requested_by, starts_at, ends_at, counted_days, quantity, purpose,
    status, awaiting, hold_expires_at, decision, price, price_minor, idempotency_key,
    last_action, last_side, last_actor_id, last_details)
  values (
    v_booking.id, v_resource.pool_id, v_resource.id, v_resource.organisation_id, p_organisation_id, v_person,
    p_starts_at, p_ends_at, v_days, p_quantity, v_purpose,
    case when v_asks then 'requested' else 'approved' end,
    case when v_asks then 'owner' end,
    -- a hold never outlives its start, and is never too short to be answered at all
    case when v_asks
      then greatest(least(now() + make_interval(hours => v_terms.hold_hours), p_starts_at), now() + interval '15 minutes') end,
    v_decision, v_price, (v_price ->> 'total_minor')::integer,
    v_key, 'requested', 'borrower', v_person,
    -- what nobody was asked about says why
    case when v_asks then '{}' else jsonb_build_object('decision', v_decision) end)
  on conflict (requested_by, idempotency_key) do nothing
  returning * into v_booking;
  if not found then
    -- the same key for another resource at the same instant, and the other one was first
    perform private.fail('IDEMP', 'This key was used for another request.', 'p_idempotency_key');
  end if;
  return v_booking;
end;
$$;
comment on function public.request_booking is
  'Asks for a resource for an organisation the signed-in person belongs to; half-open period. Refused with the gravest rule that it breaks (check_booking tells all). Approved at once when the resource says instant or a standing approval covers it, else requested with a hold; decision says which and why. p_extras: counts by name of what is asked for along with it. The same key with the same content gives the same booking. Raises LOGIN, NTFND, DNIED, ORGST, RESST, INPUT, BKAUD, BKLED, BKLEN, BKCLO, BKGRD, BKFUL, QUOTA, BKOVL, BKCAP, IDEMP.';
grant execute on function public.request_booking to authenticated;
