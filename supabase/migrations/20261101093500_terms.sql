-- Lending terms: what an owner's rules say about when, how long and for whom. A row says something
-- for a whole pool, for all resources of an organisation, or for one resource; null is "as the level
-- above says". What it comes to for each resource stands in effective_terms, so that a booking
-- reads one row. Lists (opening hours, parts of the day, tariffs) belong to the row whose scalar
-- (opening, period_kind, price_mode, audience) chose them and replace those above as a whole;
-- quotas and confirmations of all levels count together.
create table public.terms (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid not null references public.pools (id) on delete cascade,
  organisation_id uuid,
  resource_id uuid,
  -- which periods can be had
  period_kind text constraint terms_period_kind_check check (period_kind in ('minutes', 'slots', 'parts', 'days')),
  slot_minutes integer constraint terms_slot_minutes_check check (slot_minutes between 5 and 1440 and 1440 % slot_minutes = 0),
  slot_starts_at time,
  pickup_at time,
  return_at time,
  day_count text constraint terms_day_count_check check (day_count in ('calendar', 'started', 'open')),
  -- how long, how early, how far ahead
  min_minutes integer constraint terms_min_minutes_check check (min_minutes between 1 and 527040),
  max_minutes integer constraint terms_max_minutes_check check (max_minutes between 1 and 527040),
  min_days integer constraint terms_min_days_check check (min_days between 1 and 366),
  max_days integer constraint terms_max_days_check check (max_days between 1 and 366),
  lead_minutes integer constraint terms_lead_minutes_check check (lead_minutes between 0 and 527040),
  lead_working_days integer constraint terms_lead_working_days_check check (lead_working_days between 0 and 250),
  horizon_days integer constraint terms_horizon_days_check check (horizon_days between 1 and 1095),
  -- when it is open
  opening text constraint terms_opening_check check (opening in ('always', 'hours')),
  hours_apply text constraint terms_hours_apply_check check (hours_apply in ('use', 'handover')),
  closed_on_public_holidays boolean,
  closed_in_school_holidays boolean,
  pickups_per_day integer constraint terms_pickups_per_day_check check (pickups_per_day between 1 and 1000),
  -- for whom
  audience text constraint terms_audience_check check (audience in ('pool', 'chosen', 'own', 'own_first')),
  own_first_days integer constraint terms_own_first_days_check check (own_first_days between 1 and 366),
  -- how it is asked for
  request_mode text constraint terms_request_mode_check check (request_mode in ('hold', 'compete')),
  hold_hours integer constraint terms_hold_hours_check check (hold_hours between 1 and 720),
  no_show_minutes integer constraint terms_no_show_minutes_check check (no_show_minutes between 10 and 10080),
  -- what it costs
  price_mode text constraint terms_price_mode_check check (price_mode in ('free', 'donation', 'tariff', 'on_request')),
  deposit_minor integer constraint terms_deposit_minor_check check (deposit_minor between 0 and 100000000),
  deposit_per_item boolean,
  cleaning_minor integer constraint terms_cleaning_minor_check check (cleaning_minor between 0 and 100000000),
  cancel_free_days integer constraint terms_cancel_free_days_check check (cancel_free_days between 0 and 366),
  cancel_fee_percent integer constraint terms_cancel_fee_percent_check check (cancel_fee_percent between 0 and 100),
  updated_at timestamptz not null default now(),
  constraint terms_scope_key unique nulls not distinct (pool_id, organisation_id, resource_id),
  constraint terms_scope_check check (resource_id is null or organisation_id is not null),
  constraint terms_minutes_check check (min_minutes <= max_minutes),
  constraint terms_days_check check (min_days <= max_days),
  constraint terms_slots_check check ((period_kind is not distinct from 'slots') = (slot_minutes is not null)),
  constraint terms_pickup_check check (
    (period_kind is not distinct from 'days') = (pickup_at is not null) and (pickup_at is null) = (return_at is null)),
  constraint terms_own_first_check check ((audience is not distinct from 'own_first') = (own_first_days is not null)),
  constraint terms_organisation_id_fkey foreign key (organisation_id, pool_id)
    references public.organisations (id, pool_id) on delete cascade,
  constraint terms_resource_id_fkey foreign key (resource_id) references public.resources (id) on delete cascade
);
alter table public.terms enable row level security;
create index terms_organisation_id_idx on public.terms (organisation_id, pool_id);
create unique index terms_resource_id_key on public.terms (resource_id);
-- A rule is no secret: borrowers read them before they ask.
create policy select_everyone on public.terms for select to anon, authenticated using (true);
-- No write grant: set_terms writes.
grant select on public.terms to anon, authenticated, service_role;
comment on table public.terms is
  'Lending terms of a pool (organisation_id and resource_id null), an organisation or a resource; null means as the level above says.';
