-- Deciding a series, and calling off some of its dates: each date by the same intent as a single
-- booking, with all its rules, behind locks that are taken for all of them first.

create function private.see_series(p_series_id uuid) returns public.series
language plpgsql
volatile
-- definer: tells nothing to those who may not see it
security definer
set search_path = ''
as $$
declare
  v_series public.series;
begin
  perform private.require_person();
  select * into v_series from public.series where id = p_series_id;
  if not found
     or not (v_series.organisation_id in (select private.my_organisation_ids())
             or v_series.owner_id in (select private.my_organisation_ids(array['approver', 'admin']))
             or v_series.pool_id in (select private.my_staffed_pool_ids())) then
    perform private.fail('NTFND', 'There is no such series.', 'p_series_id');
  end if;
  return v_series;
end;
$$;
comment on function private.see_series is 'A series that the signed-in person may see. Raises LOGIN, NTFND.';

create function private.lock_series(p_series_id uuid) returns public.series
language plpgsql
volatile
-- definer: locks a row the asker has no update right on
security definer
set search_path = ''
as $$
declare
  v_series public.series := private.see_series(p_series_id);
begin
  -- Before its bookings. Who acts on a single booking never locks its series.
  select * into v_series from public.series where id = p_series_id for no key update;
  return v_series;
end;
$$;
comment on function private.lock_series is 'As see_series, and locked: edits of one series wait for each other. Raises LOGIN, NTFND.';

create function private.refuse_date(p_occurrence_on date, p_code text, p_detail text) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  perform private.fail(p_code, 'This date cannot be.', 'p_occurrences',
    coalesce(case when p_detail like '{%' then p_detail::jsonb -> 'params' end, '{}') || jsonb_build_object('date', p_occurrence_on));
end;
$$;
comment on function private.refuse_date is 'Raises again what an act on one date of a series was refused with, and says which date. Never returns.';

create function private.decide_series(p_series_id uuid, p_occurrences date[], p_note text, p_action text) returns public.series
language plpgsql
volatile
-- definer: reads and locks bookings
security definer
set search_path = ''
as $$
declare
  v_series public.series := private.see_series(p_series_id);
  v_ids uuid[];
  v_date record;
  v_code text;
  v_detail text;
begin
  -- also those whose change waits for an answer
  v_ids := array(
    select b.id from public.bookings b
    join public.series_occurrences so on so.booking_id = b.id
    where b.series_id = p_series_id and (p_occurrences is null or so.occurrence_on = any (p_occurrences))
      and (b.status = 'requested'
        or exists (select 1 from public.booking_changes c where c.booking_id = b.id and c.status = 'proposed')));
  perform private.lock_series_bookings(v_ids);
  v_ids := '{}'::uuid[] || array(
    select b.id from public.bookings b
    where b.id = any (v_ids)
      and (b.status = 'requested'
        or exists (select 1 from public.booking_changes c where c.booking_id = b.id and c.status = 'proposed')));
  if v_ids = '{}' then
    perform private.fail('BKSTA', 'Nothing is left to decide.', null, jsonb_build_object('reason', 'decided'));
  end if;
  for v_date in
    select b.id, b.status, so.occurrence_on, c.id as change_id
    from public.bookings b
    join public.series_occurrences so on so.booking_id = b.id
    left join public.booking_changes c on c.booking_id = b.id and c.status = 'proposed'
    where b.id = any (v_ids) order by b.starts_at, b.id
  loop
    begin
      if v_date.status = 'requested' then
        if p_action = 'approve' then
          perform public.approve_booking(v_date.id, p_note);
        else
          perform public.decline_booking(v_date.id, p_note);
        end if;
      elsif p_action = 'approve' then
        perform public.grant_change(v_date.change_id, p_note);
      else
        perform public.decline_change(v_date.change_id, p_note);
      end if;
    exception when others then
      get stacked diagnostics v_code = returned_sqlstate, v_detail = pg_exception_detail;
      if v_code !~ '^BK[A-Z]{3}$' then
        raise;
      end if;
      perform private.refuse_date(v_date.occurrence_on, v_code, v_detail);
    end;
  end loop;
  perform private.tell_series(v_series, case p_action when 'approve' then 'series_approved' else 'series_declined' end,
    v_ids, 'owner', p_note);
  return v_series;
end;
$$;
comment on function private.decide_series is 'What approve_series and decline_series share.';

create function public.approve_series(p_series_id uuid, p_occurrences date[] default null, p_note text default null)
returns public.series
language plpgsql
volatile
-- definer: see decide_series
security definer
set search_path = ''
as $$
begin
  return private.decide_series(p_series_id, p_occurrences, private.require_text(p_note, 'p_note', 2000, false), 'approve');
end;
$$;
comment on function public.approve_series is
  'Approves the undecided dates of a series, all or those of p_occurrences (by the date of the rule), and changes that wait on them; all or none; approvers and admins of the owner; one message tells the borrower. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, BKOVL, BKCAP, INPUT.';
grant execute on function public.approve_series to authenticated;

