-- The lists of a row of terms as whoever sets the terms writes them: each replaces what stood there.

create function private.write_list(p_field text, p_rows jsonb, p_max integer, p_statement text, p_terms_id uuid) returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_line jsonb;
  v_index integer;
  v_constraint text;
begin
  if jsonb_typeof(p_rows) is distinct from 'array' then
    perform private.fail('INPUT', 'This is a list.', p_field, jsonb_build_object('reason', 'invalid'));
  end if;
  if jsonb_array_length(p_rows) > p_max then
    perform private.fail('INPUT', 'Too many lines.', p_field, jsonb_build_object('reason', 'too_big', 'max', p_max));
  end if;
  -- all lines at once, so that triggers see a whole list; one by one only to say which of them cannot be
  begin
    execute p_statement using p_terms_id, p_rows, 0;
    return;
  exception
    when integrity_constraint_violation or data_exception or cardinality_violation then
      null;
  end;
  for v_line, v_index in select value, ordinality from jsonb_array_elements(p_rows) with ordinality loop
    begin
      execute p_statement using p_terms_id, jsonb_build_array(v_line), v_index - 1;
    exception
      when check_violation or not_null_violation or unique_violation or invalid_datetime_format or datetime_field_overflow
        or invalid_text_representation or numeric_value_out_of_range or invalid_parameter_value then
      get stacked diagnostics v_constraint = constraint_name;
      perform private.fail('INPUT', 'Line ' || v_index || ' cannot be.', p_field, jsonb_build_object('line', v_index,
        'reason', case
          when v_constraint like '%\_key' then 'twice'
          when v_constraint like '%\_times\_check' or v_constraint like '%\_dates\_check' then 'end_before_start'
          else 'invalid' end));
    end;
  end loop;
end;
$$;
comment on function private.write_list is
  'Runs p_statement ($1 p_terms_id, $2 a list of rows, $3 how many come before them) for all rows of a list; raises INPUT (line; reason invalid, too_big, twice or end_before_start) for p_field.';

create function private.write_opening_hours(p_terms_id uuid, p_rows jsonb) returns void
language plpgsql
volatile
-- definer: nobody holds a write grant on the lists
security definer
set search_path = ''
as $$
begin
  delete from public.opening_hours where terms_id = p_terms_id;
  perform private.write_list('p_opening_hours', p_rows, 120, $q$
    insert into public.opening_hours (terms_id, weekday, opens_at, closes_at, season_from, season_to)
    select $1, r.weekday, r.opens_at, r.closes_at, r.season_from, r.season_to
    from jsonb_to_recordset($2) as r (weekday integer, opens_at time, closes_at time, season_from text, season_to text)
  $q$, p_terms_id);
end;
$$;
comment on function private.write_opening_hours is
  'Replaces the opening hours of a row of terms by [{weekday, opens_at, closes_at, season_from, season_to}]. Whoever calls it has checked who asks. Raises INPUT.';

create function private.write_opening_exceptions(p_terms_id uuid, p_rows jsonb) returns void
language plpgsql
volatile
-- definer: see write_opening_hours
security definer
set search_path = ''
as $$
begin
  delete from public.opening_exceptions where terms_id = p_terms_id;
  perform private.write_list('p_opening_exceptions', p_rows, 200, $q$
    insert into public.opening_exceptions (terms_id, starts_on, ends_on, opens_at, closes_at, note)
    select $1, r.starts_on, coalesce(r.ends_on, r.starts_on), r.opens_at, r.closes_at,
      coalesce(private.require_text(r.note, 'p_opening_exceptions', 240, false), '')
    from jsonb_to_recordset($2) as r (starts_on date, ends_on date, opens_at time, closes_at time, note text)
  $q$, p_terms_id);
end;
$$;
comment on function private.write_opening_exceptions is
  'Replaces the exceptions of a row of terms by [{starts_on, ends_on (included), opens_at, closes_at (both left out: closed), note}]. Whoever calls it has checked who asks. Raises INPUT.';

create function private.write_day_parts(p_terms_id uuid, p_rows jsonb) returns void
language plpgsql
volatile
-- definer: see write_opening_hours
security definer
set search_path = ''
as $$
begin
  delete from public.day_parts where terms_id = p_terms_id;
  perform private.write_list('p_day_parts', p_rows, 24, $q$
    insert into public.day_parts (terms_id, position, name, starts_at, ends_at)
    select $1, $3 + r.place, private.require_text(r.name, 'p_day_parts', 60), r.starts_at, r.ends_at
    from rows from (jsonb_to_recordset($2) as (name text, starts_at time, ends_at time)) with ordinality as r (name, starts_at, ends_at, place)
  $q$, p_terms_id);
end;
$$;
comment on function private.write_day_parts is
  'Replaces the parts of the day of a row of terms by [{name, starts_at, ends_at}], in this order. Whoever calls it has checked who asks. Raises INPUT.';
