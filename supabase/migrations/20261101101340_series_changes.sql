-- Another time for a series, and another season. What became of a date goes along with it.

create function private.rule_round(p_freq text, p_week_start integer, p_on date) returns integer
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case p_freq
    when 'DAILY' then p_on - date '2001-01-01'
    -- 1 January 2001 was a Monday
    when 'WEEKLY' then floor((p_on - date '2001-01-01' - (p_week_start - 1)) / 7.0)::integer
    when 'MONTHLY' then extract(year from p_on)::integer * 12 + extract(month from p_on)::integer
    else extract(year from p_on)::integer end;
end;
$$;
comment on function private.rule_round is 'The day, week, month or year a date lies in, counted on: what a rule repeats.';

create function private.moved_dates(p_old public.series, p_new public.series, p_from date)
returns table (old_on date, new_on date)
language plpgsql
stable
rows 60
-- definer: called from move_series only
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_rule record := private.read_rule(p_new.rule);
  v_first date;
  v_last date;
begin
  select min(so.occurrence_on), max(so.occurrence_on) into v_first, v_last
  from public.series_occurrences so where so.series_id = p_old.id;
  return query
    with old as (
      select so.occurrence_on as on_day, private.rule_round(v_rule.freq, v_rule.week_start, so.occurrence_on) as round,
        row_number() over (
          partition by private.rule_round(v_rule.freq, v_rule.week_start, so.occurrence_on) order by so.occurrence_on) as place
      from public.series_occurrences so where so.series_id = p_old.id
    ),
    fresh as (
      select d as on_day, private.rule_round(v_rule.freq, v_rule.week_start, d) as round,
        row_number() over (partition by private.rule_round(v_rule.freq, v_rule.week_start, d) order by d) as place
      -- whole weeks, months or years, in step with the old rule
      from private.expand_rule(regexp_replace(p_new.rule, ';?(COUNT|UNTIL)=[^;]*', '', 'g'),
        case v_rule.freq
          when 'WEEKLY' then v_first - (extract(isodow from v_first)::integer - v_rule.week_start + 7) % 7
          when 'MONTHLY' then date_trunc('month', v_first::timestamp)::date
          when 'YEARLY' then date_trunc('year', v_first::timestamp)::date
          else v_first end, v_first - 366, v_last + 367) d
    )
    select o.on_day, f.on_day
    from old o join fresh f on f.round = o.round and f.place = o.place
    where o.on_day >= p_from
      -- a date does not move into what was left behind
      and f.on_day >= p_from;
end;
$$;
comment on function private.moved_dates is
  'Where each date of a series from p_from on goes under a new rule of the same frequency: the nth of a week, month or year to the nth of the same.';

create function public.move_series(
  p_series_id uuid,
  p_from date,
  p_start_time time default null,
  p_end_time time default null,
  p_end_days integer default null,
  p_rule text default null,
  p_conflicts text default 'refuse',
  p_note text default null
) returns public.series
language plpgsql
volatile
-- definer: nobody holds a write grant on series
security definer
set search_path = ''
as $$
declare
  v_old public.series := private.lock_series(p_series_id);
  v_new public.series := v_old;
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_zone text := (select p.time_zone from public.pools p where p.id = v_old.pool_id);
  v_from date := greatest(p_from, (now() at time zone v_zone)::date);
  v_old_on date[];
  v_new_on date[];
  v_ids uuid[];
  v_moved uuid[] := '{}';
  v_date record;
  v_code text;
  v_detail text;
  v_refused jsonb := '[]';
