-- What both sides do about a change: wish it, grant it, decline it, take the wish back.

create function private.require_changer(p_booking public.bookings) returns void
language plpgsql
stable
-- definer: reads organisations for their status
security definer
set search_path = ''
as $$
begin
  if not (p_booking.organisation_id in (select private.my_organisation_ids(array['approver', 'admin']))
          or (coalesce(p_booking.requested_by = auth.uid(), false)
              and p_booking.organisation_id in (select private.my_organisation_ids()))) then
    perform private.fail('DNIED', 'Who asked, or their approvers, may change.');
  end if;
  if (select o.status from public.organisations o where o.id = p_booking.organisation_id) <> 'admitted' then
    perform private.fail('ORGST', 'This organisation cannot book at the moment.');
  end if;
end;
$$;
comment on function private.require_changer is 'Who asked, or approvers and admins of an admitted borrower. Raises DNIED, ORGST.';

create function private.require_change(
  p_booking public.bookings,
  p_resource public.resources,
  p_terms public.effective_terms,
  p_zone text,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_is_less boolean
) returns void
language plpgsql
volatile
-- definer: called from change_booking only
security definer
set search_path = ''
as $$
begin
  if p_starts_at is distinct from p_booking.starts_at and p_booking.status <> 'requested'
     and (p_booking.status = 'handed_over' or p_booking.starts_at <= now()) then
    perform private.fail('INPUT', 'It has begun already.', 'p_starts_at', jsonb_build_object('reason', 'begun'));
  end if;
  perform private.require_order(p_starts_at, p_ends_at);
  if p_ends_at <= now() then
    perform private.fail('INPUT', 'That is over already.', 'p_ends_at', jsonb_build_object('reason', 'past'));
  end if;
  if p_quantity is null or p_quantity < 1 then
    perform private.fail('INPUT', 'At least one.', 'p_quantity', jsonb_build_object('reason', 'too_few', 'min', 1));
  end if;
  if p_quantity > p_resource.quantity and p_quantity > p_booking.quantity then
    perform private.fail('BKCAP', 'There are not so many.', 'p_quantity',
      jsonb_build_object('free', p_resource.quantity, 'stock', p_resource.quantity));
  end if;
  if not p_is_less and not p_resource.listed then
    perform private.fail('RESST', 'This is not lent at the moment.', null, jsonb_build_object('status', p_resource.status));
  end if;
  if (p_starts_at, p_ends_at) is distinct from (p_booking.starts_at, p_booking.ends_at) then
    perform private.lock_rules(p_terms, p_booking.owner_id, p_booking.organisation_id, array[(p_starts_at at time zone p_zone)::date]);
    -- who wants less than they have meets only the rules about when something may begin and end
    perform private.fail_first(coalesce((
      select jsonb_agg(v.rule order by v.n)
      from jsonb_array_elements(private.violations(
        p_resource, p_terms, p_zone, p_booking.organisation_id, p_starts_at, p_ends_at, p_booking.id)) with ordinality as v (rule, n)
      where not p_is_less or v.rule ->> 'code' in ('BKCLO', 'BKGRD')
         or (v.rule ->> 'code' = 'BKLEN' and v.rule -> 'params' ->> 'reason' = 'too_short')), '[]'));
  end if;
end;
$$;
comment on function private.require_change is
  'Refuses what a booking cannot be changed to, and takes the locks of what is counted. Raises INPUT (also reason begun), RESST, BKCAP and what private.violations tells.';

create function private.extras_of(p_price jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(line ->> 'label', line -> 'quantity'), '{}')
  from jsonb_array_elements(p_price -> 'lines') line where line ->> 'kind' = 'extra'
$$;
comment on function private.extras_of is 'The extras in a price, as counts by name.';

create function public.change_booking(
  p_booking_id uuid,
  p_starts_at timestamptz default null,
  p_ends_at timestamptz default null,
  p_quantity integer default null,
  p_note text default null,
  p_extras jsonb default null
) returns public.booking_changes
language plpgsql
volatile
-- definer: nobody holds a write grant on bookings, changes and allocations
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_starts_at timestamptz := coalesce(p_starts_at, v_booking.starts_at);
  v_ends_at timestamptz := coalesce(p_ends_at, v_booking.ends_at);
  v_quantity integer := coalesce(p_quantity, v_booking.quantity);
  v_is_less boolean := v_starts_at >= v_booking.starts_at and v_ends_at <= v_booking.ends_at and v_quantity <= v_booking.quantity;
  v_is_same boolean := (v_starts_at, v_ends_at, v_quantity) = (v_booking.starts_at, v_booking.ends_at, v_booking.quantity)
    and coalesce(p_extras, '{}') <@ private.extras_of(v_booking.price);
  v_extras jsonb := coalesce(p_extras, private.extras_of(v_booking.price));
  v_resource public.resources;
  v_terms public.effective_terms;
  v_zone text;
  v_change public.booking_changes;
  v_needed_at timestamptz;
  v_decision jsonb;
