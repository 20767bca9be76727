-- What happens to a request: approved, declined, asked about, answered, cancelled.

create function private.lock_booking(p_booking_id uuid) returns public.bookings
language plpgsql
volatile
-- definer: locks a row the asker has no update right on; tells nothing to those who may not see it
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings;
begin
  perform private.require_person();
  select * into v_booking from public.bookings where id = p_booking_id for no key update;
  if not found
     or not (v_booking.organisation_id in (select private.my_organisation_ids())
             or v_booking.owner_id in (select private.my_organisation_ids(array['approver', 'admin']))
             or v_booking.pool_id in (select private.my_staffed_pool_ids())) then
    perform private.fail('NTFND', 'There is no such booking.', 'p_booking_id');
  end if;
  return v_booking;
end;
$$;
comment on function private.lock_booking is 'Locks and returns a booking the signed-in person may see. Raises LOGIN, NTFND.';

create function private.require_decider(p_booking public.bookings) returns void
language plpgsql
stable
-- definer: reads organisations for their status
security definer
set search_path = ''
as $$
begin
  if p_booking.owner_id not in (select private.my_organisation_ids(array['approver', 'admin'])) then
    perform private.fail('DNIED', 'Only the owner''s approvers decide.');
  end if;
  if (select o.status from public.organisations o where o.id = p_booking.owner_id) <> 'admitted' then
    perform private.fail('ORGST', 'This organisation cannot lend at the moment.');
  end if;
end;
$$;

create function private.require_status(p_booking public.bookings, p_statuses text[]) returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_booking.status <> all (p_statuses) then
    perform private.fail('BKSTA', 'The booking has moved on.', null, jsonb_build_object('status', p_booking.status));
  end if;
end;
$$;

create function private.act(
  p_booking public.bookings, p_status text, p_action text, p_side text, p_note text,
  p_hold_expires_at timestamptz default null, p_details jsonb default '{}'
) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings;
begin
  update public.bookings
  set status = p_status,
      awaiting = case p_status
        when 'requested' then case p_action when 'asked' then 'borrower' else 'owner' end
        when 'offered' then 'borrower' end,
      hold_expires_at = case when p_status in ('requested', 'offered') then coalesce(p_hold_expires_at, hold_expires_at) end,
      version = version + 1,
      updated_at = now(),
      last_action = p_action,
      last_side = p_side,
      last_actor_id = case when p_side <> 'system' then auth.uid() end,
      last_note = p_note,
      last_details = p_details
  where id = p_booking.id
  returning * into v_booking;
  return v_booking;
end;
$$;
comment on function private.act is 'Writes one act on a locked booking; the trigger checks the transition and writes log and outbox.';

