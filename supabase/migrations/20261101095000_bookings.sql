-- One organisation's use of one resource for one period and quantity. A booking row is never
-- deleted; what it occupies is in allocations and goes when the booking ends without use.
create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid not null references public.pools (id) on delete cascade,
  resource_id uuid not null references public.resources (id) on delete restrict,
  owner_id uuid not null references public.organisations (id) on delete restrict,
  organisation_id uuid not null references public.organisations (id) on delete restrict,
  requested_by uuid references public.profiles (id) on delete set null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  quantity integer not null constraint bookings_quantity_check check (quantity >= 1),
  purpose text not null default '' constraint bookings_purpose_check check (char_length(purpose) <= 2000),
  status text not null constraint bookings_status_check
    check (status in ('requested', 'approved', 'declined', 'cancelled', 'expired')),
  awaiting text constraint bookings_awaiting_check check (awaiting in ('owner', 'borrower')),
  hold_expires_at timestamptz,
  idempotency_key text constraint bookings_idempotency_key_check check (char_length(idempotency_key) between 1 and 200),
  version integer not null default 1,
  last_action text not null constraint bookings_last_action_check
    check (last_action in ('requested', 'approved', 'declined', 'asked', 'answered', 'cancelled', 'expired')),
  last_side text not null constraint bookings_last_side_check check (last_side in ('borrower', 'owner', 'system')),
  last_actor_id uuid references public.profiles (id) on delete set null,
  last_note text constraint bookings_last_note_check check (char_length(last_note) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint bookings_period_check check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint bookings_awaiting_status_check check ((awaiting is not null) = (status = 'requested')),
  constraint bookings_requested_by_idempotency_key_key unique (requested_by, idempotency_key)
);
alter table public.bookings enable row level security;
create index bookings_pool_id_idx on public.bookings (pool_id, starts_at);
create index bookings_resource_id_idx on public.bookings (resource_id, starts_at);
create index bookings_owner_id_idx on public.bookings (owner_id, starts_at);
create index bookings_organisation_id_idx on public.bookings (organisation_id, starts_at);
create index bookings_last_actor_id_idx on public.bookings (last_actor_id);
-- Whose name the owner may read, and what was decided last.
create index bookings_requested_by_idx on public.bookings (requested_by, owner_id);
create index bookings_decided_idx on public.bookings (owner_id, updated_at desc);
-- Only the few open requests: the inbox, and the sweep of holds that ran out.
create index bookings_open_idx on public.bookings (owner_id, created_at) where status = 'requested';
create index bookings_hold_expires_at_idx on public.bookings (hold_expires_at) where status = 'requested';
create policy select_parties on public.bookings for select to authenticated
  using (
    organisation_id = any (array(select private.my_organisation_ids()))
    or owner_id = any (array(select private.my_organisation_ids(array['approver', 'admin'])))
    or pool_id = any (array(select private.my_staffed_pool_ids()))
  );
-- No write grant: one function per intent.
grant select on public.bookings to authenticated, service_role;
comment on table public.bookings is 'One organisation''s use of one resource for one period (half-open) and quantity.';
comment on column public.bookings.owner_id is 'The organisation that lends; a copy of resources.organisation_id at the time of asking.';
comment on column public.bookings.awaiting is 'Whose turn it is while requested: the owner decides, or the borrower answers a question.';
comment on column public.bookings.version is 'Counts acts; the trigger appends each to booking_log with the last_ columns.';
comment on column public.bookings.hold_expires_at is 'Until when an undecided request keeps its slot.';

-- deferrable: a slot is taken before its booking is written, so that who loses it has written nothing
alter table public.allocations add constraint allocations_booking_id_fkey
  foreign key (booking_id) references public.bookings (id) on delete cascade deferrable initially deferred;

