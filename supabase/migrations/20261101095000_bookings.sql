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
  counted_days integer not null constraint bookings_counted_days_check check (counted_days >= 0),
  quantity integer not null constraint bookings_quantity_check check (quantity >= 1),
  purpose text not null default '' constraint bookings_purpose_check check (char_length(purpose) <= 2000),
  -- one of booking_transitions, as are last_action and last_side
  status text not null,
  awaiting text constraint bookings_awaiting_check check (awaiting in ('owner', 'borrower')),
  hold_expires_at timestamptz,
  -- what really happened, where it differs from the agreed period
  handed_over_at timestamptz,
  handover_key text constraint bookings_handover_key_check check (char_length(handover_key) between 1 and 200),
  overdue_since timestamptz,
  returned_at timestamptz,
  return_key text constraint bookings_return_key_check check (char_length(return_key) between 1 and 200),
  return_condition text constraint bookings_return_condition_check
    check (return_condition in ('fine', 'damaged', 'incomplete')),
  kept_from timestamptz,
  kept_until timestamptz,
  decision jsonb,
  price jsonb,
  price_minor integer,
  idempotency_key text constraint bookings_idempotency_key_check check (char_length(idempotency_key) between 1 and 200),
  version integer not null default 1,
  last_action text not null,
  last_side text not null,
  last_actor_id uuid references public.profiles (id) on delete set null,
  last_note text constraint bookings_last_note_check check (char_length(last_note) <= 2000),
  last_details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint bookings_period_check check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint bookings_awaiting_status_check check ((awaiting is not null) = (status in ('requested', 'offered'))),
  constraint bookings_returned_check check ((status = 'returned') = (returned_at is not null)
    and (returned_at is null) = (return_condition is null)),
  constraint bookings_handed_over_check check (status <> 'handed_over' or handed_over_at is not null),
  constraint bookings_requested_by_idempotency_key_key unique (requested_by, idempotency_key)
);
alter table public.bookings enable row level security;
create index bookings_pool_id_idx on public.bookings (pool_id, starts_at);
create index bookings_resource_id_idx on public.bookings (resource_id, starts_at);
create index bookings_owner_id_idx on public.bookings (owner_id, starts_at);
-- What quotas add up stands in the index itself: a club's year is then nine pages and not one for each booking.
create index bookings_organisation_id_idx on public.bookings (organisation_id, starts_at)
  include (id, ends_at, status, owner_id, resource_id, counted_days, hold_expires_at);
create index bookings_last_actor_id_idx on public.bookings (last_actor_id);
-- Whose name the owner may read, and what was decided last.
create index bookings_requested_by_idx on public.bookings (requested_by, owner_id);
create index bookings_decided_idx on public.bookings (owner_id, updated_at desc);
-- Only the few open requests: the inbox, and the sweep of holds that ran out.
create index bookings_open_idx on public.bookings (owner_id, created_at) where status = 'requested';
create index bookings_hold_expires_at_idx on public.bookings (hold_expires_at) where status in ('requested', 'offered');
-- What is out: the page of hand overs, and the sweep of what is late.
create index bookings_out_idx on public.bookings (ends_at) where status = 'handed_over';
-- How often an organisation brought back what an owner lent it.
create index bookings_returned_idx on public.bookings (owner_id, organisation_id) where status = 'returned';
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
comment on column public.bookings.awaiting is
  'Whose turn it is: while requested the owner decides or the borrower answers a question; while offered the borrower accepts.';
comment on column public.bookings.counted_days is
  'How many days it counts, as its resource counted them when the period was agreed (private.counted_days): what quotas add up.';
comment on column public.bookings.version is 'Counts acts; the trigger appends each to booking_log with the last_ columns.';
comment on column public.bookings.hold_expires_at is 'Until when an undecided request or an offered slot keeps its slot.';
comment on column public.bookings.last_details is 'What else belongs to the last act: {from, to} of a change, condition of a return, reason of a decision.';
comment on column public.bookings.handed_over_at is 'When the thing changed hands, as the owner says; may be before starts_at.';
comment on column public.bookings.returned_at is 'When it came back, as the owner says; ends_at stays what was agreed.';
comment on column public.bookings.overdue_since is 'Its agreed end, once it is late; stays when it comes back.';
comment on column public.bookings.kept_from is 'Occupied from here instead of starts_at with its buffer: handed over early.';
comment on column public.bookings.kept_until is 'Occupied until here instead of ends_at with its buffer: late, or returned.';
comment on column public.bookings.decision is
  'Who was to say yes when it was asked for, and why: {by: instant, standing or approver; reason; params}, as check_booking tells it.';
comment on column public.bookings.price is 'What was quoted when it was asked for, with its lines, as check_booking tells it; null: nothing was.';
comment on column public.bookings.price_minor is 'The quoted total in minor currency units; null where nothing was or could be quoted.';

-- deferrable: a slot is taken before its booking is written, so that who loses it has written nothing
alter table public.allocations add constraint allocations_booking_id_fkey
  foreign key (booking_id) references public.bookings (id) on delete cascade deferrable initially deferred;

