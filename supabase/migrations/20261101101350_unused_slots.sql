-- A standing slot that nobody uses is offered back: after two unused dates in a row its people are
-- asked whether they still need it, and answer with one tap. Nothing is taken away without an answer.

create function private.was_unused(p_booking public.bookings) returns boolean
language sql
stable
-- definer: looks at what else was handed over
security definer
set search_path = ''
as $$
  select case p_booking.status
    when 'no_show' then true
    -- too late for others to plan with it
    when 'cancelled' then p_booking.last_side = 'borrower' and p_booking.updated_at > p_booking.starts_at - interval '48 hours'
    -- never handed over, where that is usually noted
    when 'approved' then p_booking.handed_over_at is null and p_booking.ends_at < now() - interval '1 day'
      and exists (
        select 1 from public.bookings b
        where b.resource_id = p_booking.resource_id and b.handed_over_at is not null
          and b.starts_at between p_booking.starts_at - interval '90 days' and p_booking.starts_at)
    else false end
$$;
comment on function private.was_unused is
  'Whether a date that is over was left unused: nobody came, called off within 48 hours of its start, or never handed over where hand overs are noted.';

create function public.ask_about_unused_slots() returns integer
language plpgsql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
declare
  v_series public.series;
  v_next uuid;
  v_unused date[];
  v_asked integer := 0;
begin
  for v_series in
    select s.* from public.series s
    where s.status = 'active'
      and not exists (select 1 from public.slot_questions q where q.series_id = s.id and q.answer is null)
  loop
    select array_agg(last.occurrence_on order by last.occurrence_on) filter (where last.unused) into v_unused
    from (
      select so.occurrence_on, private.was_unused(b) as unused
      from public.series_occurrences so join public.bookings b on b.id = so.booking_id
      where so.series_id = v_series.id and b.starts_at <= now()
        -- what was called off in time, declined or never answered says nothing about use
        and (b.status in ('approved', 'handed_over', 'returned', 'no_show') and (b.ends_at <= now() or b.status = 'no_show')
          or private.was_unused(b))
        and so.occurrence_on > coalesce(
          (select max(d) from public.slot_questions q cross join lateral unnest(q.unused_on) d where q.series_id = v_series.id), '-infinity')
      order by so.occurrence_on desc
      limit 2
    ) last;
    continue when coalesce(cardinality(v_unused), 0) < 2;
    select b.id into v_next
    from public.series_occurrences so join public.bookings b on b.id = so.booking_id
    where so.series_id = v_series.id and b.status in ('requested', 'approved') and b.starts_at > now()
    order by b.starts_at limit 1;
    continue when not found;
    insert into public.slot_questions (series_id, unused_on) values (v_series.id, v_unused) on conflict do nothing;
    continue when not found;
    insert into private.outbox (topic, booking_id, payload)
    values ('series_unused', v_next, jsonb_build_object('side', 'system', 'series', private.series_facts(v_series, array[v_next])));
    v_asked := v_asked + 1;
  end loop;
  return v_asked;
end;
$$;
comment on function public.ask_about_unused_slots is
  'Asks the people of every standing slot that was not used twice in a row, and still has dates to come, whether they need it; returns how many. Called by the host. Service role only.';
grant execute on function public.ask_about_unused_slots to service_role;

create function public.answer_slot_question(p_question_id uuid, p_answer text, p_until date default null)
returns public.slot_questions
language plpgsql
volatile
-- definer: nobody holds a write grant on slot_questions
security definer
set search_path = ''
as $$
declare
  v_question public.slot_questions;
  v_series public.series;
  v_next date;
begin
  perform private.require_person();
  perform private.require_choice(p_answer, 'p_answer', array['keep', 'release_next', 'release_until']);
  select * into v_question from public.slot_questions where id = p_question_id;
  if not found then
    perform private.fail('NTFND', 'There is no such question.', 'p_question_id');
  end if;
  v_series := private.lock_series(v_question.series_id);
  if v_series.organisation_id not in (select private.my_organisation_ids()) then
    perform private.fail('DNIED', 'Only who borrows answers.');
  end if;
  -- behind the lock: the same tap may have come twice
  select * into v_question from public.slot_questions where id = p_question_id;
  if v_question.answer is not null then
    if v_question.answer = p_answer then
      return v_question;
    end if;
    perform private.fail('BKSTA', 'It has been answered.', null, jsonb_build_object('status', v_question.answer, 'reason', 'answered'));
  end if;
  if p_answer = 'keep' then
    perform private.require_role(v_series.organisation_id, array['member', 'approver', 'admin']);
  else
    select min(so.occurrence_on) into v_next
    from public.series_occurrences so join public.bookings b on b.id = so.booking_id
    where so.series_id = v_series.id and b.status in ('requested', 'approved') and b.starts_at > now();
    if p_answer = 'release_until' and (p_until is null or not isfinite(p_until) or p_until < v_next) then
      perform private.fail('INPUT', 'Until when?', 'p_until', jsonb_build_object('reason', case when p_until is null then 'required' else 'past' end));
    end if;
    if v_next is not null then
      perform private.call_off(v_series, v_next, case p_answer when 'release_next' then v_next else p_until end, null);
    end if;
  end if;
  update public.slot_questions
  set answer = p_answer, release_until = case p_answer when 'release_until' then p_until end,
      answered_by = auth.uid(), answered_at = now()
  where id = p_question_id
  returning * into v_question;
  return v_question;
end;
$$;
comment on function public.answer_slot_question is
  'Answers whether a standing slot is still needed: keep, release_next (the next date is called off) or release_until (all dates up to p_until, included). keep: any member of the borrower; else who asked for the series, or approvers and admins. Raises LOGIN, NTFND, DNIED, INPUT, BKSTA, ORGST.';
grant execute on function public.answer_slot_question to authenticated;
