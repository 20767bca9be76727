-- When things can be had: opening hours with seasons, dated exceptions, and the holidays of a pool. All
-- of it is wall time of the pool, minute by minute as its clocks show it.

-- The week of a row of terms. What is open over midnight stands in two rows, up to 24:00 and from 00:00.
create table public.opening_hours (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references public.terms (id) on delete cascade,
  weekday integer not null constraint opening_hours_weekday_check check (weekday between 1 and 7),
  opens_at time not null constraint opening_hours_opens_at_check check (extract(second from opens_at) = 0),
  closes_at time not null constraint opening_hours_closes_at_check check (extract(second from closes_at) = 0),
  season_from text collate "C" constraint opening_hours_season_from_check check (
    season_from ~ '^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$'),
  season_to text collate "C" constraint opening_hours_season_to_check check (
    season_to ~ '^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$'),
  constraint opening_hours_times_check check (opens_at < closes_at),
  constraint opening_hours_season_check check ((season_from is null) = (season_to is null)),
  constraint opening_hours_key unique nulls not distinct (terms_id, weekday, season_from, season_to, opens_at)
);
alter table public.opening_hours enable row level security;
-- A rule is no secret: borrowers read them before they ask.
create policy select_everyone on public.opening_hours for select to anon, authenticated using (true);
-- No write grant: set_terms writes.
grant select on public.opening_hours to anon, authenticated, service_role;
comment on table public.opening_hours is
  'Open hours [opens_at, closes_at) of a weekday, wall time of the pool; several a day are possible, a weekday without is closed. While a season runs its rows replace the usual week as a whole.';
comment on column public.opening_hours.weekday is 'ISO: 1 Monday to 7 Sunday.';
comment on column public.opening_hours.closes_at is 'Up to 24:00, the end of the day.';
comment on column public.opening_hours.season_from is 'First day of a season each year, MM-DD; later than season_to: over the turn of the year.';
comment on column public.opening_hours.season_to is 'Last day of a season, MM-DD; 02-29 is the last of February in every year.';

-- What is different on dates: a summer fortnight, an extra Saturday.
create table public.opening_exceptions (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references public.terms (id) on delete cascade,
  starts_on date not null constraint opening_exceptions_starts_on_check check (isfinite(starts_on)),
  ends_on date not null constraint opening_exceptions_ends_on_check check (isfinite(ends_on)),
  opens_at time constraint opening_exceptions_opens_at_check check (extract(second from opens_at) = 0),
  closes_at time constraint opening_exceptions_closes_at_check check (extract(second from closes_at) = 0),
  note text not null default '' constraint opening_exceptions_note_check check (char_length(note) <= 240),
  constraint opening_exceptions_dates_check check (starts_on <= ends_on and ends_on - starts_on <= 1100),
  constraint opening_exceptions_times_check check ((opens_at is null) = (closes_at is null) and (opens_at is null or opens_at < closes_at))
);
alter table public.opening_exceptions enable row level security;
-- what is over is never read
create index opening_exceptions_terms_id_idx on public.opening_exceptions (terms_id, ends_on, starts_on);
create policy select_everyone on public.opening_exceptions for select to anon, authenticated using (true);
-- No write grant: set_terms writes.
grant select on public.opening_exceptions to anon, authenticated, service_role;
comment on table public.opening_exceptions is
  'Dates, both included, on which other hours count than in the week, holidays notwithstanding; of several that cover a date the shortest counts, and several as short count together.';
comment on column public.opening_exceptions.opens_at is 'Null with closes_at: closed.';

-- Parts of the day by which some things are lent: "Vormittag", "Abend".
create table public.day_parts (
  terms_id uuid not null references public.terms (id) on delete cascade,
  position integer not null constraint day_parts_position_check check (position between 1 and 24),
  name text not null constraint day_parts_name_check check (char_length(name) between 1 and 60),
  starts_at time not null constraint day_parts_starts_at_check check (extract(second from starts_at) = 0 and starts_at < '24:00'),
  ends_at time not null constraint day_parts_ends_at_check check (extract(second from ends_at) = 0),
  primary key (terms_id, position)
);
alter table public.day_parts enable row level security;
create policy select_everyone on public.day_parts for select to anon, authenticated using (true);
-- No write grant: set_terms writes.
grant select on public.day_parts to anon, authenticated, service_role;
comment on table public.day_parts is
  'Named parts of the day in wall time of the pool; a booking starts where a part starts and ends where one ends.';
comment on column public.day_parts.ends_at is 'Not later than starts_at: on the next day.';

