-- Asking for a series: every date that the rule names, with a choice for those that do not fit, all
-- written in one transaction or not at all.

create function private.check_series(p_series public.series) returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_rule record := private.read_rule(p_series.rule);
begin
  if v_rule.most is null and v_rule.until_on is null then
    perform private.fail('INPUT', 'Until when?', 'p_rule', jsonb_build_object('reason', 'no_end'));
  end if;
  if p_series.starts_on is null or not isfinite(p_series.starts_on) then
    perform private.fail('INPUT', 'From when?', 'p_starts_on', jsonb_build_object('reason', 'required'));
  end if;
  if p_series.start_time is null then
    perform private.fail('INPUT', 'When does it start?', 'p_start_time', jsonb_build_object('reason', 'required'));
  end if;
  if p_series.end_time is null then
    perform private.fail('INPUT', 'When does it end?', 'p_end_time', jsonb_build_object('reason', 'required'));
  end if;
  perform private.require_range(p_series.end_days, 'p_end_days', 0, 366);
  if p_series.end_days = 0 and p_series.end_time <= p_series.start_time then
    perform private.fail('INPUT', 'The end must be after the start.', 'p_end_time', jsonb_build_object('reason', 'end_before_start'));
  end if;
  if p_series.quantity is null or p_series.quantity < 1 then
    perform private.fail('INPUT', 'At least one.', 'p_quantity', jsonb_build_object('reason', 'too_few', 'min', 1));
  end if;
end;
$$;
comment on function private.check_series is
  'Refuses a series without an end, without times, or whose times are none: INPUT (no_end, required, range, end_before_start, too_few).';

create function private.series_dates(p_series public.series, p_from date default null)
returns table (occurrence_on date, starts_at timestamptz, ends_at timestamptz)
language plpgsql
stable
rows 60
-- definer: called from intents and the preview only
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_zone text := (select p.time_zone from public.pools p where p.id = p_series.pool_id);
  v_dates date[] := array(
    select d from private.expand_rule(p_series.rule, p_series.starts_on,
      coalesce(p_from, p_series.starts_on), coalesce(p_from, p_series.starts_on) + 1100) d);
  v_starts_at timestamptz[];
  v_ends_at timestamptz[];
  v_pause interval := (
    select make_interval(mins => r.buffer_before_minutes + r.buffer_after_minutes)
    from public.resources r where r.id = p_series.resource_id);
begin
  if v_dates = '{}' then
    perform private.fail('INPUT', 'The rule names no date.', 'p_rule', jsonb_build_object('reason', 'no_dates'));
  end if;
  if cardinality(v_dates) > 366 then
    perform private.fail('INPUT', 'At most 366 dates.', 'p_rule', jsonb_build_object('reason', 'too_many_dates', 'max', 366));
  end if;
  select array_agg(w.starts_at order by d.on_day), array_agg(w.ends_at order by d.on_day) into v_starts_at, v_ends_at
  from unnest(v_dates) as d (on_day)
  cross join lateral private.wall_period(d.on_day, p_series.start_time, p_series.end_time, p_series.end_days, v_zone) w;
  for i in 2 .. cardinality(v_dates) loop
    if v_starts_at[i] < v_ends_at[i - 1] + v_pause then
      perform private.fail('INPUT', 'One date runs into the next.', 'p_end_time', jsonb_build_object('reason', 'overlaps_itself'));
    end if;
  end loop;
  return query select * from unnest(v_dates, v_starts_at, v_ends_at);
end;
$$;
comment on function private.series_dates is
  'The dates of a series from p_from on with their half-open periods, in order. Raises INPUT (no_dates; too_many_dates, over 366; overlaps_itself, buffers included).';

create function private.plan_series(p_series public.series, p_choices jsonb, p_from date default null)
returns private.planned_date[]
language plpgsql
stable
-- definer: see series_dates
security definer
set search_path = ''
as $$
declare
  v_plan private.planned_date[];
  v_key text;
  v_choice jsonb;