create function public.approve_booking(p_booking_id uuid, p_note text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
begin
  perform private.require_decider(v_booking);
  perform private.require_status(v_booking, array['requested']);
  if v_booking.ends_at <= now() then
    perform private.fail('BKSTA', 'It is over already.', null, jsonb_build_object('status', v_booking.status, 'reason', 'over'));
  end if;
  if (select o.status from public.organisations o where o.id = v_booking.organisation_id) <> 'admitted' then
    perform private.fail('ORGST', 'Who asks cannot borrow at the moment.', null, jsonb_build_object('reason', 'borrower'));
  end if;
  -- Approval is a second booking moment. A hold already stands in the table; where none does, the
  -- slot is taken now and meets the same guards as everybody else.
  perform private.lock_assets(array(select al.asset_id from public.allocations al where al.booking_id = v_booking.id));
  update public.allocations set kind = 'booking' where booking_id = v_booking.id;
  if not found and not private.occupy_booking(v_booking, 'booking') then
    perform private.fail('BKOVL', 'That time has been taken meanwhile.', 'p_booking_id');
  end if;
  v_booking := private.act(v_booking, 'approved', 'approved', 'owner', v_note);
  -- Requests that competed with this one and no longer fit need not wait for an answer.
  perform private.pass_over(private.competing_requests(v_booking));
  return v_booking;
end;
$$;
comment on function public.approve_booking is
  'Approves a request and passes over those that competed with it and no longer fit; approvers and admins of the owner. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, BKOVL, BKCAP, INPUT.';
grant execute on function public.approve_booking to authenticated;

create function public.decline_booking(p_booking_id uuid, p_note text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
begin
  perform private.require_decider(v_booking);
  perform private.require_status(v_booking, array['requested']);
  perform private.release(array[v_booking.id]);
  return private.act(v_booking, 'declined', 'declined', 'owner', v_note);
end;
$$;
comment on function public.decline_booking is
  'Declines a request and frees its slot; approvers and admins of the owner; p_note is the reason the borrower reads. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, INPUT.';
grant execute on function public.decline_booking to authenticated;

create function public.ask_about_booking(p_booking_id uuid, p_note text, p_idempotency_key text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
begin
  perform private.require_decider(v_booking);
  if private.is_sent_again(p_idempotency_key, 'ask', p_booking_id) then
    return v_booking;
  end if;
  perform private.require_status(v_booking, array['requested']);
  return private.act(v_booking, 'requested', 'asked', 'owner', private.require_text(p_note, 'p_note', 2000),
    -- the borrower gets two days to answer, but the hold still ends when the booking would start
    greatest(v_booking.hold_expires_at, least(now() + interval '48 hours', v_booking.starts_at)));
end;
$$;
comment on function public.ask_about_booking is
  'Asks the borrower something; the request stays and its hold lasts at least 48 more hours (not past its start). The same key asks once. Raises LOGIN, NTFND, DNIED, ORGST, BKSTA, IDEMP, INPUT.';
grant execute on function public.ask_about_booking to authenticated;

create function public.answer_booking(p_booking_id uuid, p_note text, p_idempotency_key text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
begin
  if v_booking.organisation_id not in (select private.my_organisation_ids()) then
    perform private.fail('DNIED', 'Only the borrower answers.');
  end if;
  if private.is_sent_again(p_idempotency_key, 'answer', p_booking_id) then
    return v_booking;
  end if;
  perform private.require_status(v_booking, array['requested']);
  return private.act(v_booking, 'requested', 'answered', 'borrower', private.require_text(p_note, 'p_note', 2000),
    -- the owner gets two days to read an answer; a word nobody asked for lengthens nothing
    case when v_booking.awaiting = 'borrower'
      then greatest(v_booking.hold_expires_at, least(now() + interval '48 hours', v_booking.starts_at)) end);
end;
$$;
comment on function public.answer_booking is
  'The borrower answers or adds a word; it is the owner''s turn again. The same key answers once. Raises LOGIN, NTFND, DNIED, BKSTA, IDEMP, INPUT.';
grant execute on function public.answer_booking to authenticated;

create function public.cancel_booking(p_booking_id uuid, p_note text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_side text;
  v_fee integer;
begin
  if v_booking.organisation_id in (select private.my_organisation_ids(array['approver', 'admin']))
     or (v_booking.requested_by = auth.uid()
         and v_booking.organisation_id in (select private.my_organisation_ids())) then
    v_side := 'borrower';
  elsif v_booking.owner_id in (select private.my_organisation_ids(array['approver', 'admin'])) then
    v_side := 'owner';
  else
    perform private.fail('DNIED', 'Who asked, or their approvers, may cancel.');
  end if;
  perform private.require_status(v_booking,
    case v_side when 'owner' then array['approved'] else array['requested', 'approved'] end);
  if v_booking.ends_at <= now() then
    perform private.fail('BKSTA', 'It is over already.', null, jsonb_build_object('status', v_booking.status, 'reason', 'over'));
  end if;
  perform private.release(array[v_booking.id]);
  v_fee := case v_side when 'borrower' then private.cancellation_fee(v_booking, now()) else 0 end;
  return private.act(v_booking, 'cancelled', 'cancelled', v_side, v_note, null,
    case when v_fee = 0 then '{}' else jsonb_build_object('fee_minor', v_fee, 'currency', v_booking.price -> 'currency') end);
end;
$$;
comment on function public.cancel_booking is
  'Cancels a request or booking that is not over and frees its slot: who asked, the borrower''s approvers and admins, or (approved ones) the owner''s. What cancelling costs the borrower by the quoted price stands in last_details (fee_minor, null: a share of a price to be agreed; currency). Raises LOGIN, NTFND, DNIED, BKSTA, INPUT.';
grant execute on function public.cancel_booking to authenticated;