-- Holidays of a pool, a row for each date. Public ones are reckoned by its region, those of the schools
-- come from an imported calendar.
create table public.holidays (
  pool_id uuid not null references public.pools (id) on delete cascade,
  on_date date not null constraint holidays_on_date_check check (isfinite(on_date)),
  kind text not null constraint holidays_kind_check check (kind in ('public', 'school')),
  name text not null constraint holidays_name_check check (char_length(name) between 1 and 120),
  primary key (pool_id, on_date, kind)
);
alter table public.holidays enable row level security;
create policy select_everyone on public.holidays for select to anon, authenticated using (true);
-- No write grant: import_holidays writes.
grant select on public.holidays to anon, authenticated, service_role;
comment on table public.holidays is 'Public and school holidays of a pool, a row for each date.';

create function private.minute_of(p_time time) returns integer
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
begin
  return extract(hour from p_time)::integer * 60 + extract(minute from p_time)::integer;
end;
$$;
comment on function private.minute_of is 'Minutes since 00:00, 0 to 1440.';

create function private.clock_of(p_minute integer) returns text
language plpgsql
stable
parallel safe
set search_path = ''
as $$
begin
  return to_char(make_interval(mins => p_minute), 'HH24:MI');
end;
$$;
comment on function private.clock_of is 'How a clock shows a minute of the day: 570 is 09:30, 1440 is 24:00.';

-- What the hours and exceptions of a row of terms come to, ready to be read: a date's hours are asked for
-- with every request, for every date of a series and of a month. Triggers keep it.
create table private.opening_weeks (
  terms_id uuid primary key references public.terms (id) on delete cascade,
  week int4multirange[] not null,
  seasons text[] not null,
  season_weeks int4multirange[] not null,
  exceptions datemultirange not null
);
alter table private.opening_weeks enable row level security;
comment on table private.opening_weeks is
  'Opening hours of a row of terms by weekday (week[1] Monday to week[7] Sunday, minutes [0, 1440)); of each season (MM-DD MM-DD, in their order) seven more in season_weeks; and the dates that some exception covers.';

create function private.refresh_opening_weeks(p_terms_ids uuid[]) returns void
language plpgsql
volatile
-- definer: nobody holds a grant on opening_weeks
security definer
set search_path = ''
as $$
begin
  -- two that write the lists of one row at once: behind the lock each sees what the one before committed
  perform 1 from public.terms t where t.id = any (p_terms_ids) order by t.id for no key update;
  insert into private.opening_weeks
  with spans as (
    select h.terms_id, h.weekday, h.season_from || ' ' || h.season_to as season,
      int4range(private.minute_of(h.opens_at), private.minute_of(h.closes_at)) as span
    from public.opening_hours h
    where h.terms_id = any (p_terms_ids)
  )
  select t.id,
    array(
      select coalesce(range_agg(h.span), '{}')
      from generate_series(1, 7) d left join spans h on h.terms_id = t.id and h.weekday = d and h.season is null
      group by d order by d),
    array(select distinct h.season from spans h where h.terms_id = t.id and h.season is not null order by h.season),
    array(
      select coalesce(range_agg(h.span), '{}')
      from (select distinct x.season from spans x where x.terms_id = t.id and x.season is not null) s
      cross join generate_series(1, 7) d
      left join spans h on h.terms_id = t.id and h.weekday = d and h.season = s.season
      group by s.season, d order by s.season, d),
    coalesce((select range_agg(daterange(e.starts_on, e.ends_on, '[]')) from public.opening_exceptions e where e.terms_id = t.id), '{}')
  from public.terms t
  where t.id = any (p_terms_ids)
  on conflict (terms_id) do update
  set week = excluded.week, seasons = excluded.seasons, season_weeks = excluded.season_weeks, exceptions = excluded.exceptions;
end;
$$;
comment on function private.refresh_opening_weeks is 'Computes opening_weeks of the rows of terms anew.';

create function private.tg_opening_lists__refresh() returns trigger
language plpgsql
-- definer: see refresh_opening_weeks
security definer
set search_path = ''
as $$
begin
  perform private.refresh_opening_weeks(array(select distinct c.terms_id from changed c));
  return null;
end;
$$;
create trigger t30_refresh_added after insert on public.opening_hours referencing new table as changed
  for each statement execute function private.tg_opening_lists__refresh();
create trigger t30_refresh_changed after update on public.opening_hours referencing new table as changed
  for each statement execute function private.tg_opening_lists__refresh();
create trigger t30_refresh_removed after delete on public.opening_hours referencing old table as changed
  for each statement execute function private.tg_opening_lists__refresh();