-- Which status may follow which, and which side may do it. Handover and return get their rows
-- when their intents exist.
create table private.booking_transitions (
  id smallint generated always as identity primary key,
  from_status text,
  to_status text not null,
  action text not null,
  side text not null,
  constraint booking_transitions_key unique nulls not distinct (from_status, to_status, action, side)
);
alter table private.booking_transitions enable row level security;
comment on table private.booking_transitions is 'The only ways a booking''s status may move; null is "does not exist yet".';
insert into private.booking_transitions (from_status, to_status, action, side) values
  (null, 'requested', 'requested', 'borrower'),
  (null, 'approved', 'requested', 'borrower'),
  ('requested', 'approved', 'approved', 'owner'),
  ('requested', 'declined', 'declined', 'owner'),
  ('requested', 'requested', 'asked', 'owner'),
  ('requested', 'requested', 'answered', 'borrower'),
  ('requested', 'cancelled', 'cancelled', 'borrower'),
  ('requested', 'expired', 'expired', 'system'),
  ('approved', 'cancelled', 'cancelled', 'borrower'),
  ('approved', 'cancelled', 'cancelled', 'owner');

-- The story of a booking, as both sides read it.
create table public.booking_log (
  id bigint generated always as identity primary key,
  booking_id uuid not null references public.bookings (id) on delete cascade,
  version integer not null,
  at timestamptz not null,
  action text not null,
  side text not null,
  from_status text,
  to_status text not null,
  actor_id uuid references public.profiles (id) on delete set null,
  note text,
  constraint booking_log_booking_id_version_key unique (booking_id, version)
);
alter table public.booking_log enable row level security;
create index booking_log_actor_id_idx on public.booking_log (actor_id);
create policy select_parties on public.booking_log for select to authenticated
  using (exists (select 1 from public.bookings b where b.id = booking_id));
-- Written by the trigger below only; nobody may change history.
grant select on public.booking_log to authenticated, service_role;
comment on table public.booking_log is 'Every act on a booking, in order; append-only.';

-- What must be told to somebody. Written in the transaction of the act, delivered later: a mail
-- server that is down never delays or loses a booking.
create table private.outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  booking_id uuid references public.bookings (id) on delete cascade,
  organisation_id uuid references public.organisations (id) on delete cascade,
  actor_id uuid,
  payload jsonb not null default '{}',
  created_at timestamptz not null default now(),
  expanded_at timestamptz
);
alter table private.outbox enable row level security;
create index outbox_open_idx on private.outbox (id) where expanded_at is null;
create index outbox_booking_id_idx on private.outbox (booking_id);
create index outbox_organisation_id_idx on private.outbox (organisation_id);
comment on table private.outbox is 'Events that people must be told of; drained by claim_deliveries.';

create function private.tg_bookings__act() returns trigger
language plpgsql
-- definer: log and outbox have no insert grant
security definer
set search_path = ''
as $$
declare
  v_from text := case when tg_op = 'UPDATE' then old.status end;
begin
  if tg_op = 'UPDATE' and new.version <> old.version + 1 then
    raise exception using errcode = 'STALE', message = 'Every act on a booking counts its version up by one.';
  end if;
  if not exists (
    select 1 from private.booking_transitions t
    where t.from_status is not distinct from v_from and t.to_status = new.status
      and t.action = new.last_action and t.side = new.last_side
  ) then
    perform private.fail('BKSTA', 'A booking cannot go that way.', null,
      jsonb_build_object('status', v_from, 'action', new.last_action));
  end if;
  insert into public.booking_log (booking_id, version, at, action, side, from_status, to_status, actor_id, note)
  values (new.id, new.version, new.updated_at, new.last_action, new.last_side, v_from, new.status,
    new.last_actor_id, new.last_note);
  insert into private.outbox (topic, booking_id, actor_id, payload)
  values (
    'booking_' || case when v_from is null and new.status = 'approved' then 'booked' else new.last_action end,
    new.id, new.last_actor_id,
    jsonb_strip_nulls(jsonb_build_object('version', new.version, 'side', new.last_side, 'note', new.last_note)));
  return null;
