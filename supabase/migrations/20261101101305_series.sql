-- Recurring bookings: a rule in wall time, and every date that it named with what became of it. The
-- dates are bookings like any other, so that all guards see them; the series only says what belongs
-- together. Left out: a status that counts the dates' own (it would have to be locked with each of them).
create table public.series (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid not null references public.pools (id) on delete cascade,
  resource_id uuid not null references public.resources (id) on delete restrict,
  owner_id uuid not null references public.organisations (id) on delete restrict,
  organisation_id uuid not null references public.organisations (id) on delete restrict,
  requested_by uuid references public.profiles (id) on delete set null,
  rule text not null constraint series_rule_check check (char_length(rule) between 1 and 300),
  starts_on date not null,
  start_time time not null,
  end_time time not null,
  end_days integer not null default 0 constraint series_end_days_check check (end_days between 0 and 366),
  quantity integer not null constraint series_quantity_check check (quantity >= 1),
  purpose text not null default '' constraint series_purpose_check check (char_length(purpose) <= 2000),
  status text not null default 'active' constraint series_status_check check (status in ('active', 'ended')),
  version integer not null default 1,
  idempotency_key text constraint series_idempotency_key_check check (char_length(idempotency_key) between 1 and 200),
  asked_for jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint series_times_check check (end_days > 0 or start_time < end_time),
  constraint series_requested_by_idempotency_key_key unique (requested_by, idempotency_key)
);
alter table public.series enable row level security;
create index series_pool_id_idx on public.series (pool_id);
create index series_resource_id_idx on public.series (resource_id);
create index series_owner_id_idx on public.series (owner_id);
create index series_organisation_id_idx on public.series (organisation_id);
create policy select_parties on public.series for select to authenticated
  using (
    organisation_id = any (array(select private.my_organisation_ids()))
    or owner_id = any (array(select private.my_organisation_ids(array['approver', 'admin'])))
    or pool_id = any (array(select private.my_staffed_pool_ids()))
  );
-- No write grant: one function per intent.
grant select on public.series to authenticated, service_role;
comment on table public.series is
  'A recurring booking: the rule (RFC 5545, see read_rule) from starts_on, from start_time to end_time end_days dates later, in the pool''s wall time.';
comment on column public.series.owner_id is 'The organisation that lends; a copy of resources.organisation_id at the time of asking.';
comment on column public.series.starts_on is 'From when the rule speaks as it stands; moves along when the series is moved.';
comment on column public.series.end_days is 'So many dates after the start it ends: 0 the same date, 1 the next.';
comment on column public.series.status is 'active, or ended: nothing more comes of it. How each date stands says series_occurrences.';
comment on column public.series.asked_for is 'What was asked for, choices included: the same key with the same content is the same series.';

-- Most bookings belong to no series: the index holds only those that do.
alter table public.bookings add column series_id uuid
  constraint bookings_series_id_fkey references public.series (id) on delete set null;
create index bookings_series_id_idx on public.bookings (series_id, starts_at) where series_id is not null;
comment on column public.bookings.series_id is
  'The series it is decided with. A date that moved to another owner''s thing is decided alone and has none, but stands in series_occurrences.';

-- A date stays here whatever becomes of it, so that no edit brings back what was refused or left out.
create table public.series_occurrences (
  series_id uuid not null references public.series (id) on delete cascade,
  occurrence_on date not null,
  state text not null constraint series_occurrences_state_check
    check (state in ('booked', 'moved', 'skipped', 'rejected', 'cancelled', 'expired')),
  booking_id uuid references public.bookings (id) on delete cascade
    constraint series_occurrences_booking_id_key unique,
  -- deferrable: dates move on together, and meet only on the way
  constraint series_occurrences_pkey primary key (series_id, occurrence_on) deferrable,
  constraint series_occurrences_booked_check check (state not in ('booked', 'moved') or booking_id is not null)
);
alter table public.series_occurrences enable row level security;
create policy select_parties on public.series_occurrences for select to authenticated
  using (exists (select 1 from public.series s where s.id = series_id));
-- Written by the intents of series and by the trigger below.
grant select on public.series_occurrences to authenticated, service_role;
comment on table public.series_occurrences is 'Each date of a series with its own state and booking.';
comment on column public.series_occurrences.state is
  'booked: as the rule says; moved: at another time or with another thing; skipped: left out by who asked; rejected: declined by the owner; cancelled: called off; expired: never answered. What was skipped, rejected, cancelled or expired stays so through every edit.';