create trigger t30_refresh_added after insert on public.opening_exceptions referencing new table as changed
  for each statement execute function private.tg_opening_lists__refresh();
create trigger t30_refresh_changed after update on public.opening_exceptions referencing new table as changed
  for each statement execute function private.tg_opening_lists__refresh();
create trigger t30_refresh_removed after delete on public.opening_exceptions referencing old table as changed
  for each statement execute function private.tg_opening_lists__refresh();

create function private.opening_on(
  p_hours_terms_id uuid, p_terms public.effective_terms, p_pool_id uuid, p_on date,
  out open int4multirange, out reason text, out name text
)
language plpgsql
stable
-- definer: nobody holds a grant on opening_weeks, and what is in it is no secret
security definer
set search_path = ''
as $$
declare
  v_weeks private.opening_weeks;
  v_day text;
  v_weekday integer;
  v_from text;
  v_to text;
  v_in_season boolean := false;
begin
  if p_hours_terms_id is not null then
    select w.* into v_weeks from private.opening_weeks w where w.terms_id = p_hours_terms_id;
    if v_weeks.exceptions @> p_on then
      select coalesce(range_agg(int4range((extract(epoch from e.opens_at) / 60)::integer, (extract(epoch from e.closes_at) / 60)::integer))
          filter (where e.opens_at is not null), '{}'),
        'exception', nullif(string_agg(distinct nullif(e.note, ''), ', '), '')
      into open, reason, name
      from (
        select e.*, rank() over (order by e.ends_on - e.starts_on) as place
        from public.opening_exceptions e
        where e.terms_id = p_hours_terms_id and e.ends_on >= p_on and e.starts_on <= p_on
      ) e
      where e.place = 1;
      return;
    end if;
  end if;

  if p_terms.closed_on_public_holidays or p_terms.closed_in_school_holidays then
    select '{}'::int4multirange, h.kind || '_holiday', h.name into open, reason, name
    from public.holidays h
    where h.pool_id = p_pool_id and h.on_date = p_on
      and case h.kind when 'public' then p_terms.closed_on_public_holidays else p_terms.closed_in_school_holidays end
    order by h.kind limit 1;
    if found then
      return;
    end if;
  end if;

  if p_hours_terms_id is null then
    open := '{[0,1440)}';
    return;
  end if;
  v_weekday := extract(isodow from p_on);
  if v_weeks.seasons <> '{}' then
    -- the hours of every season that runs; the usual week only when none does
    v_day := to_char(p_on, 'MM-DD');
    open := '{}';
    for v_i in 1 .. cardinality(v_weeks.seasons) loop
      v_from := left(v_weeks.seasons[v_i], 5);
      v_to := right(v_weeks.seasons[v_i], 5);
      -- or over the turn of the year
      if v_day between v_from and v_to or (v_from > v_to and (v_day >= v_from or v_day <= v_to)) then
        v_in_season := true;
        open := open + v_weeks.season_weeks[7 * (v_i - 1) + v_weekday];
      end if;
    end loop;
  end if;
  if not v_in_season then
    open := coalesce(v_weeks.week[v_weekday], '{}');
  end if;
  reason := case when isempty(open) then 'closed_day' end;
end;
$$;
comment on function private.opening_on is
  'The open minutes [0, 1440) of a local date, and why they are not those of the week: exception, public_holiday, school_holiday (with its name), closed_day; null: usual hours. An exception goes before holidays, those before the season, that before the usual week.';
grant execute on function private.opening_on to anon, authenticated, service_role;
grant execute on function private.minute_of to anon, authenticated, service_role;

create function private.open_minutes(
  p_hours_terms_id uuid, p_terms public.effective_terms, p_pool_id uuid, p_on date
) returns int4multirange
language plpgsql
stable
set search_path = ''
as $$
begin
  return (private.opening_on(p_hours_terms_id, p_terms, p_pool_id, p_on)).open;
end;
$$;
comment on function private.open_minutes is 'The minutes [0, 1440) of a local date that are open; see opening_on.';

create function private.wall_minutes(p_on date, p_zone text, p_starts_at timestamptz, p_ends_at timestamptz) returns int4multirange
language plpgsql
stable
set search_path = ''
as $$
declare
  v_midnight timestamp := p_on::timestamp;
  v_from timestamptz := greatest(p_starts_at, v_midnight at time zone p_zone);
  v_to timestamptz := least(p_ends_at, (v_midnight + interval '1 day') at time zone p_zone);
  v_wall_from timestamp := v_from at time zone p_zone;
  v_wall_to timestamp := v_to at time zone p_zone;
