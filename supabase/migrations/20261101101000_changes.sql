-- Other times or another number for what was asked for or promised. The booking stays valid as it is
-- until the owner grants the change; what the change needs beyond it is held meanwhile
-- (allocations.change_id), so that a yes can be kept. Nobody is asked for less, nor for a thing that
-- nobody needs to be asked for.
create table public.booking_changes (
  id uuid primary key default gen_random_uuid(),
  booking_id uuid not null references public.bookings (id) on delete cascade,
  status text not null constraint booking_changes_status_check
    check (status in ('proposed', 'granted', 'declined', 'withdrawn', 'expired', 'dropped')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  quantity integer not null constraint booking_changes_quantity_check check (quantity >= 1),
  extras jsonb,
  price jsonb,
  from_starts_at timestamptz not null,
  from_ends_at timestamptz not null,
  from_quantity integer not null,
  from_price jsonb,
  note text constraint booking_changes_note_check check (char_length(note) <= 2000),
  proposed_by uuid references public.profiles (id) on delete set null,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  constraint booking_changes_period_check check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint booking_changes_open_check check (
    (status = 'proposed') = (expires_at is not null) and (status = 'proposed') = (decided_at is null))
);
alter table public.booking_changes enable row level security;
create index booking_changes_booking_id_idx on public.booking_changes (booking_id, created_at);
create index booking_changes_proposed_by_idx on public.booking_changes (proposed_by);
create unique index booking_changes_open_key on public.booking_changes (booking_id) where status = 'proposed';
create index booking_changes_expires_at_idx on public.booking_changes (expires_at) where status = 'proposed';
create policy select_parties on public.booking_changes for select to authenticated
  using (exists (select 1 from public.bookings b where b.id = booking_id));
-- No write grant: one function per intent.
grant select on public.booking_changes to authenticated, service_role;
comment on table public.booking_changes is
  'Changes of bookings: what was (from_), what is wished, and what became of it. One open wish for each booking.';
comment on column public.booking_changes.status is
  'proposed: the owner decides; granted (also at once, by nobody); declined; withdrawn or replaced by the borrower; expired; dropped: the booking ended before.';
comment on column public.booking_changes.expires_at is 'Until when what the change needs is held for it.';
comment on column public.booking_changes.price is 'What the booking costs after the change, as private.price told it then.';

alter table public.allocations add constraint allocations_change_id_fkey
  foreign key (change_id) references public.booking_changes (id) on delete cascade;

create function private.blocked_by(p_booking public.bookings, p_starts_at timestamptz, p_ends_at timestamptz) returns tstzrange
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_resource public.resources;
  v_has tstzrange;
begin
  select * into v_resource from public.resources where id = p_booking.resource_id;
  select range_merge(range_agg(al.blocked)) into v_has
  from public.allocations al where al.booking_id = p_booking.id and al.change_id is null;
  -- An end that does not move keeps what it was given: its old buffer, or what a late or early hand over made of it.
  return tstzrange(
    case when p_starts_at = p_booking.starts_at and v_has is not null then lower(v_has)
      else p_starts_at - make_interval(mins => v_resource.buffer_before_minutes) end,
    case when p_ends_at = p_booking.ends_at and v_has is not null then upper(v_has)
      else p_ends_at + make_interval(mins => v_resource.buffer_after_minutes) end, '[)');
end;
$$;
comment on function private.blocked_by is 'What a booking would block with other times, its buffers included.';

create function private.hold_change(p_change public.booking_changes, p_booking public.bookings) returns boolean
language plpgsql
volatile
-- definer: called from change_booking only
security definer
set search_path = ''
as $$
declare
  v_blocked tstzrange := private.blocked_by(p_booking, p_change.starts_at, p_change.ends_at);
  v_wanted integer;
  v_taken integer;
begin
  -- Of each asset only what the booking does not have: the time beyond its time, the number beyond its number.
  with wanted as (
    select part.asset_id, part.exclusive, piece.quantity, piece.blocked
    from (
      select a.id as asset_id, a.exclusive, ra.quantity * p_change.quantity as quantity
      from public.resource_assets ra join public.assets a on a.id = ra.asset_id
      where ra.resource_id = p_booking.resource_id
    ) part
    left join public.allocations has
      on has.booking_id = p_booking.id and has.change_id is null and has.asset_id = part.asset_id
    cross join lateral (
      select part.quantity, beyond.blocked
      from unnest(tstzmultirange(v_blocked) - coalesce(tstzmultirange(has.blocked), '{}')) as beyond (blocked)
      union all
      select part.quantity - has.quantity, v_blocked * has.blocked
      where part.quantity > has.quantity and v_blocked && has.blocked
    ) piece
  ),
  taken as (
    insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id, change_id)
    select w.asset_id, w.exclusive, w.quantity, w.blocked, 'hold', p_booking.id, p_change.id
    from wanted w
    order by w.asset_id, w.blocked
    on conflict do nothing
    returning 1
  )
  select (select count(*) from wanted), (select count(*) from taken) into v_wanted, v_taken;
  return v_taken = v_wanted;
end;
$$;
comment on function private.hold_change is
  'Holds what a change needs beyond its booking, under the locks of the assets; false when an exclusive one is taken, raises BKCAP when a pile is short. The caller must undo on false.';