begin
  p_choices := coalesce(p_choices, '{}');
  if jsonb_typeof(p_choices) <> 'object' then
    perform private.fail('INPUT', 'An object of choices by date.', 'p_choices', jsonb_build_object('reason', 'choice'));
  end if;
  for v_key, v_choice in select * from jsonb_each(p_choices) loop
    if not pg_input_is_valid(v_key, 'date') or not coalesce(
      case v_choice ->> 'take'
        when 'skip' then true
        when 'other_time' then pg_input_is_valid(v_choice ->> 'starts_at', 'timestamptz')
          and pg_input_is_valid(v_choice ->> 'ends_at', 'timestamptz')
        when 'other_resource' then pg_input_is_valid(v_choice ->> 'resource_id', 'uuid')
      end, false)
    then
      perform private.fail('INPUT', 'A choice is skip, other_time or other_resource.', 'p_choices',
        jsonb_build_object('reason', 'choice', 'date', left(v_key, 20)));
    end if;
  end loop;
  v_plan := array(
    select row(
      d.occurrence_on,
      coalesce(c.choice ->> 'take', 'rule'),
      case when c.choice ->> 'take' = 'other_resource' then (c.choice ->> 'resource_id')::uuid else p_series.resource_id end,
      case when c.choice ->> 'take' = 'other_time' then (c.choice ->> 'starts_at')::timestamptz else d.starts_at end,
      case when c.choice ->> 'take' = 'other_time' then (c.choice ->> 'ends_at')::timestamptz else d.ends_at end
    )::private.planned_date
    from private.series_dates(p_series, p_from) d
    left join (select e.key::date as on_day, e.value as choice from jsonb_each(p_choices) e) c on c.on_day = d.occurrence_on
    order by d.occurrence_on);
  if exists (
    select 1 from jsonb_object_keys(p_choices) as k (on_day)
    where k.on_day::date <> all (select p.occurrence_on from unnest(v_plan) p)
  ) then
    perform private.fail('INPUT', 'A choice for a date that the rule does not name.', 'p_choices', jsonb_build_object('reason', 'choice'));
  end if;
  return v_plan;
end;
$$;
comment on function private.plan_series is
  'Each date of a series with the choice that was made for it: {"2026-11-03": {"take": "skip"}}, {"take": "other_time", "starts_at": …, "ends_at": …} or {"take": "other_resource", "resource_id": …}. Raises INPUT.';

create function private.book_dates(p_series public.series, p_plan private.planned_date[]) returns uuid[]
language plpgsql
volatile
-- definer: nobody holds a write grant on series_occurrences
security definer
set search_path = ''
as $$
declare
  v_date private.planned_date;
  v_booking public.bookings;
  v_ids uuid[] := '{}';
  v_code text;
  v_detail text;
  v_refused jsonb := '[]';
begin
  perform private.lock_dates(p_series, p_plan);
  foreach v_date in array p_plan loop
    if v_date.take = 'skip' then
      insert into public.series_occurrences (series_id, occurrence_on, state) values (p_series.id, v_date.occurrence_on, 'skipped');
      continue;
    end if;
    begin
      -- the one way to ask, with every rule it knows
      v_booking := public.request_booking(v_date.resource_id, p_series.organisation_id, v_date.starts_at, v_date.ends_at,
        p_series.quantity, p_series.purpose);
      if v_booking.owner_id = p_series.owner_id then
        update public.bookings set series_id = p_series.id where id = v_booking.id;
        v_ids := v_ids || v_booking.id;
      end if;
      insert into public.series_occurrences (series_id, occurrence_on, state, booking_id)
      values (p_series.id, v_date.occurrence_on, case v_date.take when 'rule' then 'booked' else 'moved' end, v_booking.id);
    exception when others then
      get stacked diagnostics v_code = returned_sqlstate, v_detail = pg_exception_detail;
      -- what is said of one date is gathered; what would be said of all of them is said at once
      if v_code !~ '^(BK[A-Z]{3}|QUOTA)$' then
        raise;
      end if;
      v_refused := v_refused || jsonb_build_object('on', v_date.occurrence_on, 'code', v_code,
        'params', (v_detail::jsonb) -> 'params');
    end;
  end loop;
  perform private.fail_dates(v_refused, 'p_choices');
  return v_ids;
end;
$$;
comment on function private.book_dates is
  'Asks for each planned date of a series, all or none, and gives the bookings that are decided with the series. Locks all assets first, by id. Raises what request_booking raises, with params date (the first refused), refused (how many) and dates ({on, code, params} each).';

create function public.request_series(
  p_resource_id uuid,
  p_organisation_id uuid,
  p_rule text,
  p_starts_on date,
  p_start_time time,
  p_end_time time,
  p_end_days integer default 0,
  p_quantity integer default 1,
  p_purpose text default null,
  p_choices jsonb default '{}',
  p_idempotency_key text default null
) returns public.series
language plpgsql
volatile
-- definer: nobody holds a write grant on series
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_key text := private.require_text(p_idempotency_key, 'p_idempotency_key', 200, false);
  v_resource public.resources;
  v_series public.series;
  v_found public.series;
  v_plan private.planned_date[];
  v_ids uuid[];