begin
  perform private.require_choice(p_conflicts, 'p_conflicts', array['refuse', 'keep', 'skip']);
  perform private.require_mover(v_old);
  if p_from is null then
    perform private.fail('INPUT', 'From when?', 'p_from', jsonb_build_object('reason', 'required'));
  end if;
  v_new.start_time := coalesce(p_start_time, v_old.start_time);
  v_new.end_time := coalesce(p_end_time, v_old.end_time);
  v_new.end_days := coalesce(p_end_days, v_old.end_days);
  if p_rule is not null then
    v_new.rule := private.other_days_rule(v_old.rule, p_rule,
      (select max(so.occurrence_on) from public.series_occurrences so where so.series_id = p_series_id));
  end if;
  perform private.check_series(v_new);
  if (v_new.rule, v_new.start_time, v_new.end_time, v_new.end_days) = (v_old.rule, v_old.start_time, v_old.end_time, v_old.end_days) then
    return v_old;
  end if;
  perform private.series_dates(v_new, v_from);
  if p_rule is null then
    v_old_on := array(select so.occurrence_on from public.series_occurrences so where so.series_id = p_series_id and so.occurrence_on >= v_from order by 1);
    v_new_on := v_old_on;
  else
    select array_agg(m.old_on order by m.old_on), array_agg(m.new_on order by m.old_on) into v_old_on, v_new_on
    from private.moved_dates(v_old, v_new, v_from) m;
  end if;

  -- What moves are dates still to come that stand as the rule says; what was agreed apart stays where it is.
  v_ids := array(
    select b.id from public.series_occurrences so join public.bookings b on b.id = so.booking_id
    where so.series_id = p_series_id and so.occurrence_on = any (v_old_on) and so.state = 'booked'
      and b.status in ('requested', 'approved') and b.starts_at > now());
  perform private.lock_series_bookings(v_ids, private.series_keys(v_old, array[v_old.resource_id], v_new_on));
  if p_rule is not null then
    v_new.starts_on := coalesce(v_new_on[1], v_old.starts_on);
  end if;
  update public.series
  set rule = v_new.rule, starts_on = v_new.starts_on, start_time = v_new.start_time, end_time = v_new.end_time,
      end_days = v_new.end_days, version = version + 1, updated_at = now()
  where id = p_series_id
  returning * into v_new;
  begin
    -- every date goes along, also those that were skipped or rejected: they stay so
    update public.series_occurrences so set occurrence_on = m.new_on
    from unnest(v_old_on, v_new_on) as m (old_on, new_on)
    where so.series_id = p_series_id and so.occurrence_on = m.old_on and m.new_on <> m.old_on;
  exception when unique_violation then
    perform private.fail('INPUT', 'Two dates would meet.', 'p_rule', jsonb_build_object('reason', 'other_rhythm'));
  end;

  for v_date in
    select b.id, so.occurrence_on, w.starts_at, w.ends_at
    from public.bookings b
    join public.series_occurrences so on so.booking_id = b.id
    cross join lateral private.wall_period(so.occurrence_on, v_new.start_time, v_new.end_time, v_new.end_days, v_zone) w
    where b.id = any (v_ids) and b.status in ('requested', 'approved')
    -- away from each other: who moves later makes room for the one before
    order by case when w.starts_at > b.starts_at then -1 else 1 end * extract(epoch from b.starts_at), b.id
  loop
    begin
      perform public.change_booking(v_date.id, v_date.starts_at, v_date.ends_at, p_note => v_note);
      v_moved := v_moved || v_date.id;
    exception when others then
      get stacked diagnostics v_code = returned_sqlstate, v_detail = pg_exception_detail;
      if v_code !~ '^(BK[A-Z]{3}|QUOTA)$' then
        raise;
      end if;
      v_refused := v_refused || jsonb_build_object('on', v_date.occurrence_on, 'code', v_code, 'params', v_detail::jsonb -> 'params');
      if p_conflicts = 'skip' then
        perform public.cancel_booking(v_date.id, v_note);
        v_moved := v_moved || v_date.id;
      end if;
    end;
  end loop;
  if p_conflicts = 'refuse' then
    perform private.fail_dates(v_refused, 'p_conflicts');
  end if;
  perform private.refresh_occurrences(v_new);
  if v_moved <> '{}' then
    perform private.tell_series(v_new, 'series_moved', v_moved, 'borrower', v_note);
  end if;
  return v_new;
end;
$$;

create function private.require_mover(p_series public.series) returns void
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  if not (p_series.organisation_id in (select private.my_organisation_ids(array['approver', 'admin']))
          or (coalesce(p_series.requested_by = auth.uid(), false) and p_series.organisation_id in (select private.my_organisation_ids()))) then
    perform private.fail('DNIED', 'Who asked, or their approvers, may change a series.');
  end if;
  if p_series.status <> 'active' then
    perform private.fail('BKSTA', 'The series has ended.', null, jsonb_build_object('status', p_series.status));
  end if;
end;
$$;
comment on function private.require_mover is 'Who asked for a series that goes on, or the borrower''s approvers and admins. Raises DNIED, BKSTA.';

create function private.other_days_rule(p_old text, p_new text, p_last_on date) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_rule text := private.rule_until(regexp_replace(upper(btrim(p_new)), '^RRULE:', ''), p_last_on + 366);
  v_was record := private.read_rule(p_old);
  v_is record := private.read_rule(v_rule);