create function private.move_booking(p_booking public.bookings, p_change public.booking_changes) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_blocked tstzrange := private.blocked_by(p_booking, p_change.starts_at, p_change.ends_at);
  v_kind text := case when p_booking.status in ('requested', 'offered') then 'hold' else 'booking' end;
  v_wanted integer;
  v_taken integer;
  v_booking public.bookings;
begin
  delete from public.allocations where booking_id = p_booking.id;
  with wanted as (
    select a.id, a.exclusive, ra.quantity * p_change.quantity as quantity
    from public.resource_assets ra join public.assets a on a.id = ra.asset_id
    where ra.resource_id = p_booking.resource_id
  ),
  taken as (
    insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
    select w.id, w.exclusive, w.quantity, v_blocked, v_kind, p_booking.id from wanted w order by w.id
    on conflict do nothing
    returning 1
  )
  select (select count(*) from wanted), (select count(*) from taken) into v_wanted, v_taken;
  if v_taken < v_wanted then
    perform private.fail('BKOVL', 'That time is taken.', 'p_starts_at');
  end if;
  perform private.fill_withdrawals(array(select ra.asset_id from public.resource_assets ra where ra.resource_id = p_booking.resource_id));
  update public.bookings
  set starts_at = p_change.starts_at, ends_at = p_change.ends_at, quantity = p_change.quantity,
      price = p_change.price, price_minor = (p_change.price ->> 'total_minor')::integer,
      kept_until = case when ends_at = p_change.ends_at then kept_until end,
      overdue_since = case when p_change.ends_at > now() then null else overdue_since end
  where id = p_booking.id
  returning * into v_booking;
  return v_booking;
end;
$$;
comment on function private.move_booking is
  'Gives a locked booking the times and the number of a change, under the locks of its assets, and meets the guards. Raises BKOVL, BKCAP. The act follows.';

create function private.details_of(p_change public.booking_changes) returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object('expires_at', p_change.expires_at)) || jsonb_build_object(
    'change_id', p_change.id,
    'from', jsonb_build_object('starts_at', p_change.from_starts_at, 'ends_at', p_change.from_ends_at, 'quantity', p_change.from_quantity),
    'to', jsonb_build_object('starts_at', p_change.starts_at, 'ends_at', p_change.ends_at, 'quantity', p_change.quantity))
$$;
comment on function private.details_of is 'What log and messages tell of a change: {change_id, expires_at (while open), from, to}.';

create function private.end_change(p_booking_id uuid, p_status text) returns public.booking_changes
language plpgsql
volatile
-- definer: nobody holds a write grant on booking_changes and allocations
security definer
set search_path = ''
as $$
declare
  v_change public.booking_changes;
  v_asset_ids uuid[];
begin
  update public.booking_changes set status = p_status, expires_at = null, decided_at = clock_timestamp()
  where booking_id = p_booking_id and status = 'proposed'
  returning * into v_change;
  if found then
    v_asset_ids := array(select distinct al.asset_id from public.allocations al where al.change_id = v_change.id);
    delete from public.allocations where change_id = v_change.id;
    perform private.fill_withdrawals(v_asset_ids);
  end if;
  return v_change;
end;
$$;
comment on function private.end_change is
  'Ends the open change of a locked booking, if there is one, and frees what was held for it. The caller holds the locks of the assets.';

create function private.tg_bookings__drop_change() returns trigger
language plpgsql
-- definer: nobody holds a write grant on booking_changes
security definer
set search_path = ''
as $$
begin
  perform private.end_change(new.id, 'dropped');
  return null;
end;
$$;
create trigger t40_drop_change after update of status on public.bookings
  for each row when (old.status in ('approved', 'handed_over') and new.status not in ('approved', 'handed_over'))
  execute function private.tg_bookings__drop_change();

create function private.expire_changes(p_change_ids uuid[]) returns integer
language plpgsql
volatile
-- definer: called from expire_holds and lock_parts only
security definer
set search_path = ''
as $$
declare
  v_bookings public.bookings[];
  v_booking public.bookings;
  v_change public.booking_changes;
  v_ended integer := 0;
begin
  -- skip locked: what is being decided right now is left to whoever decides. All bookings first, then all assets.
  v_bookings := array(
    select b from public.bookings b
    where b.id in (select c.booking_id from public.booking_changes c where c.id = any (p_change_ids))
    order by b.id
    for update skip locked);
  perform private.lock_assets(private.assets_around(array(
    select al.asset_id from unnest(v_bookings) b join public.allocations al on al.booking_id = b.id)));
  foreach v_booking in array v_bookings loop
    if exists (select 1 from public.booking_changes c
               where c.booking_id = v_booking.id and c.status = 'proposed' and c.expires_at <= now()) then
      v_change := private.end_change(v_booking.id, 'expired');
      perform private.act(v_booking, v_booking.status, 'change_expired', 'system', null, null, private.details_of(v_change));
      v_ended := v_ended + 1;
    end if;
  end loop;
  return v_ended;
end;
$$;
comment on function private.expire_changes is
  'Ends those of the changes that nobody answered in time and frees what was held for them; returns how many.';
