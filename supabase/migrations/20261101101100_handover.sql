-- When things change hands: out, back, late, or never picked up. Noted by the owner's approvers and
-- admins, who decide about their things (a member lists and borrows); possibly later, from a cellar
-- without network: a key makes the same note once, and p_at says when it really was.

create function private.require_keeper(p_booking public.bookings) returns void
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  -- also while the owner is suspended: what is out has to come back
  if p_booking.owner_id not in (select private.my_organisation_ids(array['approver', 'admin'])) then
    perform private.fail('DNIED', 'Only the owner''s approvers hand over and take back.');
  end if;
end;
$$;
comment on function private.require_keeper is 'Approvers and admins of the owner, admitted or not. Raises DNIED.';

create function private.first_clash(p_asset_id uuid, p_quantity integer, p_blocked tstzrange, p_booking_id uuid) returns timestamptz
language plpgsql
stable
-- definer: the count must see every allocation
security definer
set search_path = ''
as $$
begin
  -- Load only rises where an allocation begins. The booking itself does not count, what is held for a change of it does.
  return (
    select min(i.at)
    from public.assets a
    cross join lateral (
      select lower(p_blocked) as at
      union
      select lower(o.blocked) from public.allocations o
      where o.asset_id = p_asset_id and o.blocked && p_blocked and lower(o.blocked) > lower(p_blocked)
    ) i
    where a.id = p_asset_id
      and p_quantity + coalesce((
        select sum(o.quantity) from public.allocations o
        where o.asset_id = p_asset_id and o.blocked @> i.at
          and (o.booking_id is distinct from p_booking_id or o.change_id is not null)), 0) > a.quantity);
end;
$$;
comment on function private.first_clash is
  'The first instant of a half-open period at which so many more of an asset would be beyond its stock; null when there is none.';

create function private.keep_from_now(p_booking public.bookings) returns timestamptz
language plpgsql
volatile
-- definer: called from hand_over_booking only
security definer
set search_path = ''
as $$
begin
  perform private.lock_parts(p_booking.resource_id);
  -- A key or a licence that changes hands early takes no room; a thing that is gone is gone. What is held for
  -- a wish to change was counted from the agreed start, and stays so.
  if exists (select 1 from public.booking_changes c where c.booking_id = p_booking.id and c.status = 'proposed')
     or (select r.kind not in ('equipment', 'vehicle') from public.resources r where r.id = p_booking.resource_id)
     or exists (
       select 1 from public.allocations al join public.assets a on a.id = al.asset_id
       where al.booking_id = p_booking.id and al.change_id is null
         and (lower(al.blocked) <= now()
           or private.first_clash(al.asset_id, al.quantity, tstzrange(now(), lower(al.blocked), '[)'), p_booking.id) is not null))
  then
    return null;
  end if;
  update public.allocations set blocked = tstzrange(now(), upper(blocked), '[)')
  where booking_id = p_booking.id and change_id is null;
  return now();
end;
$$;
comment on function private.keep_from_now is
  'A thing that leaves before its time is occupied from now on where nobody else has it; since when, or null when nothing changed.';

create function private.moment(p_at timestamptz, p_not_before timestamptz) returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
begin
  -- phones go wrong by minutes, and nobody can note the future
  return least(greatest(coalesce(p_at, now()), p_not_before), now());
end;
$$;
comment on function private.moment is 'When something was, as somebody says: not in the future, not before p_not_before.';

create function public.hand_over_booking(
  p_booking_id uuid, p_note text default null, p_at timestamptz default now(), p_idempotency_key text default null
) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_key text := private.require_text(p_idempotency_key, 'p_idempotency_key', 200, false);
  v_at timestamptz := private.moment(p_at, greatest(v_booking.created_at, v_booking.starts_at - interval '7 days'));
  v_kept_from timestamptz;
begin
  perform private.require_keeper(v_booking);
  if v_key is not null and v_booking.handover_key = v_key then
    return v_booking;
  end if;
  perform private.require_status(v_booking, array['approved']);
  if v_booking.ends_at <= v_at then
    perform private.fail('BKSTA', 'It is over already.', null, jsonb_build_object('status', v_booking.status, 'reason', 'over'));
  end if;
  if now() < v_booking.starts_at - interval '7 days' then
    perform private.fail('BKSTA', 'It begins in more than a week.', null,
      jsonb_build_object('status', v_booking.status, 'reason', 'too_early'));
  end if;
  perform private.require_confirmations(v_booking);
  v_kept_from := private.keep_from_now(v_booking);
  update public.bookings set handed_over_at = v_at, handover_key = v_key, kept_from = v_kept_from where id = p_booking_id;
  return private.act(v_booking, 'handed_over', 'handed_over', 'owner', v_note);