end;
$$;
create trigger t50_act after insert or update of status, version, last_action, last_side, last_note on public.bookings
  for each row execute function private.tg_bookings__act();

create function private.visible_person_ids() returns setof uuid
language sql
stable
-- definer: a policy of profiles that reads other policed tables directly would be slow and circular
security definer
set search_path = ''
as $$
  select m.person_id from public.memberships m
  where m.organisation_id in (select private.my_organisation_ids())
  union
  select m.person_id from public.memberships m
  join public.organisations o on o.id = m.organisation_id
  where o.pool_id in (select private.my_staffed_pool_ids())
$$;
comment on function private.visible_person_ids is
  'People whose name the signed-in person may read whatever they book: co-members, and for QM staff the pool''s members.';
grant execute on function private.visible_person_ids to authenticated;

create policy select_visible on public.profiles for select to authenticated
  using (
    id = (select auth.uid())
    or id = any (array(select private.visible_person_ids()))
    -- who asks for one's things: a probe for each name; without "offset 0" all of one's bookings may be hashed
    or exists (
      select 1 from public.bookings b
      where b.requested_by = profiles.id
        and b.owner_id = any (array(select private.my_organisation_ids(array['approver', 'admin'])))
      offset 0)
  );

create function private.release(p_booking_ids uuid[]) returns void
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  perform private.lock_assets(array(select al.asset_id from public.allocations al where al.booking_id = any (p_booking_ids)));
  delete from public.allocations where booking_id = any (p_booking_ids);
end;
$$;
comment on function private.release is 'Frees what bookings occupied. The caller holds the bookings'' locks.';

create function private.expire(p_booking_ids uuid[]) returns integer
language plpgsql
volatile
-- definer: called from expire_holds and occupy only
security definer
set search_path = ''
as $$
declare
  v_ids uuid[];
begin
  -- skip locked: a request that is being decided right now is left to whoever decides
  with stale as (
    select b.id from public.bookings b
    where b.id = any (p_booking_ids) and b.status = 'requested' and b.hold_expires_at <= now()
    order by b.id
    for update skip locked
  ),
  moved as (
    update public.bookings b
    set status = 'expired', awaiting = null, hold_expires_at = null, version = b.version + 1, updated_at = now(),
        last_action = 'expired', last_side = 'system', last_actor_id = null, last_note = null
    from stale where b.id = stale.id
    returning b.id
  )
  select array_agg(id) into v_ids from moved;
  if v_ids is not null then
    perform private.release(v_ids);
  end if;
  return coalesce(array_length(v_ids, 1), 0);
end;
$$;
comment on function private.expire is 'Ends those of the bookings whose hold ran out and frees their slots; returns how many.';

create function public.expire_holds() returns integer
language sql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
  select private.expire(array(
    select b.id from public.bookings b where b.status = 'requested' and b.hold_expires_at <= now()))
$$;
comment on function public.expire_holds is
  'Ends every request whose hold ran out and frees its slot; returns how many. Called every minute by the host; who occupies an asset ends the holds that ran out on it anyway. Service role only.';
grant execute on function public.expire_holds to service_role;

create function private.lock_parts(p_resource_id uuid) returns void
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_asset_ids uuid[] := array(select ra.asset_id from public.resource_assets ra where ra.resource_id = p_resource_id);
  v_stale uuid[];
begin
  -- A hold that ran out must not stand in the way until somebody sweeps. Usually there is none and
  -- this is one probe of a tiny index. Only holds on these assets are ended here, and their other
  -- assets are locked along, so that nobody waits in a circle.
  if exists (select 1 from public.bookings where status = 'requested' and hold_expires_at <= now()) then
    v_stale := array(
      select distinct b.id from public.bookings b join public.allocations al on al.booking_id = b.id
      where b.status = 'requested' and b.hold_expires_at <= now() and al.asset_id = any (v_asset_ids));
  end if;
  perform private.lock_assets(v_asset_ids || array(
    select al.asset_id from public.allocations al where al.booking_id = any (v_stale)));
  if v_stale <> '{}' then
    perform private.expire(v_stale);
  end if;