comment on column public.terms.period_kind is
  'minutes: any; slots: a grid of slot_minutes from slot_starts_at; parts: named parts of the day (day_parts); days: from pickup_at to return_at of any later or the same day. Wall time of the pool.';
comment on column public.terms.day_count is
  'How days are counted: calendar (each date touched), started (each 24 hours begun, in wall time), open (each date touched that is not closed).';
comment on column public.terms.min_minutes is 'Shortest booking in minutes that really pass.';
comment on column public.terms.max_minutes is 'Longest booking in minutes that really pass.';
comment on column public.terms.min_days is 'Least days, counted as day_count says.';
comment on column public.terms.max_days is 'Most days, counted as day_count says.';
comment on column public.terms.lead_minutes is 'A booking must start at least this many minutes after it is asked for.';
comment on column public.terms.lead_working_days is
  'At least this many whole working days (no Saturday, Sunday, public holiday) lie between the date of asking and the date of the start.';
comment on column public.terms.horizon_days is 'A booking must start within so many days from today (pool time).';
comment on column public.terms.opening is 'always, or hours: the opening_hours of this row count.';
comment on column public.terms.hours_apply is
  'use: the whole period must be open; handover: only its start and its end must be, closed times between may be crossed.';
comment on column public.terms.pickups_per_day is 'How many bookings may start on one date, over all resources that get this number from the same row.';
comment on column public.terms.audience is
  'Who may book: everyone in the pool, organisations chosen in terms_organisations (and one''s own), one''s own, or one''s own first until own_first_days before the start.';
comment on column public.terms.request_mode is 'hold: a request keeps its slot; compete: requests stand side by side and approval of one answers the others.';
comment on column public.terms.hold_hours is 'How long an undecided request keeps its slot, in hours.';
comment on column public.terms.no_show_minutes is 'So many minutes after its start a booking that nobody handed over is released; null: never.';
comment on column public.terms.deposit_minor is 'Deposit in minor currency units, for each item when deposit_per_item.';
comment on column public.terms.cleaning_minor is 'Flat rate for cleaning in minor currency units.';
comment on column public.terms.cancel_free_days is 'Cancelling is free until so many days before the start; then cancel_fee_percent of the price is due.';

-- A quota as a request needs it: counted over one resource, over all of an owner, or (both null) over the pool.
create type public.effective_quota as (
  terms_id uuid,
  measure text,
  per text,
  most integer,
  owner_id uuid,
  resource_id uuid
);
comment on type public.effective_quota is 'A row of quotas with what the scope of its terms is: a resource, all resources of an owner, or (both null) the pool.';

-- What the terms of all levels come to for one resource.
create table public.effective_terms (
  resource_id uuid primary key references public.resources (id) on delete cascade,
  level_ids uuid[] not null,
  period_kind text not null,
  slot_minutes integer,
  slot_starts_at time,
  pickup_at time,
  return_at time,
  parts_terms_id uuid,
  day_count text not null,
  min_minutes integer,
  max_minutes integer,
  min_days integer,
  max_days integer,
  lead_minutes integer not null,
  lead_working_days integer not null,
  horizon_days integer not null,
  hours_terms_id uuid,
  hours_apply text not null,
  closed_on_public_holidays boolean not null,
  closed_in_school_holidays boolean not null,
  pickups_per_day integer,
  pickups_terms_id uuid,
  pickups_level text,
  audience text not null,
  audience_terms_id uuid,
  own_first_days integer,
  request_mode text not null,
  hold_hours integer not null,
  no_show_minutes integer,
  quotas public.effective_quota[] not null,
  has_confirmations boolean not null,
  price_mode text,
  price_terms_id uuid,
  deposit_minor integer not null,
  deposit_per_item boolean not null,
  cleaning_minor integer not null,
  cancel_free_days integer,
  cancel_fee_percent integer not null
);
alter table public.effective_terms enable row level security;
-- over which things pick-ups are counted together
create index effective_terms_pickups_terms_id_idx on public.effective_terms (pickups_terms_id) where pickups_terms_id is not null;
create policy select_visible on public.effective_terms for select to anon, authenticated
  -- exists, not in: "in" would read all visible resources for the terms of one
  using (exists (select 1 from public.resources r where r.id = resource_id));
