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