end;
$$;
comment on function private.lock_parts is 'Locks the assets of a resource and ends the holds on them that ran out.';

create function private.occupy(
  p_resource_id uuid,
  p_quantity integer,
  p_blocked tstzrange,
  p_kind text,
  p_booking_id uuid default null,
  p_closure_id uuid default null
) returns boolean
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_stock integer;
  v_wanted integer;
  v_taken integer;
begin
  perform private.lock_parts(p_resource_id);
  -- From here on stock and guards cannot change under us. Null means all there is (a closure).
  select min(a.quantity / ra.quantity) into v_stock
  from public.resource_assets ra join public.assets a on a.id = ra.asset_id
  where ra.resource_id = p_resource_id;
  if v_stock is null or v_stock = 0 or p_quantity > v_stock then
    perform private.fail('BKCAP', 'There are not so many.', 'p_quantity',
      jsonb_build_object('free', coalesce(v_stock, 0), 'stock', coalesce(v_stock, 0)));
  end if;
  -- "on conflict do nothing" lets the constraint decide without raising.
  with wanted as (
    select a.id, a.exclusive, ra.quantity * coalesce(p_quantity, v_stock) as quantity
    from public.resource_assets ra join public.assets a on a.id = ra.asset_id
    where ra.resource_id = p_resource_id
  ),
  taken as (
    insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id, closure_id)
    select w.id, w.exclusive, w.quantity, p_blocked, p_kind, p_booking_id, p_closure_id
    from wanted w
    order by w.id
    on conflict do nothing
    returning 1
  )
  select (select count(*) from wanted), (select count(*) from taken) into v_wanted, v_taken;
  return v_taken = v_wanted;
end;
$$;
comment on function private.occupy is
  'Occupies every asset of a resource for a half-open period, for a booking or a closure (p_quantity null: all of it); false when an exclusive one is taken, raises BKCAP when a pile is short. The caller must undo on false.';

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
  'Occupies what a booking takes, with the buffers of its resource; false when taken. Its row may follow later in the transaction.';

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
  v_hold_hours integer;
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
  if v_minutes < v_resource.min_minutes then
    perform private.fail('BKLEN', 'Too short.', 'p_ends_at',
      jsonb_build_object('reason', 'too_short', 'min_minutes', v_resource.min_minutes));
  end if;
  if v_minutes > v_resource.max_minutes then
    perform private.fail('BKLEN', 'Too long.', 'p_ends_at',
      jsonb_build_object('reason', 'too_long', 'max_minutes', v_resource.max_minutes));
  end if;
  if p_starts_at < now() + make_interval(mins => v_resource.lead_minutes) and v_resource.lead_minutes > 0 then
    perform private.fail('BKLED', 'Too soon.', 'p_starts_at',
      jsonb_build_object('reason', 'too_soon', 'lead_minutes', v_resource.lead_minutes));
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

  select coalesce(v_resource.hold_hours, p.hold_hours) into v_hold_hours from public.pools p where p.id = v_resource.pool_id;
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
      else greatest(least(now() + make_interval(hours => v_hold_hours), p_starts_at), now() + interval '15 minutes') end,
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

create function private.lock_booking(p_booking_id uuid) returns public.bookings
language plpgsql
volatile
-- definer: locks a row the asker has no update right on; tells nothing to those who may not see it
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings;
begin
  perform private.require_person();
  select * into v_booking from public.bookings where id = p_booking_id for update;
  if not found
     or not (v_booking.organisation_id in (select private.my_organisation_ids())
             or v_booking.owner_id in (select private.my_organisation_ids(array['approver', 'admin']))
             or v_booking.pool_id in (select private.my_staffed_pool_ids())) then
    perform private.fail('NTFND', 'There is no such booking.', 'p_booking_id');
  end if;
  return v_booking;