grant select on public.effective_terms to anon, authenticated, service_role;
comment on table public.effective_terms is
  'The terms that hold for a resource, resolved over pool, organisation and resource by triggers; *_terms_id name the level whose lists count, level_ids all levels from the resource upwards, pickups_level what pickups_terms_id is for (resource, organisation or pool). quotas are those of all levels, the nearest first; has_confirmations says whether any need to be looked for.';

create function private.refresh_effective_terms(p_resource_ids uuid[]) returns void
language plpgsql
volatile
-- definer: effective_terms has no write grant
security definer
set search_path = ''
as $$
begin
  insert into public.effective_terms as e
  select r.id, array_remove(array[t.id, o.id, p.id], null),
    coalesce(t.period_kind, o.period_kind, p.period_kind, 'minutes'),
    -- what belongs to a kind of period comes from the level that chose the kind
    k.slot_minutes, k.slot_starts_at, k.pickup_at, k.return_at, k.id,
    coalesce(t.day_count, o.day_count, p.day_count, 'calendar'),
    coalesce(t.min_minutes, o.min_minutes, p.min_minutes),
    coalesce(t.max_minutes, o.max_minutes, p.max_minutes),
    coalesce(t.min_days, o.min_days, p.min_days),
    coalesce(t.max_days, o.max_days, p.max_days),
    coalesce(t.lead_minutes, o.lead_minutes, p.lead_minutes, 0),
    coalesce(t.lead_working_days, o.lead_working_days, p.lead_working_days, 0),
    coalesce(t.horizon_days, o.horizon_days, p.horizon_days, 1095),
    case coalesce(t.opening, o.opening, p.opening)
      when 'hours' then case when t.opening is not null then t.id when o.opening is not null then o.id else p.id end end,
    coalesce(t.hours_apply, o.hours_apply, p.hours_apply, case when r.kind in ('room', 'installation', 'service') then 'use' else 'handover' end),
    coalesce(t.closed_on_public_holidays, o.closed_on_public_holidays, p.closed_on_public_holidays, false),
    coalesce(t.closed_in_school_holidays, o.closed_in_school_holidays, p.closed_in_school_holidays, false),
    coalesce(t.pickups_per_day, o.pickups_per_day, p.pickups_per_day),
    case when t.pickups_per_day is not null then t.id when o.pickups_per_day is not null then o.id
         when p.pickups_per_day is not null then p.id end,
    case when t.pickups_per_day is not null then 'resource' when o.pickups_per_day is not null then 'organisation'
         when p.pickups_per_day is not null then 'pool' end,
    coalesce(a.audience, 'pool'), a.id, a.own_first_days,
    coalesce(t.request_mode, o.request_mode, p.request_mode, 'hold'),
    coalesce(t.hold_hours, o.hold_hours, p.hold_hours, 72),
    coalesce(t.no_show_minutes, o.no_show_minutes, p.no_show_minutes),
    array(
      select row(q.terms_id, q.measure, q.per, q.most,
          case when q.terms_id <> p.id or p.id is null then r.organisation_id end,
          case when q.terms_id = t.id then r.id end)::public.effective_quota
      from public.quotas q
      where q.terms_id in (t.id, o.id, p.id)
      order by array_position(array[t.id, o.id, p.id], q.terms_id), q.measure, q.per),
    exists (select 1 from public.confirmations c where c.terms_id in (t.id, o.id, p.id)),
    m.price_mode, m.id,
    coalesce(t.deposit_minor, o.deposit_minor, p.deposit_minor, 0),
    coalesce(case when t.deposit_minor is not null then t.deposit_per_item when o.deposit_minor is not null then o.deposit_per_item
                  else p.deposit_per_item end, false),
    coalesce(t.cleaning_minor, o.cleaning_minor, p.cleaning_minor, 0),
    coalesce(t.cancel_free_days, o.cancel_free_days, p.cancel_free_days),
    coalesce(t.cancel_fee_percent, o.cancel_fee_percent, p.cancel_fee_percent, 0)
  from public.resources r
  left join public.terms t on t.resource_id = r.id
  left join public.terms o on o.organisation_id = r.organisation_id and o.pool_id = r.pool_id and o.resource_id is null
  left join public.terms p on p.pool_id = r.pool_id and p.organisation_id is null and p.resource_id is null
  left join public.terms k on k.id = case when t.period_kind is not null then t.id when o.period_kind is not null then o.id
                                          when p.period_kind is not null then p.id end
  left join public.terms a on a.id = case when t.audience is not null then t.id when o.audience is not null then o.id
                                          when p.audience is not null then p.id end
  left join public.terms m on m.id = case when t.price_mode is not null then t.id when o.price_mode is not null then o.id
                                          when p.price_mode is not null then p.id end
  where r.id = any (p_resource_ids)
  -- one order for all: two that refresh the same rows wait in line, not in a circle
  order by r.id
  on conflict (resource_id) do update set (
    level_ids, period_kind, slot_minutes, slot_starts_at, pickup_at, return_at, parts_terms_id, day_count, min_minutes,
    max_minutes, min_days, max_days, lead_minutes, lead_working_days, horizon_days, hours_terms_id, hours_apply,
    closed_on_public_holidays, closed_in_school_holidays, pickups_per_day, pickups_terms_id, pickups_level, audience, audience_terms_id,
    own_first_days, request_mode, hold_hours, no_show_minutes, quotas, has_confirmations, price_mode, price_terms_id,
    deposit_minor, deposit_per_item, cleaning_minor, cancel_free_days, cancel_fee_percent) = (
    excluded.level_ids, excluded.period_kind, excluded.slot_minutes, excluded.slot_starts_at, excluded.pickup_at,
    excluded.return_at, excluded.parts_terms_id, excluded.day_count, excluded.min_minutes, excluded.max_minutes,
    excluded.min_days, excluded.max_days, excluded.lead_minutes, excluded.lead_working_days, excluded.horizon_days,
    excluded.hours_terms_id, excluded.hours_apply, excluded.closed_on_public_holidays, excluded.closed_in_school_holidays,
    excluded.pickups_per_day, excluded.pickups_terms_id, excluded.pickups_level, excluded.audience, excluded.audience_terms_id,
    excluded.own_first_days, excluded.request_mode, excluded.hold_hours, excluded.no_show_minutes, excluded.quotas,
    excluded.has_confirmations, excluded.price_mode, excluded.price_terms_id, excluded.deposit_minor, excluded.deposit_per_item, excluded.cleaning_minor,
    excluded.cancel_free_days, excluded.cancel_fee_percent)
  where e is distinct from excluded;
