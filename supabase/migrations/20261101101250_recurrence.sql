-- Recurrence rules of RFC 5545, as far as the life of a club needs them: which dates a rule names.
-- Rules speak of dates in local wall time; which instants these are is asked per date, so that a
-- clock change moves no training. Left out: hours and smaller (a booking has its own times), numbers
-- of weeks and days of the year, and rules without an end, since a slot is promised for a season.

create function private.refuse_rule(p_part text) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  perform private.fail('INPUT', 'This part of the rule is not understood here: ' || p_part, 'p_rule',
    jsonb_build_object('reason', 'rule', 'part', left(p_part, 40)));
end;
$$;
comment on function private.refuse_rule is 'Raises INPUT (reason rule) and names the part of a recurrence rule that cannot be. Never returns.';

create function private.rule_numbers(p_name text, p_value text, p_least integer, p_most integer) returns integer[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_numbers integer[] := '{}';
  v_item text;
begin
  foreach v_item in array string_to_array(p_value, ',') loop
    if v_item !~ '^[+-]?[0-9]{1,3}$' or v_item::integer = 0 or v_item::integer not between p_least and p_most then
      perform private.refuse_rule(p_name || '=' || p_value);
    end if;
    v_numbers := v_numbers || v_item::integer;
  end loop;
  return v_numbers;
end;
$$;
comment on function private.rule_numbers is 'The list of numbers other than 0 between p_least and p_most that a part of a rule holds. Raises INPUT.';

create function private.read_rule(
  p_rule text,
  out freq text,
  out every integer,
  out most integer,
  out until_on date,
  out week_start integer,
  out weekdays integer[],
  out ordinals integer[],
  out month_days integer[],
  out months integer[],
  out positions integer[]
)
language plpgsql
immutable
set search_path = ''
as $$
declare
  c_weekdays constant text[] := array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
  v_seen text[] := '{}';
  v_part text;
  v_name text;
  v_value text;
  v_item text;
begin
  p_rule := regexp_replace(upper(btrim(coalesce(p_rule, ''))), '^RRULE:', '');
  if p_rule = '' then
    perform private.fail('INPUT', 'How does it repeat?', 'p_rule', jsonb_build_object('reason', 'required'));
  end if;
  if char_length(p_rule) > 300 then
    perform private.refuse_rule(p_rule);
  end if;
  every := 1;
  week_start := 1;
  foreach v_part in array string_to_array(p_rule, ';') loop
    v_name := split_part(v_part, '=', 1);
    v_value := substr(v_part, char_length(v_name) + 2);
    if v_name = any (v_seen) or v_value = '' then
      perform private.refuse_rule(v_part);
    end if;
    v_seen := v_seen || v_name;
    case v_name
      when 'FREQ' then
        if v_value <> all (array['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']) then
          perform private.refuse_rule(v_part);
        end if;
        freq := v_value;
      when 'INTERVAL' then
        if v_value !~ '^[1-9][0-9]?$' then
          perform private.refuse_rule(v_part);
        end if;
        every := v_value::integer;
      when 'COUNT' then
        if v_value !~ '^[1-9][0-9]{0,2}$' then
          perform private.refuse_rule(v_part);
        end if;
        most := v_value::integer;
      when 'UNTIL' then
        -- a date, because a rule speaks in the pool's wall time; an instant would mean another day in another zone
        begin
          if v_value !~ '^[0-9]{8}$' then
            perform private.refuse_rule(v_part);
          end if;
          until_on := to_date(v_value, 'YYYYMMDD');
        exception when datetime_field_overflow then
          perform private.refuse_rule(v_part);
        end;
      when 'WKST' then
        week_start := array_position(c_weekdays, v_value);
        if week_start is null then
          perform private.refuse_rule(v_part);
        end if;
      when 'BYDAY' then
        foreach v_item in array string_to_array(v_value, ',') loop
          if v_item !~ '^([+-]?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)$' then
            perform private.refuse_rule(v_part);
          end if;
          weekdays := weekdays || array_position(c_weekdays, right(v_item, 2));
          ordinals := ordinals || coalesce(nullif(left(v_item, -2), '')::integer, 0);
        end loop;
      when 'BYMONTHDAY' then
        month_days := private.rule_numbers(v_name, v_value, -31, 31);
      when 'BYMONTH' then
        months := private.rule_numbers(v_name, v_value, 1, 12);
      when 'BYSETPOS' then
        positions := private.rule_numbers(v_name, v_value, -366, 366);
      else
        perform private.refuse_rule(v_part);
    end case;
  end loop;

  -- What the parts mean together; RFC 5545, section 3.3.10.
  if freq is null then
    perform private.refuse_rule('FREQ');
  elsif most is not null and until_on is not null then
    perform private.refuse_rule('COUNT+UNTIL');
  elsif ordinals is not null and ordinals <> array_fill(0, array[cardinality(ordinals)])
    and (freq in ('DAILY', 'WEEKLY')
      or exists (
        select 1 from unnest(ordinals) as o (n) where abs(o.n) > case when freq = 'YEARLY' and months is null then 53 else 5 end)) then
    perform private.refuse_rule('BYDAY');
  elsif month_days is not null and freq = 'WEEKLY' then
    perform private.refuse_rule('BYMONTHDAY');
  elsif positions is not null
    and (freq not in ('MONTHLY', 'YEARLY') or coalesce(weekdays, month_days, months) is null) then
    perform private.refuse_rule('BYSETPOS');
  end if;
end;
$$;
comment on function private.read_rule is
  'The parts of a recurrence rule (RFC 5545): FREQ DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL 1 to 99, COUNT 1 to 999 or UNTIL (a date, included), WKST, BYDAY (ordinals for MONTHLY and YEARLY; 0 here: each), BYMONTHDAY, BYMONTH, BYSETPOS (MONTHLY and YEARLY). Weekdays count from Monday 1. Raises INPUT (required; rule, with the part that is not understood).';

create function private.expand_rule(p_rule text, p_starts_on date, p_from date, p_to date) returns setof date
language plpgsql
stable
rows 60
set search_path = ''
as $$
declare
  v_rule record := private.read_rule(p_rule);
  v_weekdays integer[] := v_rule.weekdays;
  v_ordinals integer[] := v_rule.ordinals;
  v_month_days integer[] := v_rule.month_days;
  v_months integer[] := v_rule.months;
  v_by_year boolean := v_rule.freq = 'YEARLY' and v_rule.months is null;
  v_first date;
  v_last date;
begin
  if p_starts_on is null or not isfinite(p_starts_on) then
    perform private.fail('INPUT', 'From when?', 'p_starts_on', jsonb_build_object('reason', 'required'));
  end if;
  if p_from is null or p_to is null or p_to - p_starts_on > 7500 or p_to - p_from > 7500 then
    perform private.fail('INPUT', 'At most twenty years.', 'p_starts_on', jsonb_build_object('reason', 'dates'));
  end if;
  -- what the rule leaves open, its first date says
  if v_weekdays is null and v_month_days is null then
    case v_rule.freq
      when 'WEEKLY' then
        v_weekdays := array[extract(isodow from p_starts_on)::integer];
        v_ordinals := array[0];
      when 'MONTHLY' then
        v_month_days := array[extract(day from p_starts_on)::integer];
      when 'YEARLY' then
        v_month_days := array[extract(day from p_starts_on)::integer];
        v_months := coalesce(v_months, array[extract(month from p_starts_on)::integer]);
      else null;
    end case;
  end if;
  -- Whole intervals are looked at, because a place from their end counts from days that are not wanted.
  v_first := case v_rule.freq
    when 'WEEKLY' then p_starts_on - (extract(isodow from p_starts_on)::integer - v_rule.week_start + 7) % 7
    when 'MONTHLY' then date_trunc('month', p_starts_on::timestamp)::date
    when 'YEARLY' then date_trunc('year', p_starts_on::timestamp)::date
    else p_starts_on end;
  v_last := least(p_to - 1, v_rule.until_on);
  if v_rule.positions is not null then
    v_last := (case v_rule.freq
      when 'MONTHLY' then date_trunc('month', v_last::timestamp) + interval '1 month'
      else date_trunc('year', v_last::timestamp) + interval '1 year' end)::date - 1;
  end if;
  return query
    with days as (
      select d.on_day, b.first_on, b.last_on, case v_rule.freq
          when 'DAILY' then d.on_day - v_first
          when 'WEEKLY' then (d.on_day - v_first) / 7
          when 'MONTHLY' then (d.y - extract(year from v_first)::integer) * 12 + d.m - extract(month from v_first)::integer
          else d.y - extract(year from v_first)::integer end as round
      from (
        select v_first + n as on_day, extract(year from v_first + n)::integer as y, extract(month from v_first + n)::integer as m
        from generate_series(0, v_last - v_first) n
      ) d
      -- "the second Tuesday": of the month, or of the whole year
      cross join lateral (
        select make_date(d.y, case when v_by_year then 1 else d.m end, 1) as first_on,
          case when v_by_year then make_date(d.y, 12, 31)
            else (make_date(d.y, d.m, 1) + interval '1 month')::date - 1 end as last_on
      ) b
      where v_months is null or d.m = any (v_months)
    ),
    named as (
      select d.on_day,
        row_number() over (partition by d.round order by d.on_day) as place,
        count(*) over (partition by d.round) as places
      from days d
      where d.round % v_rule.every = 0
        and (v_month_days is null
          or extract(day from d.on_day)::integer = any (v_month_days)
          -- -1 is the last day of the month
          or d.on_day - (date_trunc('month', d.on_day::timestamp) + interval '1 month')::date = any (v_month_days))
        and (v_weekdays is null or exists (
          select 1 from unnest(v_weekdays, v_ordinals) as w (weekday, ordinal)
          where w.weekday = extract(isodow from d.on_day)::integer
            and (w.ordinal = 0
              or w.ordinal = (d.on_day - d.first_on) / 7 + 1
              or w.ordinal = -((d.last_on - d.on_day) / 7 + 1))))
    ),
    chosen as (
      select n.on_day, row_number() over (order by n.on_day) as nth
      from named n
      where n.on_day >= p_starts_on
        and (v_rule.positions is null
          or n.place = any (v_rule.positions) or n.place - n.places - 1 = any (v_rule.positions))
    )
    select c.on_day from chosen c
    where c.on_day >= p_from and c.on_day < p_to
      and (v_rule.most is null or c.nth <= v_rule.most)
      and (v_rule.until_on is null or c.on_day <= v_rule.until_on)
    order by c.on_day;
end;
$$;
comment on function private.expand_rule is
  'The dates that a recurrence rule (see read_rule) names from p_starts_on on, as far as they lie in p_from (included) to p_to (not included), in order. p_starts_on counts only when the rule names it. Raises INPUT.';
