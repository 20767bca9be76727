-- Which periods can be had: any, slots of a grid, named parts of the day, or days with a pick-up and a
-- return time. And how many days a period counts.

create function private.walls_of(p_at timestamptz, p_zone text) returns timestamp[]
language plpgsql
stable
set search_path = ''
as $$
declare
  v_wall timestamp := p_at at time zone p_zone;
  v_gap interval := (v_wall - (p_at at time zone 'UTC'))
    - (((p_at - interval '3 hours') at time zone p_zone) - ((p_at - interval '3 hours') at time zone 'UTC'));
begin
  -- Shortly after the clocks went forward an instant may also stand for a time that they left out.
  if v_gap > interval '0' and (v_wall - v_gap) at time zone p_zone = p_at then
    return array[v_wall, v_wall - v_gap];
  end if;
  return array[v_wall];
end;
$$;
comment on function private.walls_of is
  'The wall times that mean this instant: what the clocks show, and a time that spring left out and that is therefore as long after the gap.';

create function private.grid_violation(
  p_terms public.effective_terms, p_zone text, p_starts_at timestamptz, p_ends_at timestamptz
) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_field text := 'p_starts_at';
  v_walls timestamp[] := private.walls_of(p_starts_at, p_zone);
  v_seconds integer;
  v_slot integer;
  v_fits boolean;
  v_time time;
begin
  if p_terms.period_kind = 'minutes' then
    return null;
  end if;
  loop
    case p_terms.period_kind
      when 'slots' then
        v_slot := p_terms.slot_minutes * 60;
        -- a day more, so that the rest is never negative; slots fill a day, so it changes nothing
        v_seconds := 86400 - 60 * private.minute_of(coalesce(p_terms.slot_starts_at, '00:00'));
        v_fits := exists (select 1 from unnest(v_walls) w where mod(extract(epoch from w::time) + v_seconds, v_slot) = 0);
        if not v_fits then
          v_seconds := mod(extract(epoch from v_walls[1]::time)::integer + v_seconds, v_slot);
          v_time := v_walls[1]::time - v_seconds * interval '1 second';
          return jsonb_build_object('reason', 'slot', 'field', v_field, 'slot_minutes', p_terms.slot_minutes,
            'before', to_char(v_time, 'HH24:MI'), 'after', to_char(v_time + v_slot * interval '1 second', 'HH24:MI'));
        end if;
      when 'parts' then
        if not exists (
          select 1 from public.day_parts p
          where p.terms_id = p_terms.parts_terms_id
            -- 24:00 is shown as 00:00
            and (case v_field when 'p_starts_at' then p.starts_at else p.ends_at end - time '00:00')
              = any (select w::time - time '00:00' + k * interval '24 hours' from unnest(v_walls) w, generate_series(0, 1) k)
        ) then
          return jsonb_build_object('reason', 'part', 'field', v_field, 'parts', (
            select string_agg(p.name || ' ' || to_char(p.starts_at, 'HH24:MI') || '–' || to_char(p.ends_at, 'HH24:MI'), ', ' order by p.position)
            from public.day_parts p where p.terms_id = p_terms.parts_terms_id));
        end if;
      when 'days' then
        v_time := case v_field when 'p_starts_at' then p_terms.pickup_at else p_terms.return_at end;
        if not exists (
          select 1 from unnest(v_walls) w where w::time = v_time or (v_time = '24:00' and w::time = '00:00')
        ) then
          return jsonb_build_object('reason', case v_field when 'p_starts_at' then 'pickup' else 'return' end,
            'field', v_field, 'at', private.clock_of(private.minute_of(v_time)));
        end if;
    end case;
    exit when v_field = 'p_ends_at';
    v_field := 'p_ends_at';
    v_walls := private.walls_of(p_ends_at, p_zone);
  end loop;
  return null;
end;
$$;
comment on function private.grid_violation is
  'Why a half-open period is none that can be had; null when it is. {reason: slot, part, pickup or return; field: p_starts_at or p_ends_at; and what would fit in wall time: before and after (nearest grid times) with slot_minutes, parts (in words), or at}. A grid time counts as often as the clocks show it; one that spring leaves out means as long after the gap.';

create function private.counted_days(
  p_terms public.effective_terms, p_pool_id uuid, p_zone text, p_starts_at timestamptz, p_ends_at timestamptz
) returns integer
language plpgsql
stable
set search_path = ''
as $$
declare
  v_from timestamp := p_starts_at at time zone p_zone;
  v_to timestamp := p_ends_at at time zone p_zone;
  v_first date := v_from;
  -- an end at 00:00 does not touch its date
  v_last date := v_to - interval '1 microsecond';
begin
  if p_terms.day_count = 'started' then
    -- at least one: where autumn repeats an hour the end may show an earlier time than the start
    return greatest(1, ceil(extract(epoch from v_to - v_from) / 86400))::integer;
  end if;
  if p_terms.day_count = 'open' and (p_terms.hours_terms_id is not null
      or p_terms.closed_on_public_holidays or p_terms.closed_in_school_holidays) then
    if v_first >= v_last then
      return case when isempty(private.open_minutes(p_terms.hours_terms_id, p_terms, p_pool_id, v_first)) then 0 else 1 end;
    end if;
    return (
      select count(*)::integer from generate_series(0, v_last - v_first) i
      where not isempty(private.open_minutes(p_terms.hours_terms_id, p_terms, p_pool_id, v_first + i)));
  end if;
  return greatest(1, v_last - v_first + 1);
end;
$$;
comment on function private.counted_days is
  'How many days a half-open period counts by day_count. calendar: local dates touched (an end at 00:00 does not touch its date); started: each 24 hours begun in wall time; open: dates touched on which it is open at all.';