end;
$$;
comment on function public.hand_over_booking is
  'Notes that a thing left, at p_at (not in the future; up to a week early): approvers and admins of the owner. The same key notes it once. Refused while a required confirmation is missing. Raises LOGIN, NTFND, DNIED, BKSTA, BKCNF, INPUT.';
grant execute on function public.hand_over_booking to authenticated;

create function private.give_back(p_booking public.bookings, p_at timestamptz) returns timestamptz
language plpgsql
volatile
-- definer: called from return_booking only
security definer
set search_path = ''
as $$
declare
  v_until timestamptz;
  v_asset_ids uuid[];
begin
  select p_at + make_interval(mins => r.buffer_after_minutes) into v_until
  from public.resources r where r.id = p_booking.resource_id;
  v_asset_ids := array(select distinct al.asset_id from public.allocations al where al.booking_id = p_booking.id);
  perform private.lock_assets(private.assets_around(v_asset_ids));
  perform private.end_change(p_booking.id, 'dropped');
  if not exists (select 1 from public.allocations al where al.booking_id = p_booking.id and upper(al.blocked) > v_until) then
    return p_booking.kept_until;
  end if;
  delete from public.allocations where booking_id = p_booking.id and lower(blocked) >= v_until;
  update public.allocations set blocked = tstzrange(lower(blocked), v_until, '[)')
  where booking_id = p_booking.id and upper(blocked) > v_until;
  perform private.fill_withdrawals(v_asset_ids);
  return v_until;
end;
$$;
comment on function private.give_back is
  'Frees what a booking still occupies after p_at and the time for clearing up; until when it occupies now, null: as agreed.';

create function public.return_booking(
  p_booking_id uuid, p_note text default null, p_condition text default 'fine',
  p_at timestamptz default now(), p_idempotency_key text default null
) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_key text := private.require_text(p_idempotency_key, 'p_idempotency_key', 200, false);
  v_note text;
  v_at timestamptz;
  v_kept_until timestamptz;
begin
  perform private.require_keeper(v_booking);
  if v_key is not null and v_booking.return_key = v_key then
    return v_booking;
  end if;
  perform private.require_choice(p_condition, 'p_condition', array['fine', 'damaged', 'incomplete']);
  -- who says that something is wrong says what
  v_note := private.require_text(p_note, 'p_note', 2000, p_condition <> 'fine');
  perform private.require_status(v_booking, array['approved', 'handed_over']);
  v_at := private.moment(p_at, coalesce(v_booking.handed_over_at, v_booking.created_at));
  if v_booking.status = 'approved' and v_at < v_booking.starts_at then
    perform private.fail('BKSTA', 'It has not begun yet.', null,
      jsonb_build_object('status', v_booking.status, 'reason', 'too_early'));
  end if;
  v_kept_until := private.give_back(v_booking, v_at);
  update public.bookings
  set status = 'returned', returned_at = v_at, return_condition = p_condition, return_key = v_key, kept_until = v_kept_until,
      version = version + 1, updated_at = now(), last_action = 'returned', last_side = 'owner', last_actor_id = auth.uid(),
      last_note = v_note, last_details = jsonb_build_object('condition', p_condition)
  where id = p_booking_id
  returning * into v_booking;
  return v_booking;
end;
$$;
comment on function public.return_booking is
  'Notes that a thing is back, at p_at (not in the future), fine, damaged or incomplete (then with a note); approvers and admins of the owner, also when nobody noted the hand over. What is left of its time is free at once. The same key notes it once. Raises LOGIN, NTFND, DNIED, BKSTA, INPUT.';
grant execute on function public.return_booking to authenticated;

create function private.end_unused(p_booking public.bookings, p_side text, p_note text) returns public.bookings
language plpgsql
volatile
-- definer: called from mark_no_show and release_no_shows only
security definer
set search_path = ''
as $$
begin
  perform private.release(array[p_booking.id]);
  return private.act(p_booking, 'no_show', 'no_show', p_side, p_note);
end;
$$;

create function public.mark_no_show(p_booking_id uuid, p_note text default null) returns public.bookings
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
  perform private.require_keeper(v_booking);
  perform private.require_status(v_booking, array['approved']);
  if v_booking.starts_at > now() then
    perform private.fail('BKSTA', 'It has not begun yet.', null,
      jsonb_build_object('status', v_booking.status, 'reason', 'too_early'));
  end if;
  return private.end_unused(v_booking, 'owner', v_note);
end;
$$;
comment on function public.mark_no_show is
  'Notes that nobody came for a booking that has begun, and frees the rest; approvers and admins of the owner. Raises LOGIN, NTFND, DNIED, BKSTA, INPUT.';
grant execute on function public.mark_no_show to authenticated;

create index effective_terms_no_show_idx on public.effective_terms (resource_id) where no_show_minutes is not null;

