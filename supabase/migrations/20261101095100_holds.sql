-- Occupying and freeing: what the intents of the next migrations are made of. Holds end by themselves.

-- Whoever frees time may free it for somebody who waits, and what they wait for may need more than
-- what is freed: the whole hall when one half is given back. So all that is lent together is locked
-- at once, in the order of ids, and nothing has to be locked out of turn later.
create function private.assets_around(p_asset_ids uuid[]) returns uuid[]
language plpgsql
stable
-- definer: sees every resource's parts
security definer
set search_path = ''
as $$
begin
  return array(
    select part.asset_id
    from public.resource_assets mine
    join public.resource_assets part on part.resource_id = mine.resource_id
    where mine.asset_id = any (p_asset_ids)
    union
    select unnest(p_asset_ids));
end;
$$;
comment on function private.assets_around is
  'The assets and all that some resource lends together with one of them: what is locked before time of theirs is freed.';

create function private.release(p_booking_ids uuid[]) returns void
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_asset_ids uuid[];
begin
  perform private.lock_assets(private.assets_around(array(
    select al.asset_id from public.allocations al where al.booking_id = any (p_booking_ids))));
  v_asset_ids := array(select distinct al.asset_id from public.allocations al where al.booking_id = any (p_booking_ids));
  delete from public.allocations where booking_id = any (p_booking_ids);
  perform private.fill_withdrawals(v_asset_ids);
end;
$$;
comment on function private.release is
  'Frees what bookings occupied; at the end of the transaction it is offered to who waits (tg_allocations__serve). The caller holds the bookings'' locks.';

create function private.expire(p_booking_ids uuid[]) returns integer
language plpgsql
volatile
-- definer: called from expire_holds and occupy only
security definer
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_asset_ids uuid[];
  v_blocked tstzrange[];
begin
  -- skip locked: a request that is being decided right now is left to whoever decides
  with stale as (
    select b.id from public.bookings b
    where b.id = any (p_booking_ids) and b.status in ('requested', 'offered') and b.hold_expires_at <= now()
    order by b.id
    for no key update skip locked
  ),
  moved as (
    update public.bookings b
    set status = 'expired', awaiting = null, hold_expires_at = null, version = b.version + 1, updated_at = now(),
        last_action = 'expired', last_side = 'system', last_actor_id = null, last_note = null, last_details = '{}'
    from stale where b.id = stale.id
    returning b.id
  )
  select array_agg(id) into v_ids from moved;
  if v_ids is not null then
    -- Who ends a hold in passing is after the slot themselves. Who waits in line comes first, so they
    -- are served at once and not at the end of the transaction.
    select array_agg(al.asset_id order by al.id), array_agg(al.blocked order by al.id) into v_asset_ids, v_blocked
    from public.allocations al where al.booking_id = any (v_ids);
    perform private.release(v_ids);
    perform private.serve_freed(v_asset_ids, v_blocked);
  end if;
  return coalesce(array_length(v_ids, 1), 0);
end;
$$;
comment on function private.expire is 'Ends those of the bookings whose hold ran out and frees their slots; returns how many.';

create function public.expire_holds() returns integer
language plpgsql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
begin
  return private.expire(array(
      select b.id from public.bookings b where b.status in ('requested', 'offered') and b.hold_expires_at <= now()))
    + private.expire_changes(array(
      select c.id from public.booking_changes c where c.status = 'proposed' and c.expires_at <= now()));
end;
$$;
comment on function public.expire_holds is
  'Ends every request and every offer whose hold ran out and every change that nobody answered in time, and frees their slots for who waits; returns how many. Called every minute by the host; who occupies an asset ends the holds that ran out on it anyway. Service role only.';
grant execute on function public.expire_holds to service_role;

create function private.lock_parts(variadic p_resource_ids uuid[]) returns void
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_asset_ids uuid[];
  v_stale uuid[];
  v_changes uuid[];
  v_changing uuid[];
  v_freed_ids uuid[];
  v_blocked tstzrange[];