begin
  v_series.resource_id := p_resource_id;
  v_series.organisation_id := p_organisation_id;
  v_series.rule := regexp_replace(upper(btrim(coalesce(p_rule, ''))), '^RRULE:', '');
  v_series.starts_on := p_starts_on;
  v_series.start_time := p_start_time;
  v_series.end_time := p_end_time;
  v_series.end_days := coalesce(p_end_days, 0);
  v_series.quantity := p_quantity;
  v_series.purpose := coalesce(private.require_text(p_purpose, 'p_purpose', 2000, false), '');
  v_series.asked_for := jsonb_build_object('resource_id', p_resource_id, 'organisation_id', p_organisation_id,
    'rule', v_series.rule, 'starts_on', p_starts_on, 'start_time', p_start_time, 'end_time', p_end_time,
    'end_days', v_series.end_days, 'quantity', p_quantity, 'purpose', v_series.purpose, 'choices', coalesce(p_choices, '{}'));
  if v_key is not null then
    select * into v_found from public.series where requested_by = v_person and idempotency_key = v_key;
    if found then
      return private.same_series(v_found, v_series.asked_for);
    end if;
  end if;

  perform private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
  select r.* into v_resource from public.resources r where r.id = p_resource_id;
  if not found then
    perform private.fail('NTFND', 'There is no such resource here.', 'p_resource_id');
  end if;
  v_series.id := gen_random_uuid();
  v_series.pool_id := v_resource.pool_id;
  v_series.owner_id := v_resource.organisation_id;
  perform private.check_series(v_series);
  v_plan := private.plan_series(v_series, p_choices);
  if not exists (select 1 from unnest(v_plan) p where p.take <> 'skip') then
    perform private.fail('INPUT', 'Nothing is left.', 'p_choices', jsonb_build_object('reason', 'no_dates'));
  end if;

  if v_key is not null then
    -- the same press of the button may have arrived twice at once: behind the locks the other one is seen
    perform private.lock_dates(v_series, v_plan);
    select * into v_found from public.series where requested_by = v_person and idempotency_key = v_key;
    if found then
      return private.same_series(v_found, v_series.asked_for);
    end if;
  end if;

  insert into public.series (id, pool_id, resource_id, owner_id, organisation_id, requested_by, rule, starts_on, start_time,
    end_time, end_days, quantity, purpose, idempotency_key, asked_for)
  values (v_series.id, v_series.pool_id, v_series.resource_id, v_series.owner_id, v_series.organisation_id, v_person,
    v_series.rule, v_series.starts_on, v_series.start_time, v_series.end_time, v_series.end_days, v_series.quantity,
    v_series.purpose, v_key, v_series.asked_for)
  on conflict (requested_by, idempotency_key) do nothing
  returning * into v_series;
  if not found then
    -- the same key for another resource at the same instant, and the other one was first
    perform private.fail('IDEMP', 'This key was used for another request.', 'p_idempotency_key');
  end if;
  v_ids := private.book_dates(v_series, v_plan);
  perform private.tell_series(v_series,
    case when exists (select 1 from public.bookings b where b.id = any (v_ids) and b.status = 'requested')
      then 'series_requested' else 'series_booked' end, v_ids, 'borrower', null);
  return v_series;
end;
$$;

create function private.same_series(p_series public.series, p_asked_for jsonb) returns public.series
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_series.asked_for <> p_asked_for then
    perform private.fail('IDEMP', 'This key was used for another request.', 'p_idempotency_key');
  end if;
  return p_series;
end;
$$;
comment on function private.same_series is 'The series when exactly this was asked for; raises IDEMP otherwise.';

comment on function public.request_series is
  'Asks for a recurring booking for an organisation the signed-in person belongs to: every date that p_rule (RFC 5545, with COUNT or UNTIL) names from p_starts_on on, from p_start_time to p_end_time p_end_days dates later, in the pool''s wall time. p_choices by date: skip, other_time (half-open starts_at, ends_at) or other_resource. All dates or none. The same key with the same content gives the same series. Raises LOGIN, NTFND, DNIED, ORGST, RESST, INPUT, BKAUD, BKLED, BKLEN, BKCLO, BKGRD, BKFUL, QUOTA, BKOVL, BKCAP, IDEMP.';
grant execute on function public.request_series to authenticated;