begin
  perform private.require_changer(v_booking);
  perform private.require_status(v_booking, array['requested', 'approved', 'handed_over']);
  if v_booking.status <> 'handed_over' and v_booking.ends_at <= now() then
    perform private.fail('BKSTA', 'It is over already.', null, jsonb_build_object('status', v_booking.status, 'reason', 'over'));
  end if;
  -- The same press twice, or an answer that got lost: what was wished stands already.
  select c.* into v_change from public.booking_changes c
  where c.booking_id = p_booking_id and c.status in ('proposed', 'granted') order by c.created_at desc, c.id limit 1;
  if found and (v_change.starts_at, v_change.ends_at, v_change.quantity) = (v_starts_at, v_ends_at, v_quantity)
     and (v_change.status = 'proposed' or v_is_same) and coalesce(v_change.extras = v_extras, true) then
    return v_change;
  end if;
  if v_is_same then
    perform private.fail('INPUT', 'Nothing would change.', 'p_ends_at', jsonb_build_object('reason', 'unchanged'));
  end if;
  select r.* into v_resource from public.resources r where r.id = v_booking.resource_id;
  select t.* into v_terms from public.effective_terms t where t.resource_id = v_booking.resource_id;
  select p.time_zone into v_zone from public.pools p where p.id = v_booking.pool_id;
  perform private.require_change(v_booking, v_resource, v_terms, v_zone, v_starts_at, v_ends_at, v_quantity, v_is_less);

  v_change := null;
  v_change.id := gen_random_uuid();
  v_change.booking_id := v_booking.id;
  v_change.starts_at := v_starts_at;
  v_change.ends_at := v_ends_at;
  v_change.quantity := v_quantity;
  v_change.extras := v_extras;
  v_change.price := private.quoted(v_terms, v_resource.id, v_booking.organisation_id, v_starts_at, v_ends_at, v_quantity, v_extras);
  v_change.from_price := v_booking.price;
  v_change.from_starts_at := v_booking.starts_at;
  v_change.from_ends_at := v_booking.ends_at;
  v_change.from_quantity := v_booking.quantity;
  v_change.note := v_note;
  v_change.proposed_by := auth.uid();
  -- not now(): who waited for the lock began earlier, and comes later
  v_change.created_at := clock_timestamp();
  v_decision := private.decision(
    v_resource, v_terms, v_zone, v_booking.organisation_id, v_starts_at, v_ends_at, v_quantity, v_change.price);

  perform private.lock_parts(v_booking.resource_id);
  perform private.end_change(v_booking.id, 'withdrawn');
  if v_booking.status = 'requested' or v_is_less or v_decision ->> 'by' <> 'approver' then
    v_change.status := 'granted';
    v_change.decided_at := clock_timestamp();
    insert into public.booking_changes select (v_change).*;
    if v_booking.status = 'requested' and not exists (select 1 from public.allocations al where al.booking_id = v_booking.id) then
      -- requests that compete hold nothing
      perform private.fail_first(coalesce(
        jsonb_build_array() || private.occupancy_violation(v_resource.id, v_starts_at, v_ends_at, v_quantity), '[]'));
      update public.bookings set starts_at = v_starts_at, ends_at = v_ends_at, quantity = v_quantity,
        price = v_change.price, price_minor = (v_change.price ->> 'total_minor')::integer
      where id = v_booking.id returning * into v_booking;
    else
      v_booking := private.move_booking(v_booking, v_change);
    end if;
    perform private.act(v_booking, v_booking.status, 'changed', 'borrower', v_note,
      -- the owner gets two days to look again; a hold never outlives its start, and can always be answered
      greatest(least(greatest(v_booking.hold_expires_at, now() + interval '48 hours'), v_starts_at), now() + interval '15 minutes'),
      private.details_of(v_change)
        || case when v_booking.status = 'requested' or v_is_less then '{}' else jsonb_build_object('decision', v_decision) end);
    return v_change;
  end if;

  -- Held until the first moment that the booking itself does not cover, and two hours at least.
  v_needed_at := case when v_starts_at <> v_booking.starts_at or v_quantity > v_booking.quantity then v_starts_at else v_booking.ends_at end;
  v_change.status := 'proposed';
  v_change.expires_at := greatest(
    least(now() + make_interval(hours => v_terms.hold_hours), v_needed_at), least(now() + interval '2 hours', v_ends_at));
  insert into public.booking_changes select (v_change).*;
  if not private.hold_change(v_change, v_booking) then
    perform private.fail('BKOVL', 'That time is taken.', 'p_starts_at');
  end if;
  perform private.act(v_booking, v_booking.status, 'change_proposed', 'borrower', v_note, null, private.details_of(v_change));
  return v_change;