end;
$$;
comment on function private.refresh_effective_terms is 'Computes effective_terms of the resources anew.';

create function private.tg_resources__terms() returns trigger
language plpgsql
-- definer: see refresh_effective_terms
security definer
set search_path = ''
as $$
begin
  -- terms that change meanwhile would not see these resources: they wait for each other
  perform 1 from public.pools p where p.id in (select c.pool_id from changed c) order by p.id for share;
  perform private.refresh_effective_terms(array(select id from changed));
  return null;
end;
$$;
create trigger t30_terms after insert on public.resources referencing new table as changed
  for each statement execute function private.tg_resources__terms();

create function private.tg_terms__refresh() returns trigger
language plpgsql
-- definer: see refresh_effective_terms
security definer
set search_path = ''
as $$
declare
  v_terms public.terms := case when tg_op = 'DELETE' then old else new end;
begin
  -- Whoever changes another level at this moment computes the same rows: behind the lock each sees
  -- what the one before committed.
  perform 1 from public.pools p where p.id = v_terms.pool_id for no key update;
  perform private.refresh_effective_terms(array(
    select r.id from public.resources r
    where case
      when v_terms.resource_id is not null then r.id = v_terms.resource_id
      when v_terms.organisation_id is not null then r.organisation_id = v_terms.organisation_id
      else r.pool_id = v_terms.pool_id end));
  return null;