end;
$$;
comment on function private.lock_booking is 'Locks and returns a booking the signed-in person may see. Raises LOGIN, NTFND.';

create function private.require_decider(p_booking public.bookings) returns void
language plpgsql
stable
-- definer: reads organisations for their status
security definer
set search_path = ''
as $$
begin
  if p_booking.owner_id not in (select private.my_organisation_ids(array['approver', 'admin'])) then
    perform private.fail('DNIED', 'Only the owner''s approvers decide.');
  end if;
  if (select o.status from public.organisations o where o.id = p_booking.owner_id) <> 'admitted' then
    perform private.fail('ORGST', 'This organisation cannot lend at the moment.');
  end if;
end;
$$;

create function private.require_status(p_booking public.bookings, p_statuses text[]) returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_booking.status <> all (p_statuses) then
    perform private.fail('BKSTA', 'The booking has moved on.', null, jsonb_build_object('status', p_booking.status));
  end if;
end;
$$;

create function private.act(
  p_booking public.bookings, p_status text, p_action text, p_side text, p_note text, p_hold_expires_at timestamptz default null
) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings;
begin
  update public.bookings
  set status = p_status,
      awaiting = case when p_status = 'requested' then case p_action when 'asked' then 'borrower' else 'owner' end end,
      hold_expires_at = case when p_status = 'requested' then coalesce(p_hold_expires_at, hold_expires_at) end,
      version = version + 1,
      updated_at = now(),
      last_action = p_action,
      last_side = p_side,
      last_actor_id = auth.uid(),
      last_note = p_note
  where id = p_booking.id
  returning * into v_booking;
  return v_booking;
end;
$$;
comment on function private.act is 'Writes one act on a locked booking; the trigger checks the transition and writes log and outbox.';