end;
$$;
comment on function public.change_booking is
  'Another half-open period or number for a booking (null: as it is); who asked, or the borrower''s approvers and admins. A request changes in place, less is granted at once, and so is everything where nobody needs to be asked; else the owner is asked (status proposed) and the booking stays valid as it was. After the hand over only its end and number. The price is reckoned anew; p_extras: counts by name (null: as they are). Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT, RESST, BKAUD, BKLED, BKLEN, BKCLO, BKGRD, BKFUL, QUOTA, BKOVL, BKCAP.';
grant execute on function public.change_booking to authenticated;

create function private.lock_change(p_change_id uuid) returns public.bookings
language plpgsql
volatile
-- definer: finds the booking before anybody may see it; lock_booking tells nothing to others
security definer
set search_path = ''
as $$
declare
  v_booking_id uuid;
  v_booking public.bookings;
begin
  perform private.require_person();
  select c.booking_id into v_booking_id from public.booking_changes c where c.id = p_change_id;
  if not found then
    perform private.fail('NTFND', 'There is no such change.', 'p_change_id');
  end if;
  v_booking := private.lock_booking(v_booking_id);
  return v_booking;
end;
$$;
comment on function private.lock_change is 'Locks and returns the booking of a change, for who may see it. Raises LOGIN, NTFND.';

create function private.require_open_change(p_change_id uuid) returns public.booking_changes
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_change public.booking_changes;
begin
  select * into v_change from public.booking_changes where id = p_change_id;
  if v_change.status <> 'proposed' then
    perform private.fail('BKSTA', 'The change has moved on.', null, jsonb_build_object('status', v_change.status, 'reason', 'change'));
  end if;
  return v_change;
end;
$$;
comment on function private.require_open_change is 'The change when nobody has decided it, under the lock of its booking. Raises BKSTA (reason change).';

create function public.grant_change(p_change_id uuid, p_note text default null) returns public.booking_changes
language plpgsql
volatile
-- definer: nobody holds a write grant on bookings, changes and allocations
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_change(p_change_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_change public.booking_changes;
begin
  perform private.require_decider(v_booking);
  v_change := private.require_open_change(p_change_id);
  if v_change.ends_at <= now() then
    perform private.fail('BKSTA', 'It is over already.', null, jsonb_build_object('status', v_booking.status, 'reason', 'over'));
  end if;
  perform private.lock_assets(private.assets_around(array(
    select al.asset_id from public.allocations al where al.booking_id = v_booking.id
    union select ra.asset_id from public.resource_assets ra where ra.resource_id = v_booking.resource_id)));
  v_booking := private.move_booking(v_booking, v_change);
  v_change := private.end_change(v_booking.id, 'granted');
  perform private.act(v_booking, v_booking.status, 'change_granted', 'owner', v_note, null, private.details_of(v_change));
  return v_change;
end;
$$;
comment on function public.grant_change is
  'Agrees to a proposed change: the booking takes its times and number; approvers and admins of the owner. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, BKOVL, BKCAP, INPUT.';
grant execute on function public.grant_change to authenticated;

create function public.decline_change(p_change_id uuid, p_note text default null) returns public.booking_changes
language plpgsql
volatile
-- definer: nobody holds a write grant on bookings, changes and allocations
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_change(p_change_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_change public.booking_changes;
begin
  perform private.require_decider(v_booking);
  perform private.require_open_change(p_change_id);
  perform private.lock_assets(private.assets_around(array(
    select al.asset_id from public.allocations al where al.booking_id = v_booking.id)));
  v_change := private.end_change(v_booking.id, 'declined');
  perform private.act(v_booking, v_booking.status, 'change_declined', 'owner', v_note, null, private.details_of(v_change));
  return v_change;
end;
$$;
comment on function public.decline_change is
  'Declines a proposed change; the booking stays as it was; approvers and admins of the owner; p_note is the reason the borrower reads. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT.';
grant execute on function public.decline_change to authenticated;

create function public.withdraw_change(p_change_id uuid) returns public.booking_changes
language plpgsql
volatile
-- definer: nobody holds a write grant on bookings, changes and allocations
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_change(p_change_id);
  v_change public.booking_changes;
begin
  perform private.require_changer(v_booking);
  perform private.require_open_change(p_change_id);
  perform private.lock_assets(private.assets_around(array(
    select al.asset_id from public.allocations al where al.booking_id = v_booking.id)));
  v_change := private.end_change(v_booking.id, 'withdrawn');
  perform private.act(v_booking, v_booking.status, 'change_withdrawn', 'borrower', null, null, private.details_of(v_change));
  return v_change;
end;
$$;
comment on function public.withdraw_change is
  'Takes a proposed change back; who asked, or the borrower''s approvers and admins. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA.';
grant execute on function public.withdraw_change to authenticated;