begin
  -- A hold that ran out must not stand in the way until somebody sweeps. Usually there is none and
  -- this is two probes of tiny indexes. Only holds on these assets are ended here, and their other
  -- assets are locked along, so that nobody waits in a circle.
  if not exists (select 1 from public.bookings where status in ('requested', 'offered') and hold_expires_at <= now())
     and not exists (select 1 from public.booking_changes where status = 'proposed' and expires_at <= now()) then
    perform private.lock_assets(array(select ra.asset_id from public.resource_assets ra where ra.resource_id = any (p_resource_ids)));
    return;
  end if;
  v_asset_ids := array(select ra.asset_id from public.resource_assets ra where ra.resource_id = any (p_resource_ids));
  v_stale := array(
    select distinct b.id from public.bookings b join public.allocations al on al.booking_id = b.id
    where b.status in ('requested', 'offered') and b.hold_expires_at <= now() and al.asset_id = any (v_asset_ids));
  select array_agg(distinct c.id), array_agg(distinct c.booking_id) into v_changes, v_changing
  from public.booking_changes c join public.allocations al on al.change_id = c.id
  where c.status = 'proposed' and c.expires_at <= now() and al.asset_id = any (v_asset_ids);
  perform private.lock_assets(v_asset_ids || private.assets_around(array(
    select al.asset_id from public.allocations al where al.booking_id = any (v_stale || v_changing))));
  if v_stale <> '{}' then
    perform private.expire(v_stale);
  end if;
  if v_changes is not null then
    select array_agg(al.asset_id order by al.id), array_agg(al.blocked order by al.id) into v_freed_ids, v_blocked
    from public.allocations al where al.change_id = any (v_changes);
    perform private.expire_changes(v_changes);
    perform private.serve_freed(v_freed_ids, v_blocked);
  end if;
end;
$$;
comment on function private.lock_parts is 'Locks the assets of the resources, at once and in order, and ends the holds and the changes on them that ran out. Whoever takes several resources names all of them the first time: later calls then lock nothing new.';

create function private.occupy(
  p_resource_id uuid,
  p_quantity integer,
  p_blocked tstzrange,
  p_kind text,
  p_booking_id uuid default null,
  p_closure_id uuid default null,
  p_is_locked boolean default false
) returns boolean
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_stock integer;
  v_parts integer;
  v_taken integer;
begin
  if not p_is_locked then
    perform private.lock_parts(p_resource_id);
  end if;
  -- From here on stock and guards cannot change under us. Null means all there is (a closure).
  select min(a.quantity / ra.quantity), count(*) into v_stock, v_parts
  from public.resource_assets ra join public.assets a on a.id = ra.asset_id
  where ra.resource_id = p_resource_id;
  if v_stock is null or v_stock = 0 or p_quantity > v_stock then
    perform private.fail('BKCAP', 'There are not so many.', 'p_quantity',
      jsonb_build_object('free', coalesce(v_stock, 0), 'stock', coalesce(v_stock, 0)));
  end if;
  -- "on conflict do nothing" lets the constraint decide without raising.
  insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id, closure_id)
  select a.id, a.exclusive, ra.quantity * coalesce(p_quantity, v_stock), p_blocked, p_kind, p_booking_id, p_closure_id
  from public.resource_assets ra join public.assets a on a.id = ra.asset_id
  where ra.resource_id = p_resource_id
  order by a.id
  on conflict do nothing;
  get diagnostics v_taken = row_count;
  return v_taken = v_parts;
end;
$$;
comment on function private.occupy is
  'Occupies every asset of a resource for a half-open period, for a booking or a closure (p_quantity null: all of it); false when an exclusive one is taken, raises BKCAP when a pile is short. The caller must undo on false. p_is_locked: lock_parts was called already.';

create function private.occupy_booking(p_booking public.bookings, p_kind text) returns boolean
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  return (
    select private.occupy(
      r.id, p_booking.quantity,
      tstzrange(
        p_booking.starts_at - make_interval(mins => r.buffer_before_minutes),
        p_booking.ends_at + make_interval(mins => r.buffer_after_minutes), '[)'),
      p_kind, p_booking.id)
    from public.resources r where r.id = p_booking.resource_id);
end;
$$;
comment on function private.occupy_booking is
  'Occupies what a booking takes, with the buffers of its resource; false when taken.';