create function private.wall_period(
  p_on date, p_start_time time, p_end_time time, p_end_days integer, p_zone text,
  out starts_at timestamptz, out ends_at timestamptz
)
language plpgsql
immutable
set search_path = ''
as $$
begin
  starts_at := (p_on + p_start_time) at time zone p_zone;
  ends_at := (p_on + p_end_days + p_end_time) at time zone p_zone;
  -- a start in the hour that spring skips lies after the gap, where a short booking's end may lie before it
  if ends_at <= starts_at then
    ends_at := starts_at + ((p_on + p_end_days + p_end_time) - (p_on + p_start_time));
  end if;
end;
$$;
comment on function private.wall_period is
  'The half-open period that wall times mean on a date: in a skipped hour the same distance after the gap, in a doubled one the second; never empty.';

create function private.occurrence_state(p_series public.series, p_occurrence_on date, p_booking public.bookings) returns text
language sql
stable
set search_path = ''
as $$
  select case
    when p_booking.status in ('declined', 'passed_over') then 'rejected'
    when p_booking.status in ('cancelled', 'expired') then p_booking.status
    when p_booking.resource_id = p_series.resource_id
      and (p_booking.starts_at, p_booking.ends_at) = (w.starts_at, w.ends_at) then 'booked'
    else 'moved' end
  from public.pools p
  cross join lateral private.wall_period(
    p_occurrence_on, p_series.start_time, p_series.end_time, p_series.end_days, p.time_zone) w
  where p.id = p_series.pool_id
$$;
comment on function private.occurrence_state is 'What became of a date of a series, told by its booking.';

-- A single date is decided, changed or called off like any booking; the series hears of it.
create function private.tg_bookings__occurrence() returns trigger
language plpgsql
-- definer: series_occurrences has no write grant
security definer
set search_path = ''
as $$
begin
  update public.series_occurrences so
  set state = private.occurrence_state(s, so.occurrence_on, new)
  from public.series s
  where so.booking_id = new.id and s.id = so.series_id;
  return null;
end;
$$;
create trigger t40_occurrence after update of status, starts_at, ends_at on public.bookings
  for each row when ((old.status, old.starts_at, old.ends_at) is distinct from (new.status, new.starts_at, new.ends_at))
  execute function private.tg_bookings__occurrence();

-- "Do you still need Tuesday at six?" Asked when a standing slot was not used twice in a row.
create table public.slot_questions (
  id uuid primary key default gen_random_uuid(),
  series_id uuid not null references public.series (id) on delete cascade,
  unused_on date[] not null constraint slot_questions_unused_on_check check (cardinality(unused_on) = 2),
  asked_at timestamptz not null default now(),
  answer text constraint slot_questions_answer_check check (answer in ('keep', 'release_next', 'release_until')),
  release_until date,
  answered_by uuid references public.profiles (id) on delete set null,
  answered_at timestamptz,
  constraint slot_questions_answered_check check ((answer is null) = (answered_at is null)),
  constraint slot_questions_release_check check ((release_until is not null) = (answer is not distinct from 'release_until'))
);
alter table public.slot_questions enable row level security;
create index slot_questions_series_id_idx on public.slot_questions (series_id, asked_at desc);
create unique index slot_questions_open_key on public.slot_questions (series_id) where answer is null;
create index slot_questions_answered_by_idx on public.slot_questions (answered_by);
create policy select_parties on public.slot_questions for select to authenticated
  using (exists (select 1 from public.series s where s.id = series_id));
-- Written by ask_about_unused_slots and answer_slot_question.
grant select on public.slot_questions to authenticated, service_role;
comment on table public.slot_questions is 'Whether a standing slot is still needed: asked after two unused dates in a row, answered with one tap.';
comment on column public.slot_questions.unused_on is 'The two dates of the series that were not used.';
comment on column public.slot_questions.release_until is 'Dates up to this one (included) were given back.';

-- An act on a series is told once. Each booking keeps its own log and its own events; those written
-- in this transaction count as told, and one event speaks for all of them.
create function private.series_facts(p_series public.series, p_booking_ids uuid[]) returns jsonb
language sql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_series.id, 'rule', p_series.rule, 'starts_on', p_series.starts_on, 'start_time', p_series.start_time,
    'end_time', p_series.end_time, 'end_days', p_series.end_days, 'dates', count(*),
    'first_at', min(b.starts_at), 'last_at', max(b.starts_at))
  from public.bookings b where b.id = any (p_booking_ids)