create function public.approve_booking(p_booking_id uuid, p_note text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
begin
  perform private.require_decider(v_booking);
  perform private.require_status(v_booking, array['requested']);
  if v_booking.ends_at <= now() then
    perform private.fail('BKSTA', 'It is over already.', null, jsonb_build_object('status', v_booking.status, 'reason', 'over'));
  end if;
  if (select o.status from public.organisations o where o.id = v_booking.organisation_id) <> 'admitted' then
    perform private.fail('ORGST', 'Who asks cannot borrow at the moment.', null, jsonb_build_object('reason', 'borrower'));
  end if;
  -- Approval is a second booking moment. A hold already stands in the table; where none does, the
  -- slot is taken now and meets the same guards as everybody else.
  perform private.lock_assets(array(select al.asset_id from public.allocations al where al.booking_id = v_booking.id));
  update public.allocations set kind = 'booking' where booking_id = v_booking.id;
  if not found and not private.occupy_booking(v_booking, 'booking') then
    perform private.fail('BKOVL', 'That time has been taken meanwhile.', 'p_booking_id');
  end if;
  return private.act(v_booking, 'approved', 'approved', 'owner', v_note);
end;
$$;
comment on function public.approve_booking is
  'Approves a request; approvers and admins of the owner. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, BKOVL, BKCAP, INPUT.';
grant execute on function public.approve_booking to authenticated;

create function public.decline_booking(p_booking_id uuid, p_note text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
begin
  perform private.require_decider(v_booking);
  perform private.require_status(v_booking, array['requested']);
  perform private.release(array[v_booking.id]);
  return private.act(v_booking, 'declined', 'declined', 'owner', v_note);
end;
$$;
comment on function public.decline_booking is
  'Declines a request and frees its slot; approvers and admins of the owner; p_note is the reason the borrower reads. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT.';
grant execute on function public.decline_booking to authenticated;

create function public.ask_about_booking(p_booking_id uuid, p_note text) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
begin
  perform private.require_decider(v_booking);
  perform private.require_status(v_booking, array['requested']);
  return private.act(v_booking, 'requested', 'asked', 'owner', private.require_text(p_note, 'p_note', 2000),
    -- the borrower gets two days to answer, but the hold still ends when the booking would start
    greatest(v_booking.hold_expires_at, least(now() + interval '48 hours', v_booking.starts_at)));
end;
$$;
comment on function public.ask_about_booking is
  'Asks the borrower something; the request stays and its hold lasts at least 48 more hours (not past its start). Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT.';
grant execute on function public.ask_about_booking to authenticated;

create function public.answer_booking(p_booking_id uuid, p_note text) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
begin
  if v_booking.organisation_id not in (select private.my_organisation_ids()) then
    perform private.fail('DNIED', 'Only the borrower answers.');
  end if;
  perform private.require_status(v_booking, array['requested']);
  return private.act(v_booking, 'requested', 'answered', 'borrower', private.require_text(p_note, 'p_note', 2000),
    -- the owner gets two days to read an answer; a word nobody asked for lengthens nothing
    case when v_booking.awaiting = 'borrower'
      then greatest(v_booking.hold_expires_at, least(now() + interval '48 hours', v_booking.starts_at)) end);
end;
$$;
comment on function public.answer_booking is
  'The borrower answers or adds a word; it is the owner''s turn again. Raises LOGIN, NTFND, DNIED, BKSTA, INPUT.';
grant execute on function public.answer_booking to authenticated;

create function public.cancel_booking(p_booking_id uuid, p_note text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_side text;
begin
  if v_booking.organisation_id in (select private.my_organisation_ids(array['approver', 'admin']))
     or (v_booking.requested_by = auth.uid()
         and v_booking.organisation_id in (select private.my_organisation_ids())) then
    v_side := 'borrower';
  elsif v_booking.owner_id in (select private.my_organisation_ids(array['approver', 'admin'])) then
    v_side := 'owner';
  else
    perform private.fail('DNIED', 'Who asked, or their approvers, may cancel.');
  end if;
  perform private.require_status(v_booking,
    case v_side when 'owner' then array['approved'] else array['requested', 'approved'] end);
  if v_booking.ends_at <= now() then
    perform private.fail('BKSTA', 'It is over already.', null, jsonb_build_object('status', v_booking.status, 'reason', 'over'));
  end if;
  perform private.release(array[v_booking.id]);
  return private.act(v_booking, 'cancelled', 'cancelled', v_side, v_note);
end;
$$;
comment on function public.cancel_booking is
  'Cancels a request or booking that is not over and frees its slot: who asked, the borrower''s approvers and admins, or (approved ones) the owner''s. Raises LOGIN, NTFND, DNIED, BKSTA, INPUT.';
grant execute on function public.cancel_booking to authenticated;

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
  if not private.occupy(p_resource_id, null, tstzrange(p_starts_at, p_ends_at, '[)'), 'closure', null, v_closure.id) then
    perform private.fail('BKOVL', 'Bookings or requests stand in that time.', 'p_starts_at');
  end if;
  return v_closure;
end;
$$;
comment on function public.close_resource is
  'The owner takes a resource out of lending for a half-open period (all of it); approvers and admins. Refused while requests or bookings stand there. Raises LOGIN, NTFND, DNIED, INPUT, BKLEN, BKLED, BKOVL, BKCAP.';
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
begin
  perform private.require_person();
  select c.* into v_closure from public.closures c where c.id = p_closure_id for update;
  if not found then
    perform private.fail('NTFND', 'There is no such closure.', 'p_closure_id');
  end if;
  select organisation_id into v_organisation_id from public.resources where id = v_closure.resource_id;
  perform private.require_role(v_organisation_id, array['approver', 'admin']);
  perform private.lock_assets(array(select al.asset_id from public.allocations al where al.closure_id = p_closure_id));
  delete from public.allocations where closure_id = p_closure_id;
  update public.closures set reopened_at = coalesce(reopened_at, now()) where id = p_closure_id returning * into v_closure;
  return v_closure;
end;
$$;
comment on function public.reopen_resource is 'Takes a closure back; approvers and admins of the owner. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.reopen_resource to authenticated;
