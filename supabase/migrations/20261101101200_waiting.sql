-- Waiting in line for time that is taken. When time gets free, by whatever path, the first entry
-- whose whole period and number is free then becomes a booking in status offered, which holds the
-- slot for its borrower alone until they answer. No path goes around the line, because it hangs on
-- the table of occupancy itself: a deferred trigger looks at what every transaction has freed, before
-- anybody else can see it, under the locks that the transaction holds.
-- Left out on purpose: taking part of what one waits for, and keeping a place after an offer ran out.

create table public.waiting_entries (
  id uuid primary key default gen_random_uuid(),
  -- The order of joining: drawn under the locks of the assets, so that of two who wait for one thing the
  -- one who came first has the smaller number.
  ticket bigint generated always as identity constraint waiting_entries_ticket_key unique,
  pool_id uuid not null references public.pools (id) on delete cascade,
  resource_id uuid not null references public.resources (id) on delete cascade,
  owner_id uuid not null references public.organisations (id) on delete cascade,
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  person_id uuid references public.profiles (id) on delete set null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  quantity integer not null constraint waiting_entries_quantity_check check (quantity >= 1),
  purpose text not null default '' constraint waiting_entries_purpose_check check (char_length(purpose) <= 2000),
  status text not null default 'waiting'
    constraint waiting_entries_status_check check (status in ('waiting', 'offered', 'fulfilled', 'left', 'lapsed')),
  booking_id uuid references public.bookings (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint waiting_entries_period_check check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint waiting_entries_booking_check check (status not in ('offered', 'fulfilled') or booking_id is not null)
);
alter table public.waiting_entries enable row level security;
create index waiting_entries_pool_id_idx on public.waiting_entries (pool_id);
create index waiting_entries_resource_id_idx on public.waiting_entries (resource_id);
create index waiting_entries_owner_id_idx on public.waiting_entries (owner_id);
create index waiting_entries_organisation_id_idx on public.waiting_entries (organisation_id);
create index waiting_entries_person_id_idx on public.waiting_entries (person_id);
create index waiting_entries_booking_id_idx on public.waiting_entries (booking_id);
-- The lines themselves: the few that wait right now.
create index waiting_entries_open_idx on public.waiting_entries (resource_id, ticket) where status = 'waiting';
create policy select_parties on public.waiting_entries for select to authenticated
  using (
    organisation_id = any (array(select private.my_organisation_ids()))
    or owner_id = any (array(select private.my_organisation_ids(array['approver', 'admin'])))
    or pool_id = any (array(select private.my_staffed_pool_ids()))
  );
-- No write grant: one function per intent.
grant select on public.waiting_entries to authenticated, service_role;
comment on table public.waiting_entries is
  'Who waits for a resource at a half-open period that is taken; the smaller ticket comes first. booking_id is what was offered.';
comment on column public.waiting_entries.status is
  'waiting; offered (a booking holds the slot for them); fulfilled (they took it); left (they gave up or declined); lapsed (an offer ran out, or the time came).';

create function private.tg_waiting_entries__announce() returns trigger
language plpgsql
-- definer: see announce_availability
security definer
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object('waiting_entry_id', new.id);
begin
  perform realtime.send(v_payload, 'waiting_changed', 'organisation:' || new.owner_id, true);
  if new.organisation_id <> new.owner_id then
    perform realtime.send(v_payload, 'waiting_changed', 'organisation:' || new.organisation_id, true);
  end if;
  return null;
end;
$$;
create trigger t60_announce after insert or update of status on public.waiting_entries
  for each row execute function private.tg_waiting_entries__announce();

create function private.offer_ends_at(p_at timestamptz, p_starts_at timestamptz, p_zone text) returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  v_wall timestamp := (p_at + interval '12 hours') at time zone p_zone;
begin
  -- Nobody loses an offer overnight: it ends between noon and nine in the evening.
  if v_wall::time > time '21:00' then
    v_wall := v_wall::date + 1 + time '12:00';
  elsif v_wall::time < time '12:00' then
    v_wall := v_wall::date + time '12:00';
  else
    return least(p_at + interval '12 hours', p_starts_at);
  end if;
  return least(v_wall at time zone p_zone, p_starts_at);
end;
$$;
comment on function private.offer_ends_at is
  'Until when an offer made at p_at stands: at least 12 hours, then to the next time between noon and 21:00 in the pool''s zone, but never past the start.';

create function private.waiting_violations(
  p_resource_id uuid, p_organisation_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_except_booking_id uuid default null
) returns jsonb
language plpgsql
stable
-- definer: see violations
security definer
set search_path = ''
as $$
declare
  v_resource public.resources;
  v_terms public.effective_terms;
  v_zone text;
begin
  select r.* into v_resource from public.resources r where r.id = p_resource_id;
  select t.* into v_terms from public.effective_terms t where t.resource_id = p_resource_id;
  select p.time_zone into v_zone from public.pools p where p.id = v_resource.pool_id;
  return private.violations(v_resource, v_terms, v_zone, p_organisation_id, p_starts_at, p_ends_at, p_except_booking_id);
end;
$$;
comment on function private.waiting_violations is
  'The rules that stand against what an organisation waits for, as private.violations tells them.';

create function private.offer(p_entry public.waiting_entries) returns text
language plpgsql
volatile
-- definer: nobody holds an insert grant on bookings and allocations
security definer
set search_path = ''
as $$
declare
  v_part_ids uuid[];
  v_locked integer;
  v_booking_id uuid := gen_random_uuid();
begin
  if p_entry.starts_at < now() + interval '30 minutes' then
    return 'late';
  end if;
  -- a look without locks first: most of what is freed does not suffice
  if private.free_quantity(p_entry.resource_id, p_entry.starts_at, p_entry.ends_at) < p_entry.quantity then
    return 'taken';
  end if;
  -- Who frees time has locked all of this already. Where somebody else is at it nobody is waited for: that
  -- would be out of turn, and might go in a circle. The next sweep comes by.
  v_part_ids := array(select ra.asset_id from public.resource_assets ra where ra.resource_id = p_entry.resource_id);
  perform 1 from public.assets a where a.id = any (v_part_ids) order by a.id for no key update skip locked;
  get diagnostics v_locked = row_count;
  if v_locked < cardinality(v_part_ids) then
    return 'busy';
  end if;
  if private.free_quantity(p_entry.resource_id, p_entry.starts_at, p_entry.ends_at) < p_entry.quantity then
    return 'taken';
  end if;
  if private.waiting_violations(
    p_entry.resource_id, p_entry.organisation_id, p_entry.starts_at, p_entry.ends_at) <> '[]' then
    return 'refused';
  end if;
  -- whoever leaves the line holds this row for a moment and waits for nothing
  perform 1 from public.waiting_entries w where w.id = p_entry.id and w.status = 'waiting' for update;
  if not found then
    return 'left';
  end if;
  -- The booking before its allocations: under the locks nobody can take the slot any more, and this runs where
  -- the foreign key between them may be asked at once.
  insert into public.bookings (
    id, pool_id, resource_id, owner_id, organisation_id, requested_by, starts_at, ends_at, quantity, purpose,
    status, awaiting, hold_expires_at, last_action, last_side)
  select v_booking_id, p_entry.pool_id, p_entry.resource_id, r.organisation_id, p_entry.organisation_id, p_entry.person_id,
    p_entry.starts_at, p_entry.ends_at, p_entry.quantity, p_entry.purpose,
    'offered', 'borrower', private.offer_ends_at(now(), p_entry.starts_at, p.time_zone), 'offered', 'system'
  from public.resources r join public.pools p on p.id = r.pool_id
  where r.id = p_entry.resource_id;
  insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
  select a.id, a.exclusive, ra.quantity * p_entry.quantity,
    tstzrange(
      p_entry.starts_at - make_interval(mins => r.buffer_before_minutes),
      p_entry.ends_at + make_interval(mins => r.buffer_after_minutes), '[)'),
    'hold', v_booking_id
  from public.resources r
  join public.resource_assets ra on ra.resource_id = r.id
  join public.assets a on a.id = ra.asset_id
  where r.id = p_entry.resource_id
  order by a.id;
  update public.waiting_entries set status = 'offered', booking_id = v_booking_id, updated_at = now() where id = p_entry.id;
  return 'offered';
end;
$$;
comment on function private.offer is
  'Offers an entry of the waiting list what it waits for when all of it is free: offered, or taken, busy (somebody is at it), refused (by a rule), left, or late (less than half an hour before the start).';

create function private.serve_waiting(p_asset_id uuid, p_blocked tstzrange) returns integer
language plpgsql
volatile
-- definer: called from triggers and expire only
security definer
set search_path = ''
as $$
declare
  v_entry public.waiting_entries;
  v_offers integer := 0;
begin
  for v_entry in
    select w.* from public.resource_assets ra
    join public.waiting_entries w on w.resource_id = ra.resource_id and w.status = 'waiting'
    join public.resources r on r.id = w.resource_id
    where ra.asset_id = p_asset_id
      and tstzrange(
        w.starts_at - make_interval(mins => r.buffer_before_minutes),
        w.ends_at + make_interval(mins => r.buffer_after_minutes), '[)') && p_blocked
    order by w.ticket
  loop
    case private.offer(v_entry)
      when 'offered' then v_offers := v_offers + 1;
      -- nobody behind them is served before they could be
      when 'busy' then exit;
      else null;
    end case;
  end loop;
  return v_offers;
end;
$$;
comment on function private.serve_waiting is
  'Offers time of an asset that got free to those who wait for it, first come first served; returns how many offers.';

create function private.serve_freed(p_asset_ids uuid[], p_blocked tstzrange[]) returns void
language plpgsql
volatile
-- definer: called from expire and lock_parts only
security definer
set search_path = ''
as $$
begin
  for i in 1 .. coalesce(cardinality(p_asset_ids), 0) loop
    perform private.serve_waiting(p_asset_ids[i], p_blocked[i]);
  end loop;
end;
$$;
comment on function private.serve_freed is 'serve_waiting for several stretches at once, before who frees them can take them.';

create function private.tg_allocations__serve() returns trigger
language plpgsql
-- definer: offers to whoever waits, whoever freed
security definer
set search_path = ''
as $$
begin
  perform private.serve_waiting(old.asset_id, old.blocked);
  return null;
end;
$$;
-- At the end of the transaction: what is taken away for a moment and put back moved is not free.
create constraint trigger t70_serve after delete or update of blocked, quantity on public.allocations
  deferrable initially deferred for each row execute function private.tg_allocations__serve();

create function private.tg_assets__serve() returns trigger
language plpgsql
-- definer: offers to whoever waits, whoever added to the stock
security definer
set search_path = ''
as $$
begin
  perform private.serve_waiting(new.id, tstzrange(now(), 'infinity', '[)'));
  return null;
end;
$$;
create constraint trigger t70_serve after update of quantity on public.assets
  deferrable initially deferred for each row when (new.quantity > old.quantity)
  execute function private.tg_assets__serve();

create function private.tg_bookings__waiting() returns trigger
language plpgsql
-- definer: waiting_entries has no write grant
security definer
set search_path = ''
as $$
begin
  update public.waiting_entries
  set status = case new.status when 'expired' then 'lapsed' when 'cancelled' then 'left' else 'fulfilled' end,
      updated_at = now()
  where booking_id = new.id and status = 'offered';
  return null;
end;
$$;
create trigger t70_waiting after update of status on public.bookings
  for each row when (old.status = 'offered' and new.status <> 'offered')
  execute function private.tg_bookings__waiting();

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