$$;
comment on function private.series_facts is 'What a message says of a series, and of those of its dates that it is about.';

create function private.tell_series(p_series public.series, p_topic text, p_booking_ids uuid[], p_side text, p_note text) returns void
language plpgsql
volatile
-- definer: the outbox is private
security definer
set search_path = ''
as $$
begin
  update private.outbox set expanded_at = now()
  where booking_id = any (p_booking_ids) and expanded_at is null and created_at = now() and topic like 'booking\_%';
  insert into private.outbox (topic, booking_id, actor_id, payload)
  select p_topic, b.id, auth.uid(), jsonb_strip_nulls(jsonb_build_object(
    'side', p_side, 'note', p_note, 'series', private.series_facts(p_series, p_booking_ids)))
  from public.bookings b where b.id = any (p_booking_ids)
  order by b.starts_at limit 1;
end;
$$;
comment on function private.tell_series is
  'One event in the outbox for an act on several bookings of a series (side borrower, owner or system), instead of one for each.';

create type private.planned_date as (
  occurrence_on date,
  take text,
  resource_id uuid,
  starts_at timestamptz,
  ends_at timestamptz
);
comment on type private.planned_date is
  'A date of a series to be asked for: as the rule says (take rule), at another time, with another thing, or left out (skip).';

-- Locks of an act on many bookings, in the one order: bookings by id, what rules count, assets by id.
create function private.series_keys(p_series public.series, p_resource_ids uuid[], p_dates date[]) returns bigint[]
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  return array(
    select k
    from public.resources r
    join public.effective_terms t on t.resource_id = r.id
    cross join lateral unnest(private.rule_keys(t, r.organisation_id, p_series.organisation_id, p_dates)) k
    where r.id = any (p_resource_ids));
end;
$$;
comment on function private.series_keys is 'What is counted where these resources are booked on these dates for the series'' borrower; keys for lock_keys.';

create function private.lock_series_bookings(p_booking_ids uuid[], p_keys bigint[] default '{}') returns void
language plpgsql
volatile
-- definer: locks rows the asker has no update right on
security definer
set search_path = ''
as $$
begin
  perform 1 from public.bookings where id = any (p_booking_ids) order by id for update;
  perform private.lock_keys(p_keys);
  perform private.lock_assets(private.assets_around(array(
    select al.asset_id from public.allocations al where al.booking_id = any (p_booking_ids)
    union
    select ra.asset_id from public.bookings b join public.resource_assets ra on ra.resource_id = b.resource_id
    where b.id = any (p_booking_ids))));
end;
$$;
comment on function private.lock_series_bookings is
  'Locks several bookings, what p_keys count, and all assets that freeing them could need, so that acts on one after the other wait for nobody.';

create function private.lock_dates(p_series public.series, p_plan private.planned_date[]) returns void
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
declare
  v_zone text := (select p.time_zone from public.pools p where p.id = p_series.pool_id);
  v_resource_ids uuid[] := array(select distinct p.resource_id from unnest(p_plan) p where p.take <> 'skip');
begin
  perform private.lock_keys(private.series_keys(p_series, v_resource_ids,
    array(select (p.starts_at at time zone v_zone)::date from unnest(p_plan) p)));
  perform private.lock_parts(variadic v_resource_ids);
end;
$$;
comment on function private.lock_dates is
  'Locks what is counted for the planned dates and then all assets, each in its order, and ends the holds on them that ran out.';

create function private.fail_dates(p_refused jsonb, p_field text) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_refused <> '[]' then
    perform private.fail(p_refused -> 0 ->> 'code', 'Not every date can be had.', p_field,
      coalesce(nullif(p_refused -> 0 -> 'params', 'null'), '{}')
        || jsonb_build_object('date', p_refused -> 0 ->> 'on', 'refused', jsonb_array_length(p_refused), 'dates', p_refused));
  end if;
end;
$$;
comment on function private.fail_dates is
  'Raises what the first of the refused dates ({on, code, params}) was refused with; params tell date (the first), refused (how many) and dates (all). Does nothing when there is none.';