-- Which status may follow which, and which side may do it. The words themselves are checked here and not
-- again with every booking: a trigger lets only these rows happen, and the checks of an INSERT are read
-- from their stored text each time.
create table private.booking_transitions (
  id smallint generated always as identity primary key,
  from_status text,
  to_status text not null constraint booking_transitions_to_status_check
    check (to_status in ('requested', 'offered', 'approved', 'handed_over', 'returned', 'no_show',
      'declined', 'passed_over', 'cancelled', 'expired')),
  action text not null constraint booking_transitions_action_check
    check (action in ('requested', 'approved', 'declined', 'asked', 'answered', 'cancelled', 'expired',
      'offered', 'accepted', 'passed_over',
      'changed', 'change_proposed', 'change_granted', 'change_declined', 'change_withdrawn', 'change_expired',
      'handed_over', 'overdue', 'damaged', 'returned', 'no_show')),
  side text not null constraint booking_transitions_side_check check (side in ('borrower', 'owner', 'system')),
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
  ('approved', 'cancelled', 'cancelled', 'owner'),
  -- a slot that got free is offered to who waits for it
  (null, 'offered', 'offered', 'system'),
  ('offered', 'requested', 'accepted', 'borrower'),
  ('offered', 'approved', 'accepted', 'borrower'),
  ('offered', 'cancelled', 'cancelled', 'borrower'),
  ('offered', 'expired', 'expired', 'system'),
  -- of requests that compete one is approved, and those that no longer fit are told
  ('requested', 'passed_over', 'passed_over', 'system'),
  -- other times or another number
  ('requested', 'requested', 'changed', 'borrower'),
  ('approved', 'approved', 'changed', 'borrower'),
  ('handed_over', 'handed_over', 'changed', 'borrower'),
  ('approved', 'approved', 'change_proposed', 'borrower'),
  ('handed_over', 'handed_over', 'change_proposed', 'borrower'),
  ('approved', 'approved', 'change_granted', 'owner'),
  ('handed_over', 'handed_over', 'change_granted', 'owner'),
  ('approved', 'approved', 'change_declined', 'owner'),
  ('handed_over', 'handed_over', 'change_declined', 'owner'),
  ('approved', 'approved', 'change_withdrawn', 'borrower'),
  ('handed_over', 'handed_over', 'change_withdrawn', 'borrower'),
  ('approved', 'approved', 'change_expired', 'system'),
  ('handed_over', 'handed_over', 'change_expired', 'system'),
  -- out and back; who forgot to note the hand over may still note the return
  ('approved', 'handed_over', 'handed_over', 'owner'),
  ('handed_over', 'returned', 'returned', 'owner'),
  ('approved', 'returned', 'returned', 'owner'),
  ('handed_over', 'handed_over', 'overdue', 'system'),
  ('approved', 'no_show', 'no_show', 'owner'),
  ('approved', 'no_show', 'no_show', 'system'),
  ('approved', 'approved', 'damaged', 'borrower'),
  ('handed_over', 'handed_over', 'damaged', 'borrower'),
  ('handed_over', 'handed_over', 'damaged', 'owner'),
  ('returned', 'returned', 'damaged', 'borrower'),
  ('returned', 'returned', 'damaged', 'owner');

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
  details jsonb not null default '{}',
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
  insert into public.booking_log (booking_id, version, at, action, side, from_status, to_status, actor_id, note, details)
  select new.id, new.version, new.updated_at, t.action, t.side, t.from_status, t.to_status,
    new.last_actor_id, new.last_note, new.last_details
  from private.booking_transitions t
  where t.from_status is not distinct from v_from and t.to_status = new.status
    and t.action = new.last_action and t.side = new.last_side;
  if not found then
    perform private.fail('BKSTA', 'A booking cannot go that way.', null,
      jsonb_build_object('status', v_from, 'action', new.last_action));
  end if;
  insert into private.outbox (topic, booking_id, actor_id, payload)
  values (
    'booking_' || case
      when v_from is null and new.status = 'approved' then 'booked'
      -- an offer that is taken is a request or a booking like any other; one that is not concerns nobody else
      when v_from = 'offered' then case new.status
        when 'approved' then 'booked' when 'requested' then 'requested'
        when 'expired' then 'offer_expired' else 'offer_declined' end
      else new.last_action end,
    new.id, new.last_actor_id,
    new.last_details
      || jsonb_strip_nulls(jsonb_build_object('version', new.version, 'side', new.last_side, 'note', new.last_note)));
  return null;
end;
$$;
create trigger t50_act after insert or update of status, version, last_action, last_side, last_note on public.bookings
  for each row execute function private.tg_bookings__act();

create function private.tg_bookings__days() returns trigger
language plpgsql
-- definer: see counted_days
security definer
set search_path = ''
as $$
begin
  if new.counted_days is null or (tg_op = 'UPDATE'
      and (new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at)) then
    select private.counted_days(t, new.pool_id, p.time_zone, new.starts_at, new.ends_at) into new.counted_days
    from public.effective_terms t cross join public.pools p
    where t.resource_id = new.resource_id and p.id = new.pool_id;
  end if;
  return new;
end;
$$;
create trigger t20_days before insert or update of starts_at, ends_at, counted_days on public.bookings
  for each row execute function private.tg_bookings__days();

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

-- A promise does not become unreadable when its thing is no longer listed or one of its sides is
-- suspended: who lends or borrows keeps reading what and with whom.
create policy select_borrower on public.resources for select to authenticated
  using (
    not listed and exists (
      select 1 from public.bookings b
      where b.resource_id = resources.id and b.organisation_id = any (array(select private.my_organisation_ids()))
      offset 0)
  );
create policy select_parties on public.organisations for select to authenticated
  using (
    status <> 'admitted' and exists (
      select 1 from public.bookings b
      where (b.owner_id = organisations.id and b.organisation_id = any (array(select private.my_organisation_ids())))
         or (b.organisation_id = organisations.id
             and b.owner_id = any (array(select private.my_organisation_ids(array['approver', 'admin']))))
      offset 0)
  );
