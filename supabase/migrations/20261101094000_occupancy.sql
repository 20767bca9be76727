-- Occupancy is one table. Whatever takes an asset for a time (a booking, a request that holds its
-- slot, the owner's closure, with their buffers) is a row here, and two guards stand on the table
-- itself, so that no path goes around them:
--   stock of one: an exclusion constraint;
--   piles: a trigger that locks the asset and compares the peak of overlapping quantities with the
--   stock. Adding up all overlaps would refuse too much; counting without the lock is a race.
-- Whoever adds, changes or removes rows of an asset first locks the asset (private.lock_assets, in
-- the order of ids, after any booking or resource). So writers queue and never wait in a circle.

-- The owner's own use, maintenance, holidays.
create table public.closures (
  id uuid primary key default gen_random_uuid(),
  resource_id uuid not null references public.resources (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null default '' constraint closures_reason_check check (char_length(reason) <= 500),
  created_by uuid references public.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  reopened_at timestamptz,
  withdrawal boolean not null default false,
  constraint closures_period_check check (
    starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at))
);
alter table public.closures enable row level security;
create index closures_resource_id_idx on public.closures (resource_id, starts_at);
create index closures_created_by_idx on public.closures (created_by);
-- The few that take whatever gets free.
create index closures_withdrawal_idx on public.closures (resource_id) where withdrawal and reopened_at is null;
create policy select_owner on public.closures for select to authenticated
  using (resource_id in (
    select r.id from public.resources r
    where r.organisation_id = any (array(select private.my_organisation_ids()))
       or r.pool_id = any (array(select private.my_staffed_pool_ids()))));
grant select on public.closures to authenticated, service_role;
comment on table public.closures is 'Times in which the owner does not lend: own use, maintenance, holidays. Half-open.';
comment on column public.closures.withdrawal is
  'Stands beside bookings that were promised before (a thing broke), and takes what they give back.';

create table public.allocations (
  id bigint generated always as identity primary key,
  asset_id uuid not null,
  exclusive boolean not null,
  quantity integer not null constraint allocations_quantity_check check (quantity >= 1),
  blocked tstzrange not null constraint allocations_blocked_check check (
    -- an open end has no upper bound to ask isfinite about: null would pass
    not isempty(blocked) and lower_inc(blocked) and not upper_inc(blocked) and not upper_inf(blocked)
    and isfinite(lower(blocked)) and isfinite(upper(blocked))),
  kind text not null constraint allocations_kind_check check (kind in ('hold', 'booking', 'closure')),
  -- the foreign key to bookings follows with that table
  booking_id uuid,
  closure_id uuid references public.closures (id) on delete cascade,
  -- what a proposed change needs beyond its booking; the foreign key follows with that table
  change_id uuid,
  constraint allocations_source_check check ((booking_id is null) <> (closure_id is null)),
  constraint allocations_kind_source_check check ((kind = 'closure') = (closure_id is not null)),
  constraint allocations_change_check check (change_id is null or (booking_id is not null and kind = 'hold')),
  constraint allocations_exclusive_check check (not exclusive or quantity = 1),
  -- on update cascade: when a single thing becomes a pile, its allocations change sides in the same
  -- statement and meet the other guard there
  constraint allocations_asset_fkey foreign key (asset_id, exclusive)
    references public.assets (id, exclusive) on update cascade,
  constraint allocations_asset_id_blocked_excl
    exclude using gist (asset_id with =, blocked with &&) where (exclusive)
);
alter table public.allocations enable row level security;
create index allocations_pile_idx on public.allocations using gist (asset_id, blocked) where not exclusive;
-- No index on blocked alone: what is free is asked asset by asset, so that no plan would use it.
create index allocations_booking_id_idx on public.allocations (booking_id);
create index allocations_closure_id_idx on public.allocations (closure_id);
create index allocations_change_id_idx on public.allocations (change_id);
-- What is there of a single thing never overlaps, so the last that begins before a period's end says
-- whether the thing is free in it: one step down this tree, half the time of a probe of the exclusion index.
create index allocations_asset_idx on public.allocations (asset_id, exclusive, lower(blocked)) include (blocked);
create policy select_owner on public.allocations for select to authenticated
  using (asset_id in (
    select a.id from public.assets a where a.organisation_id = any (array(select private.my_organisation_ids()))));
-- No write grant: only the intents occupy. Borrowers see occupancy through resource_calendar, without names.
grant select on public.allocations to authenticated, service_role;
comment on table public.allocations is 'The rows that make a booking, a hold or a closure occupy an asset; buffers included.';
comment on column public.allocations.blocked is 'Half-open period with the buffers before and after.';
comment on column public.allocations.exclusive is 'Copy of assets.exclusive, kept true by the foreign key; chooses the guard.';

create function private.peak_quantity(p_asset_id uuid, p_blocked tstzrange, p_except_id bigint default null) returns integer
language plpgsql
stable
-- definer: callers may not read allocations
security definer
set search_path = ''
as $$
begin
  -- +quantity where an allocation starts, -quantity where it ends; at the same instant the end
  -- comes first because periods are half-open
  return (
    select coalesce(max(load), 0)::integer
    from (
      select sum(e.delta) over (order by e.at, e.delta rows unbounded preceding) as load
      from public.allocations al
      cross join lateral (values
        (greatest(lower(al.blocked), lower(p_blocked)), al.quantity),
        (upper(al.blocked), -al.quantity)) as e (at, delta)
      where al.asset_id = p_asset_id and not al.exclusive
        and al.blocked && p_blocked
        and al.id is distinct from p_except_id
    ) sweep);
end;
$$;
comment on function private.peak_quantity is
  'The most units of a pile in use at any instant of p_blocked (half-open), not counting allocation p_except_id.';
grant execute on function private.peak_quantity to anon, authenticated, service_role;

create function private.require_read_committed() returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  -- Under repeatable read a count could look at an old snapshot although the lock is held.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = '0A000', message = 'Counting a pile needs isolation level read committed.';
  end if;
end;
$$;

create function private.lock_assets(p_asset_ids uuid[]) returns void
language plpgsql
volatile
-- definer: locks rows the asker has no update right on
security definer
set search_path = ''
as $$
begin
  perform 1 from public.assets where id = any (p_asset_ids) order by id for no key update;
end;
$$;
comment on function private.lock_assets is
  'Locks assets in the order of their ids; the statement after it sees what earlier holders committed.';

create function private.tg_allocations__guard_pile() returns trigger
language plpgsql
-- definer: the count must see every allocation, whoever writes
security definer
set search_path = ''
as $$
declare
  v_stock integer;
  v_peak integer;
begin
  perform private.require_read_committed();
  -- The lock makes writers of one pile wait for each other; the statement after it sees what the
  -- one before committed.
  select quantity into v_stock from public.assets where id = new.asset_id for no key update;
  v_peak := private.peak_quantity(new.asset_id, new.blocked, case when tg_op = 'UPDATE' then new.id end);
  if v_peak + new.quantity > v_stock then
    perform private.fail('BKCAP', 'Not so many are free in that period.', 'p_quantity',
      jsonb_build_object('free', greatest(v_stock - v_peak, 0)));
  end if;
  return new;
end;
$$;
create trigger t10_guard_pile before insert or update of asset_id, exclusive, quantity, blocked on public.allocations
  for each row when (not new.exclusive) execute function private.tg_allocations__guard_pile();

create function private.tg_assets__guard_stock() returns trigger
language plpgsql
-- definer: the count must see every allocation
security definer
set search_path = ''
as $$
declare
  v_peak integer;
begin
  perform private.require_read_committed();
  -- Only what is still to come counts: a pile that shrinks does not rewrite the past.
  v_peak := private.peak_quantity(new.id, tstzrange(now(), 'infinity', '[)'));
  if v_peak > new.quantity then
    perform private.fail('BKCAP', 'More than that are promised to bookings.', 'p_quantity',
      jsonb_build_object('promised', v_peak));
  end if;
  return new;
end;
$$;
create trigger t10_guard_stock before update of quantity on public.assets
  for each row when (new.quantity < old.quantity) execute function private.tg_assets__guard_stock();

-- plpgsql, although it is one query: a language sql function with a search_path is planned anew in
-- every call, and this one is called for each row of a page. The peak stands inline for the same reason.
create function private.free_quantity(p_resource_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns integer
language plpgsql
stable
-- definer: tells how many, never who
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(min(
      case
        when part.exclusive then
          case when exists (
            select 1 from public.allocations al
            where al.asset_id = part.asset_id and al.exclusive and al.blocked && part.blocked)
          then 0 else 1 end
        else greatest(part.stock - (
          -- as private.peak_quantity
          select coalesce(max(sweep.load), 0)
          from (
            select sum(e.delta) over (order by e.at, e.delta rows unbounded preceding) as load
            from public.allocations al
            cross join lateral (values
              (greatest(lower(al.blocked), lower(part.blocked)), al.quantity),
              (upper(al.blocked), -al.quantity)) as e (at, delta)
            where al.asset_id = part.asset_id and not al.exclusive and al.blocked && part.blocked
          ) sweep), 0)
      end / part.per_unit), 0)::integer
    from (
      select a.id as asset_id, a.exclusive, a.quantity as stock, ra.quantity as per_unit,
        tstzrange(
          p_starts_at - make_interval(mins => r.buffer_before_minutes),
          p_ends_at + make_interval(mins => r.buffer_after_minutes), '[)') as blocked
      from public.resources r
      join public.resource_assets ra on ra.resource_id = r.id
      join public.assets a on a.id = ra.asset_id
      where r.id = p_resource_id
    ) part);
end;
$$;
comment on function private.free_quantity is
  'How many units of a resource are free during the whole half-open period, its own buffers included.';
grant execute on function private.free_quantity to anon, authenticated, service_role;