end;
$$;
create trigger t30_refresh after insert or update or delete on public.terms
  for each row execute function private.tg_terms__refresh();

-- Whom an owner chose when audience is chosen.
create table public.terms_organisations (
  terms_id uuid not null references public.terms (id) on delete cascade,
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  primary key (terms_id, organisation_id)
);
alter table public.terms_organisations enable row level security;
create index terms_organisations_organisation_id_idx on public.terms_organisations (organisation_id);
create policy select_owner on public.terms_organisations for select to authenticated
  using (exists (select 1 from public.terms t where t.id = terms_id
    and (t.organisation_id = any (array(select private.my_organisation_ids()))
      or t.pool_id = any (array(select private.my_staffed_pool_ids())))));
grant select on public.terms_organisations to authenticated, service_role;
-- No write grant: set_terms writes.
comment on table public.terms_organisations is 'Organisations that may book where audience is chosen; the owner''s own may always.';

-- How much one organisation may have at once or in a while, over all resources of the row's scope.
create table public.quotas (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references public.terms (id) on delete cascade,
  measure text not null constraint quotas_measure_check check (measure in ('open_bookings', 'hours', 'days', 'weekends')),
  per text constraint quotas_per_check check (per in ('week', 'month', 'quarter', 'year')),
  most integer not null constraint quotas_most_check check (most between 1 and 10000),
  constraint quotas_open_check check ((measure = 'open_bookings') = (per is null)),
  constraint quotas_key unique nulls not distinct (terms_id, measure, per)
);
alter table public.quotas enable row level security;
create policy select_everyone on public.quotas for select to anon, authenticated using (true);
grant select on public.quotas to anon, authenticated, service_role;
comment on table public.quotas is
  'At most so much for one borrowing organisation over all resources of the terms'' scope: bookings not yet over, hours or counted days or weekends in a week (from Monday), month, quarter or year of the pool''s calendar, by the start of the booking. The owner''s own bookings do not count.';

-- What must be known of a borrower before a thing goes out: licence seen, instruction done. Who it was
-- confirmed for is in organisation_confirmations and booking_confirmations.
create table public.confirmations (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references public.terms (id) on delete cascade,
  name text not null constraint confirmations_name_check check (char_length(name) between 2 and 120),
  per text not null constraint confirmations_per_check check (per in ('booking', 'organisation')),
  valid_months integer constraint confirmations_valid_months_check check (valid_months between 1 and 120),
  constraint confirmations_terms_id_name_key unique (terms_id, name),
  constraint confirmations_valid_check check (per = 'organisation' or valid_months is null)
);
alter table public.confirmations enable row level security;
create policy select_everyone on public.confirmations for select to anon, authenticated using (true);
-- No write grant: set_terms writes.
grant select on public.confirmations to anon, authenticated, service_role;
comment on table public.confirmations is
  'What an owner must have confirmed before handing over: for each booking, or once for an organisation (for valid_months, null: for good). The owner''s own bookings need none.';

-- The quotas themselves and whether there are confirmations stand in effective_terms, so that a booking
-- looks for neither.
create function private.tg_terms_lists__refresh() returns trigger
language plpgsql
-- definer: terms has no update grant
security definer
set search_path = ''
as $$
begin
  update public.terms set updated_at = now() where id in (select c.terms_id from changed c);
  return null;
end;
$$;
create trigger t30_refresh_added after insert on public.quotas referencing new table as changed
  for each statement execute function private.tg_terms_lists__refresh();
create trigger t30_refresh_changed after update on public.quotas referencing new table as changed
  for each statement execute function private.tg_terms_lists__refresh();
create trigger t30_refresh_removed after delete on public.quotas referencing old table as changed
  for each statement execute function private.tg_terms_lists__refresh();
create trigger t30_refresh_added after insert on public.confirmations referencing new table as changed
  for each statement execute function private.tg_terms_lists__refresh();
create trigger t30_refresh_removed after delete on public.confirmations referencing old table as changed
  for each statement execute function private.tg_terms_lists__refresh();