begin
  if v_from >= v_to then
    return '{}';
  end if;
  if v_to - v_from = v_wall_to - v_wall_from then
    return int4multirange(int4range(
      floor(extract(epoch from v_wall_from - v_midnight) / 60)::integer,
      ceil(extract(epoch from v_wall_to - v_midnight) / 60)::integer));
  end if;
  -- The clocks change in between, and they do at a quarter of an hour: piece by piece.
  return (
    select range_agg(int4range(
      floor(extract(epoch from (piece.a at time zone p_zone) - v_midnight) / 60)::integer,
      ceil(extract(epoch from (piece.a at time zone p_zone) - v_midnight + (piece.b - piece.a)) / 60)::integer))
    from (
      select greatest(q, v_from) as a, least(q + interval '15 minutes', v_to) as b
      from generate_series(date_bin('15 minutes', v_from, timestamptz '2000-01-01 00:00+00'), v_to, interval '15 minutes') q
    ) piece
    where piece.a < piece.b);
end;
$$;
comment on function private.wall_minutes is
  'Which minutes [0, 1440) the clocks of a local date show during [p_starts_at, p_ends_at); those that spring leaves out are never shown, those that autumn repeats count once.';

create function private.open_within(
  p_terms public.effective_terms, p_pool_id uuid, p_zone text, p_on date, p_starts_at timestamptz, p_ends_at timestamptz
) returns int4multirange
language plpgsql
stable
set search_path = ''
as $$
begin
  return private.open_minutes(p_terms.hours_terms_id, p_terms, p_pool_id, p_on)
    * private.wall_minutes(p_on, p_zone, p_starts_at, p_ends_at);
end;
$$;
comment on function private.open_within is 'The open minutes [0, 1440) of a local date that lie in [p_starts_at, p_ends_at).';

create function private.opens_within(
  p_terms public.effective_terms, p_pool_id uuid, p_zone text, p_starts_at timestamptz, p_ends_at timestamptz
) returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
  v_on date := p_starts_at at time zone p_zone;
  v_last date := (p_ends_at - interval '1 microsecond') at time zone p_zone;
begin
  while v_on <= v_last and p_starts_at < p_ends_at loop
    if not isempty(private.open_within(p_terms, p_pool_id, p_zone, v_on, p_starts_at, p_ends_at)) then
      return true;
    end if;
    v_on := v_on + 1;
  end loop;
  return false;
end;
$$;
comment on function private.opens_within is 'Whether there is an open minute in [p_starts_at, p_ends_at).';

create function private.closed_params(
  p_open int4multirange, p_reason text, p_name text, p_end text, p_on date, p_minute integer
) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select jsonb_strip_nulls(jsonb_build_object(
      'reason', coalesce(p_reason, 'outside_hours'), 'end', p_end, 'on', p_on, 'name', p_name,
      'opens', private.clock_of(lower(near.span)), 'closes', private.clock_of(upper(near.span))))
    from (
      -- the hours it nearly met: those next to come, else the last of the day
      select coalesce(
        (select s from unnest(p_open) s where upper(s) > p_minute order by s limit 1),
        (select s from unnest(p_open) s order by s desc limit 1)) as span
    ) near);
end;
$$;
comment on function private.closed_params is 'What hours_violation tells of a date and a minute of it that is closed.';

create function private.hours_violation(
  p_terms public.effective_terms, p_pool_id uuid, p_zone text, p_starts_at timestamptz, p_ends_at timestamptz
) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_starts_at timestamp := p_starts_at at time zone p_zone;
  v_ends_at timestamp := p_ends_at at time zone p_zone;
  -- the last moment, so that an end at midnight belongs to the day before
  v_last_at timestamp := (p_ends_at - interval '1 microsecond') at time zone p_zone;
  v_first date := v_starts_at;
  v_last date;
  v_minute integer := private.minute_of(v_starts_at::time);
  v_day record;
  v_missing int4multirange;
  v_between jsonb;