create function public.release_no_shows() returns integer
language plpgsql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_booking public.bookings;
begin
  v_ids := array(
    select b.id
    from public.effective_terms t
    join public.bookings b on b.resource_id = t.resource_id and b.status = 'approved'
      and b.starts_at <= now() - make_interval(mins => t.no_show_minutes)
      -- what is long over is left as it is: a new rule does not rewrite the past
      and b.starts_at > now() - interval '1 day' - make_interval(mins => t.no_show_minutes)
    where t.no_show_minutes is not null);
  -- all bookings first, then all assets
  v_ids := array(
    select b.id from public.bookings b where b.id = any (v_ids) and b.status = 'approved' order by b.id for update skip locked);
  perform private.release(v_ids);
  for v_booking in select b.* from public.bookings b where b.id = any (v_ids) order by b.id loop
    perform private.act(v_booking, 'no_show', 'no_show', 'system', null);
  end loop;
  return cardinality(v_ids);
end;
$$;
comment on function public.release_no_shows is
  'Frees bookings that nobody handed over so many minutes after their start as the terms say (no_show_minutes); returns how many. Called every minute by the host. Service role only.';
grant execute on function public.release_no_shows to service_role;

create function private.warn_next(p_booking public.bookings, p_asset_id uuid, p_clash timestamptz) returns void
language sql
volatile
-- definer: the outbox has no insert grant
security definer
set search_path = ''
as $$
  -- once for each pair, however often the sweep comes by
  insert into private.outbox (topic, booking_id, payload)
  select 'booking_delayed', next.id, jsonb_build_object('side', 'system', 'behind', p_booking.id)
  from public.allocations al
  join public.bookings next on next.id = al.booking_id and next.status in ('requested', 'offered', 'approved')
  where al.asset_id = p_asset_id and al.blocked @> p_clash and al.booking_id <> p_booking.id
    and lower(al.blocked) >= p_booking.ends_at
    and not exists (
      select 1 from private.outbox told
      where told.booking_id = next.id and told.topic = 'booking_delayed' and told.payload ->> 'behind' = p_booking.id::text)
$$;
comment on function private.warn_next is 'Tells who is promised an asset at the instant at which a late booking runs into them.';

create function private.keep_late(p_booking public.bookings, p_until timestamptz) returns void
language plpgsql
volatile
-- definer: called from sweep_overdue only
security definer
set search_path = ''
as $$
declare
  v_has timestamptz;
  v_until timestamptz;
  v_clash record;
begin
  select max(upper(al.blocked)) into v_has
  from public.allocations al where al.booking_id = p_booking.id and al.change_id is null;
  select al.asset_id, private.first_clash(al.asset_id, al.quantity, tstzrange(v_has, p_until, '[)'), p_booking.id) as at into v_clash
  from public.allocations al
  where al.booking_id = p_booking.id and al.change_id is null and v_has < p_until
  order by 2 limit 1;
  if p_booking.overdue_since is not null and v_clash.at is not null then
    perform private.warn_next(p_booking, v_clash.asset_id, v_clash.at);
  end if;
  v_until := coalesce(v_clash.at, p_until);
  if v_until <= v_has then
    return;
  end if;
  update public.allocations set blocked = tstzrange(lower(blocked), v_until, '[)')
  where booking_id = p_booking.id and change_id is null;
  update public.bookings set kept_until = v_until where id = p_booking.id;
  perform private.announce_availability(p_booking.pool_id, p_booking.resource_id);
end;
$$;
comment on function private.keep_late is
  'Keeps what a late booking occupies until p_until, or until the next promise, whom it warns. The caller holds the locks.';

create function public.sweep_overdue() returns integer
language plpgsql
volatile
-- definer: the sweep acts for nobody
security definer
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_booking public.bookings;
  v_late integer := 0;
begin
  -- all bookings first, then all assets
  v_ids := array(
    select b.id from public.bookings b where b.status = 'handed_over' and b.ends_at <= now() order by b.id for update skip locked);
  perform private.lock_assets(array(select al.asset_id from public.allocations al where al.booking_id = any (v_ids)));
  for v_booking in select b.* from public.bookings b where b.id = any (v_ids) order by b.id loop
    -- a quarter of an hour is not late
    if v_booking.overdue_since is null and v_booking.ends_at <= now() - interval '15 minutes' then
      update public.bookings set overdue_since = ends_at where id = v_booking.id returning * into v_booking;
      perform private.act(v_booking, 'handed_over', 'overdue', 'system', null);
      v_late := v_late + 1;
    end if;
    -- Nobody knows when it comes back: a day from now is kept, and a little more so that the next hour changes nothing.
    perform private.keep_late(v_booking, date_trunc('hour', now()) + interval '25 hours');
  end loop;
  return v_late;
end;
$$;
comment on function public.sweep_overdue is
  'Keeps things that are out past their end occupied (a day ahead, at most to the next promise), marks them late after a quarter of an hour and tells borrower, owner and who comes next; returns how many are newly late. Called every minute by the host. Service role only.';
grant execute on function public.sweep_overdue to service_role;
