-- Holidays come in as lists of dates, one kind at a time.

create function public.import_holidays(
  p_pool_id uuid, p_kind text, p_days jsonb, p_from date default null, p_to date default null
) returns integer
language plpgsql
volatile
-- definer: nobody holds a write grant on holidays
security definer
set search_path = ''
as $$
declare
  v_from date;
  v_to date;
  v_count integer;
begin
  -- coalesce: without a token there is no role
  if coalesce(auth.role(), '') <> 'service_role' then
    perform private.require_staff(p_pool_id, array['manager']);
  end if;
  if not exists (select 1 from public.pools where id = p_pool_id) then
    perform private.fail('NTFND', 'There is no such pool.', 'p_pool_id');
  end if;
  perform private.require_choice(p_kind, 'p_kind', array['public', 'school']);
  if jsonb_typeof(p_days) is distinct from 'array' or exists (
    select 1 from jsonb_array_elements(p_days) d
    where jsonb_typeof(d) <> 'object'
      or coalesce(d ->> 'starts_on', '') !~ '^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$'
      or coalesce(d ->> 'ends_on', d ->> 'starts_on') !~ '^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$'
      or not pg_input_is_valid(d ->> 'starts_on', 'date')
      or not pg_input_is_valid(coalesce(d ->> 'ends_on', d ->> 'starts_on'), 'date')
  ) then
    perform private.fail('INPUT', 'A list of {starts_on, ends_on, name}.', 'p_days', jsonb_build_object('reason', 'invalid'));
  end if;
  if exists (
    select 1 from jsonb_array_elements(p_days) d where (d ->> 'ends_on')::date < (d ->> 'starts_on')::date
  ) then
    perform private.fail('INPUT', 'Ends before it starts.', 'p_days', jsonb_build_object('reason', 'end_before_start'));
  end if;
  select least(p_from, min((d ->> 'starts_on')::date)),
    greatest(p_to, max(coalesce(d ->> 'ends_on', d ->> 'starts_on')::date)),
    coalesce(sum(coalesce(d ->> 'ends_on', d ->> 'starts_on')::date - (d ->> 'starts_on')::date + 1), 0)
  into v_from, v_to, v_count
  from jsonb_array_elements(p_days) d;
  if v_from is null or v_to is null then
    perform private.fail('INPUT', 'No dates.', 'p_days', jsonb_build_object('reason', 'required'));
  end if;
  if not isfinite(v_from) or not isfinite(v_to) or v_count > 2000 or v_to - v_from > 3700 then
    perform private.fail('INPUT', 'At most ten years and 2000 days at once.', 'p_days', jsonb_build_object('reason', 'range'));
  end if;

  -- two imports of one kind at once: one after the other
  perform 1 from public.pools where id = p_pool_id for no key update;
  delete from public.holidays where pool_id = p_pool_id and kind = p_kind and on_date between v_from and v_to;
  insert into public.holidays (pool_id, on_date, kind, name)
  select p_pool_id, day.on_date::date, p_kind, left(string_agg(distinct private.require_text(d ->> 'name', 'p_days', 120), ', '), 120)
  from jsonb_array_elements(p_days) d
  cross join generate_series((d ->> 'starts_on')::timestamp, coalesce(d ->> 'ends_on', d ->> 'starts_on')::timestamp, interval '1 day') day (on_date)
  group by day.on_date;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.import_holidays is
  'Writes holidays of one kind (public or school) of a pool: p_days is a list of {starts_on, ends_on (included; left out: one day), name}. Replaces that kind from the first to the last date of the list, or of [p_from, p_to] (both included) when that reaches further; gives the number of dates. QM managers and the service role. Raises LOGIN, DNIED, NTFND, INPUT.';
grant execute on function public.import_holidays to authenticated, service_role;

create function private.working_days_between(p_pool_id uuid, p_from date, p_to date) returns integer
language plpgsql
stable
set search_path = ''
as $$
begin
  -- 0001-01-01 was a Monday: whole weeks have five working days, the begun one at most five.
  return case when p_to <= p_from then 0 else
    (p_to - date '0001-01-01') / 7 * 5 + least((p_to - date '0001-01-01') % 7, 5)
    - (p_from + 1 - date '0001-01-01') / 7 * 5 - least((p_from + 1 - date '0001-01-01') % 7, 5)
    - (select count(*)::integer from public.holidays h
       where h.pool_id = p_pool_id and h.kind = 'public' and h.on_date > p_from and h.on_date < p_to
         and extract(isodow from h.on_date) < 6)
    end;
end;
$$;
comment on function private.working_days_between is
  'Working days strictly between two local dates: no Saturday, Sunday or public holiday of the pool.';