begin
  if p_terms.hours_terms_id is null and not p_terms.closed_on_public_holidays and not p_terms.closed_in_school_holidays then
    return null;
  end if;
  v_day := private.opening_on(p_terms.hours_terms_id, p_terms, p_pool_id, v_first);
  if not v_day.open @> v_minute then
    return private.closed_params(v_day.open, v_day.reason, v_day.name, 'start', v_first, v_minute);
  end if;

  if p_terms.hours_apply = 'handover' then
    -- It may come back until the clock shows the closing time, so the minute before it will do.
    v_last_at := v_ends_at - interval '1 microsecond';
    v_last := v_last_at;
    v_minute := private.minute_of(v_last_at::time);
    if v_last <> v_first then
      v_day := private.opening_on(p_terms.hours_terms_id, p_terms, p_pool_id, v_last);
    end if;
    if v_day.open @> v_minute then
      return null;
    end if;
    -- or it comes back as the doors open
    if v_ends_at::date = v_last then
      if v_day.open @> private.minute_of(v_ends_at::time) then
        return null;
      end if;
    elsif private.open_minutes(p_terms.hours_terms_id, p_terms, p_pool_id, v_ends_at::date) @> 0 then
      return null;
    end if;
    return private.closed_params(v_day.open, v_day.reason, v_day.name, 'end', v_last, v_minute);
  end if;

  v_last := v_last_at;
  v_missing := private.wall_minutes(v_first, p_zone, p_starts_at, p_ends_at) - v_day.open;
  if not isempty(v_missing) then
    v_between := private.closed_params(v_day.open, v_day.reason, v_day.name, 'between', v_first, lower(v_missing));
  end if;
  if v_last <> v_first then
    v_day := private.opening_on(p_terms.hours_terms_id, p_terms, p_pool_id, v_last);
  end if;
  v_minute := private.minute_of(v_last_at::time);
  if not v_day.open @> v_minute then
    return private.closed_params(v_day.open, v_day.reason, v_day.name, 'end', v_last, v_minute);
  end if;
  if v_between is not null then
    return v_between;
  end if;
  for v_i in 1 .. v_last - v_first loop
    v_day := private.opening_on(p_terms.hours_terms_id, p_terms, p_pool_id, v_first + v_i);
    v_missing := private.wall_minutes(v_first + v_i, p_zone, p_starts_at, p_ends_at) - v_day.open;
    if not isempty(v_missing) then
      return private.closed_params(v_day.open, v_day.reason, v_day.name, 'between', v_first + v_i, lower(v_missing));
    end if;
  end loop;
  return null;
end;
$$;
comment on function private.hours_violation is
  'Why a half-open period does not fit the opening hours; null when it does. {reason: closed_day, outside_hours, public_holiday, school_holiday or exception; end: start, end or between; on: local date; opens, closes: the nearest hours of that date, if any; name: of the holiday or exception}. hours_apply use: every minute that passes must be open; handover: the start at [opens, closes) and the end at [opens, closes].';

create function public.resource_opening(p_resource_id uuid, p_from date, p_to date)
returns table (on_date date, opens_at time, closes_at time, closed_reason text, name text)
language plpgsql
stable
-- invoker: who asks sees the resources that their policies show
set search_path = ''
as $$
declare
  v_pool_id uuid;
  v_terms public.effective_terms;
  v_day record;
begin
  select r.pool_id into v_pool_id from public.resources r where r.id = p_resource_id;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  if p_from is null or p_to is null or not isfinite(p_from) or not isfinite(p_to) or p_from >= p_to then
    perform private.fail('INPUT', 'The end must be after the start.', 'p_to', jsonb_build_object('reason', 'end_before_start'));
  end if;
  if p_to - p_from > 750 then
    perform private.fail('INPUT', 'At most 750 days at once.', 'p_to', jsonb_build_object('reason', 'range'));
  end if;
  select t.* into v_terms from public.effective_terms t where t.resource_id = p_resource_id;
  for v_i in 0 .. p_to - p_from - 1 loop
    v_day := private.opening_on(v_terms.hours_terms_id, v_terms, v_pool_id, p_from + v_i);
    on_date := p_from + v_i;
    name := v_day.name;
    if isempty(v_day.open) then
      opens_at := null;
      closes_at := null;
      closed_reason := v_day.reason;
      return next;
    else
      closed_reason := null;
      return query
        select on_date, make_time(lower(s) / 60, lower(s) % 60, 0), make_time(upper(s) / 60, upper(s) % 60, 0), null::text, v_day.name
        from unnest(v_day.open) s;
    end if;
  end loop;
end;
$$;
comment on function public.resource_opening is
  'When a resource is open on each local date of [p_from, p_to), at most 750 days: one row for each span of open hours [opens_at, closes_at) in wall time of the pool (up to 24:00), or one for a closed date with closed_reason closed_day, exception, public_holiday or school_holiday; name is that of the holiday or exception. Without hours and holidays to keep every date is open from 00:00 to 24:00. Raises NTFND, INPUT.';
grant execute on function public.resource_opening to anon, authenticated, service_role;