begin
  -- Other days of the same week or month; how often is what makes it this series.
  if (v_is.freq, v_is.every) <> (v_was.freq, v_was.every) or v_is.freq = 'DAILY'
     or coalesce(v_is.weekdays, v_is.month_days) is null
     or coalesce(cardinality(v_is.weekdays), 1) <> coalesce(cardinality(v_was.weekdays), 1) then
    perform private.fail('INPUT', 'As often as before.', 'p_rule', jsonb_build_object('reason', 'other_rhythm'));
  end if;
  -- to the end of the week, month or year of the last date
  return private.rule_until(v_rule, case v_is.freq
    when 'WEEKLY' then p_last_on + 6 - (extract(isodow from p_last_on)::integer - v_is.week_start + 7) % 7
    when 'MONTHLY' then (date_trunc('month', p_last_on::timestamp) + interval '1 month')::date - 1
    else make_date(extract(year from p_last_on)::integer, 12, 31) end);
end;
$$;
comment on function private.other_days_rule is
  'A rule that may follow another one in the same series: as often, on other days. Raises INPUT (other_rhythm).';

create function private.refresh_occurrences(p_series public.series) returns void
language sql
volatile
-- definer: nobody holds a write grant on series_occurrences
security definer
set search_path = ''
as $$
  update public.series_occurrences so
  set state = private.occurrence_state(p_series, so.occurrence_on, b)
  from public.bookings b
  where so.series_id = p_series.id and so.state in ('booked', 'moved') and b.id = so.booking_id
$$;
comment on function private.refresh_occurrences is 'Says of each date that stands whether it stands as the rule says now.';

comment on function public.move_series is
  'Other wall times, or other days of the same week or month (p_rule, as often as before), for the dates of a series from p_from on (by the date of the rule; never before today) that stand as the rule says. Each is changed as change_booking changes it: what was requested moves at once, what was approved waits for the owner where they must be asked. A date that cannot be: p_conflicts refuse (nothing moves), keep (stays where it is) or skip (is called off). Dates skipped or rejected go along and stay so. Who asked, or the borrower''s approvers and admins. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT, RESST, BKAUD, BKLED, BKLEN, BKCLO, BKGRD, BKFUL, QUOTA, BKOVL, BKCAP.';
grant execute on function public.move_series to authenticated;

create function public.extend_series(
  p_series_id uuid, p_until date, p_from date default null, p_choices jsonb default '{}'
) returns public.series
language plpgsql
volatile
-- definer: nobody holds a write grant on series
security definer
set search_path = ''
as $$
declare
  v_series public.series := private.lock_series(p_series_id);
  v_last date;
  v_from date;
  v_ids uuid[];
begin
  perform private.require_role(v_series.organisation_id, array['member', 'approver', 'admin']);
  select max(so.occurrence_on) into v_last from public.series_occurrences so where so.series_id = p_series_id;
  v_from := greatest(p_from, v_last + 1);
  if p_until is null or not isfinite(p_until) then
    perform private.fail('INPUT', 'Until when?', 'p_until', jsonb_build_object('reason', 'required'));
  end if;
  if v_series.rule = private.rule_until(v_series.rule, p_until) and v_series.status = 'active' then
    -- the same press twice
    return v_series;
  end if;
  if p_until < v_from or p_until - v_from > 1100 then
    perform private.fail('INPUT', 'Later than its last date, by at most three years.', 'p_until', jsonb_build_object('reason', 'dates'));
  end if;
  v_series.rule := private.rule_until(v_series.rule, p_until);
  v_series.status := 'active';
  v_ids := private.book_dates(v_series, private.plan_series(v_series, p_choices, v_from));
  update public.series set rule = v_series.rule, status = 'active', version = version + 1, updated_at = now()
  where id = p_series_id
  returning * into v_series;
  perform private.tell_series(v_series,
    case when exists (select 1 from public.bookings b where b.id = any (v_ids) and b.status = 'requested')
      then 'series_requested' else 'series_booked' end, v_ids, 'borrower', null);
  return v_series;
end;
$$;
comment on function public.extend_series is
  'Continues a series until p_until (included), from the day after its last date or from p_from: asks for the dates that its rule names then, with p_choices as in request_series; all or none. Dates that it has are left as they are. Any member of the borrower. Raises LOGIN, NTFND, DNIED, ORGST, RESST, INPUT, BKAUD, BKLED, BKLEN, BKCLO, BKGRD, BKFUL, QUOTA, BKOVL, BKCAP.';
grant execute on function public.extend_series to authenticated;