create function public.decline_series(p_series_id uuid, p_occurrences date[] default null, p_note text default null)
returns public.series
language plpgsql
volatile
-- definer: see decide_series
security definer
set search_path = ''
as $$
begin
  return private.decide_series(p_series_id, p_occurrences, private.require_text(p_note, 'p_note', 2000, false), 'decline');
end;
$$;
comment on function public.decline_series is
  'Declines the undecided dates of a series, all, some or one (p_occurrences, by the date of the rule), and changes that wait on them; approvers and admins of the owner; p_note is the reason the borrower reads. A declined date stays so through every edit. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT.';
grant execute on function public.decline_series to authenticated;

create function private.call_off(p_series public.series, p_from date, p_to date, p_note text) returns uuid[]
language plpgsql
volatile
-- definer: reads and locks bookings
security definer
set search_path = ''
as $$
declare
  v_borrows boolean := p_series.organisation_id in (select private.my_organisation_ids(array['approver', 'admin']))
    or (coalesce(p_series.requested_by = auth.uid(), false) and p_series.organisation_id in (select private.my_organisation_ids()));
  v_ids uuid[];
  v_done uuid[] := '{}';
  v_booking public.bookings;
begin
  if not v_borrows and p_series.owner_id not in (select private.my_organisation_ids(array['approver', 'admin'])) then
    perform private.fail('DNIED', 'Who asked, their approvers, or the owner''s may end a series.');
  end if;
  if p_from is null or not isfinite(p_from) then
    perform private.fail('INPUT', 'From when?', 'p_from', jsonb_build_object('reason', 'required'));
  end if;
  v_ids := array(
    select b.id from public.series_occurrences so join public.bookings b on b.id = so.booking_id
    where so.series_id = p_series.id and so.occurrence_on >= p_from and (p_to is null or so.occurrence_on <= p_to)
      and so.state in ('booked', 'moved')
      -- a date at another owner's thing is the borrower's to call off
      and (v_borrows or b.owner_id = p_series.owner_id));
  perform private.lock_series_bookings(v_ids);
  for v_booking in
    select * from public.bookings where id = any (v_ids) and status in ('requested', 'approved') and ends_at > now() order by starts_at, id
  loop
    if not v_borrows and v_booking.status = 'requested' then
      perform public.decline_booking(v_booking.id, p_note);
    else
      perform public.cancel_booking(v_booking.id, p_note);
    end if;
    v_done := v_done || v_booking.id;
  end loop;
  if v_done <> '{}' then
    perform private.tell_series(p_series, 'series_cancelled', v_done, case when v_borrows then 'borrower' else 'owner' end, p_note);
  end if;
  return v_done;
end;
$$;
comment on function private.call_off is
  'Calls off the dates of a locked series from p_from to p_to (both included; null: to its end) that are not over, for who asked, their approvers and admins, or the owner''s; gives the bookings. Raises DNIED, INPUT.';

create function private.rule_until(p_rule text, p_until date) returns text
language sql
immutable
set search_path = ''
as $$
  select regexp_replace(regexp_replace(p_rule, '(^|;)(COUNT|UNTIL)=[^;]*', '', 'g'), '^;', '') || ';UNTIL=' || to_char(p_until, 'YYYYMMDD')
$$;
comment on function private.rule_until is 'The rule with another end.';

create function public.end_series(p_series_id uuid, p_from date, p_note text default null) returns public.series
language plpgsql
volatile
-- definer: nobody holds a write grant on series
security definer
set search_path = ''
as $$
declare
  v_series public.series := private.lock_series(p_series_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
begin
  perform private.call_off(v_series, p_from, null, v_note);
  update public.series
  set status = 'ended', rule = private.rule_until(rule, greatest(p_from - 1, starts_on)), version = version + 1, updated_at = now()
  where id = p_series_id
  returning * into v_series;
  return v_series;
end;
$$;
comment on function public.end_series is
  'Ends a series: its dates from p_from on (by the date of the rule) are called off, and no more come; who asked, the borrower''s approvers and admins, or the owner''s. Raises LOGIN, NTFND, DNIED, INPUT, BKSTA, ORGST.';
grant execute on function public.end_series to authenticated;

create function public.cancel_series_from(
  p_series_id uuid, p_from date, p_to date default null, p_note text default null
) returns public.series
language plpgsql
volatile
-- definer: see call_off
security definer
set search_path = ''
as $$
declare
  v_series public.series := private.lock_series(p_series_id);
begin
  if p_to < p_from then
    perform private.fail('INPUT', 'The end must be after the start.', 'p_to', jsonb_build_object('reason', 'end_before_start'));
  end if;
  perform private.call_off(v_series, p_from, p_to, private.require_text(p_note, 'p_note', 2000, false));
  return v_series;
end;
$$;
comment on function public.cancel_series_from is
  'Calls off the dates of a series from p_from to p_to (by the date of the rule, both included; null: all that follow); the series goes on and can be extended. Who asked, the borrower''s approvers and admins, or the owner''s. Raises LOGIN, NTFND, DNIED, INPUT, BKSTA, ORGST.';
grant execute on function public.cancel_series_from to authenticated;
