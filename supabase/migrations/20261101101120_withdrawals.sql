-- A thing breaks, or is not lent for a while although bookings stand: what is affected, and what else
-- would do. And what a thing is made of, changed under bookings that were promised.

create function private.fill_withdrawals(p_asset_ids uuid[]) returns void
language plpgsql
volatile
-- definer: called from whatever frees time
security definer
set search_path = ''
as $$
declare
  v_withdrawn record;
begin
  -- A withdrawal takes what gets free, at once and in the same transaction: nobody slips in between.
  -- One after the other, the oldest first: what it takes is no longer free for the next.
  for v_withdrawn in
    select mine.asset_id, c.id, tstzrange(greatest(c.starts_at, now()), c.ends_at, '[)') as span
    from public.resource_assets mine
    join public.closures c on c.resource_id = mine.resource_id and c.withdrawal and c.reopened_at is null and c.ends_at > now()
    where mine.asset_id = any (p_asset_ids)
    order by c.created_at, c.id, mine.asset_id
  loop
    insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, closure_id)
    select gap.asset_id, gap.exclusive, gap.quantity, gap.blocked, 'closure', gap.closure_id
    from private.free_pieces(v_withdrawn.asset_id, v_withdrawn.span, v_withdrawn.id) gap;
  end loop;
end;
$$;
comment on function private.fill_withdrawals is
  'Occupies for active withdrawals whatever is free of the assets in their time. The caller holds the locks of the assets.';

create function private.free_pieces(p_asset_id uuid, p_blocked tstzrange, p_closure_id uuid)
returns table (asset_id uuid, exclusive boolean, quantity integer, blocked tstzrange, closure_id uuid)
language plpgsql
stable
-- definer: the count must see every allocation
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    with taken as (
      select al.quantity, al.blocked * p_blocked as span
      from public.allocations al where al.asset_id = p_asset_id and al.blocked && p_blocked
    ), pieces as (
      select e.at, lead(e.at) over own as until, sum(sum(e.delta)) over own as out
      from (values (lower(p_blocked), 0), (upper(p_blocked), 0)
            union all
            select lower(t.span), t.quantity from taken t
            union all
            select upper(t.span), -t.quantity from taken t) as e (at, delta)
      group by e.at
      window own as (order by e.at)
    )
    select a.id, a.exclusive, (a.quantity - p.out)::integer, tstzrange(p.at, p.until, '[)'), p_closure_id
    from pieces p
    join public.assets a on a.id = p_asset_id
    where p.until is not null and a.quantity > p.out;
end;
$$;
comment on function private.free_pieces is 'What is free of an asset in a half-open period, piece by piece, each with how many.';

create function public.list_standing_bookings(
  p_resource_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_above integer default null
) returns table (
  booking_id uuid, resource_id uuid, resource_title text, status text, organisation_name text, requested_by_name text,
  starts_at timestamptz, ends_at timestamptz, quantity integer, purpose text, substitutes jsonb
)
language plpgsql
stable
-- definer: reads allocations and free quantities; only for who decides about the resource
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_resource public.resources;
begin
  perform private.require_person();
  select * into v_resource from public.resources where id = p_resource_id;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  perform private.require_role(v_resource.organisation_id, array['approver', 'admin']);
  perform private.require_period(p_starts_at, p_ends_at, true);
  return query
    select b.id, b.resource_id, public.reader_title(r), b.status, o.name, person.display_name,
      b.starts_at, b.ends_at, b.quantity, b.purpose,
      case when r.listed and b.ends_at > now() then coalesce((
        select jsonb_agg(jsonb_build_object('resource_id', s.resource_id, 'slug', s.slug, 'title', s.title,
          'organisation_name', s.organisation_name, 'kind', s.kind, 'picture', s.picture))
        from public.suggest_alternatives(b.resource_id, b.starts_at, b.ends_at, b.quantity) s
        where s.reason = 'other_resource'), '[]') else '[]' end
    from private.standing(p_resource_id, tstzrange(p_starts_at, p_ends_at, '[)'), p_above) as s (booking_id)
    join public.bookings b on b.id = s.booking_id
    join public.resources r on r.id = b.resource_id
    join public.organisations o on o.id = b.organisation_id
    left join public.profiles person on person.id = b.requested_by
    order by b.starts_at, b.id
    limit 100;
end;
$$;
comment on function public.list_standing_bookings is
  'Requests and bookings that stand in a half-open period against closing all of a resource (its own, and those that leave less of a part than it is made of), each with similar things free then (substitutes); with p_above only those at instants at which more than so many of its one asset are out. Approvers and admins of the owner; at most 100. Raises LOGIN, NTFND, DNIED, INPUT, BKLEN, BKLED.';
grant execute on function public.list_standing_bookings to authenticated;

create function private.standing(p_resource_id uuid, p_blocked tstzrange, p_above integer default null) returns setof uuid
language plpgsql
stable
-- definer: the count must see every allocation
security definer
set search_path = ''
as $$
declare
  v_crowd uuid[];
begin
  -- one sweep over starts and ends, as private.peak_quantity counts: to ask anew at each start took
  -- seconds for a pile with a thousand bookings, with the pile locked for everybody
  v_crowd := array(
    with taken as (
      select al.asset_id, al.booking_id, al.quantity, al.blocked * p_blocked as span,
        -- its own bookings go in any case when all of it is closed; what they take is no crowd then
        p_above is null and b.resource_id = p_resource_id as own,
        -- a kit needs some of a pile: whoever borrows what is left beside it is in nobody's way
        coalesce(p_above, a.quantity - ra.quantity * r.quantity) as above
      from public.resources r
      join public.resource_assets ra on ra.resource_id = r.id
      join public.assets a on a.id = ra.asset_id
      join public.allocations al on al.asset_id = ra.asset_id and al.blocked && p_blocked
      join public.bookings b on b.id = al.booking_id
      where r.id = p_resource_id
    ), levels as (
      select e.asset_id, e.above, e.at, lead(e.at) over pile as until, sum(sum(e.delta)) over pile as out
      from (select t.asset_id, t.above, lower(t.span), t.quantity from taken t where not t.own
            union all
            select t.asset_id, t.above, upper(t.span), -t.quantity from taken t where not t.own) as e (asset_id, above, at, delta)
      group by e.asset_id, e.above, e.at
      window pile as (partition by e.asset_id order by e.at)
    -- materialized: a plan that expects one booking would add it all up again for each
    ), crowded as materialized (
      select l.asset_id, range_agg(tstzrange(l.at, l.until, '[)')) as times
      from levels l where l.out > l.above group by l.asset_id
    )
    select t.booking_id from taken t where t.own
    union
    select t.booking_id from taken t join crowded c on c.asset_id = t.asset_id and c.times && t.span);
  return query
    select b.id from public.bookings b
    -- what is back only waits to be cleared up
    where b.id = any (v_crowd) and b.status in ('requested', 'offered', 'approved', 'handed_over');
end;
$$;
comment on function private.standing is
  'Bookings that stand in a period against closing all of the resource: its own, and those that leave less of an asset than it is made of. With p_above: those that occupy an asset of it at an instant at which more than p_above are out.';

create function private.standing_params(p_resource_id uuid, p_blocked tstzrange, p_above integer default null) returns jsonb
language sql
stable
-- definer: for the owner's approvers only
security definer
set search_path = ''
as $$
  select jsonb_build_object('standing', count(*), 'bookings', coalesce(jsonb_agg(jsonb_build_object(
    'id', s.id, 'status', s.status, 'starts_at', s.starts_at, 'ends_at', s.ends_at, 'quantity', s.quantity,
    'organisation_name', s.name) order by s.starts_at, s.id) filter (where s.n <= 20), '[]'))
  from (
    select b.*, o.name, row_number() over (order by b.starts_at, b.id) as n
    -- why not "in (select ...)": some plans would ask it anew for every booking there is
    from private.standing(p_resource_id, p_blocked, p_above) as s (booking_id)
    join public.bookings b on b.id = s.booking_id
    join public.organisations o on o.id = b.organisation_id
  ) s
$$;
comment on function private.standing_params is 'What stands against something, for the params of a refusal: {standing: how many, bookings: the first 20}.';

create function public.withdraw_resource(
  p_resource_id uuid, p_from timestamptz, p_until timestamptz, p_reason text default null
) returns public.closures
language plpgsql
volatile
-- definer: nobody holds an insert grant on closures and allocations
security definer
set search_path = ''
as $$
declare
  v_person uuid := private.require_person();
  v_reason text := coalesce(private.require_text(p_reason, 'p_reason', 500, false), '');
  v_resource public.resources;
  v_closure public.closures;
begin
  select * into v_resource from public.resources where id = p_resource_id;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  perform private.require_role(v_resource.organisation_id, array['approver', 'admin']);
  perform private.require_period(p_from, p_until, true);
  if p_until <= now() then
    perform private.fail('INPUT', 'That is over already.', 'p_until', jsonb_build_object('reason', 'past'));
  end if;
  perform private.lock_parts(p_resource_id);
  insert into public.closures (resource_id, starts_at, ends_at, reason, created_by, withdrawal)
  values (p_resource_id, p_from, p_until, v_reason, v_person, true)
  returning * into v_closure;
  perform private.fill_withdrawals(array(select ra.asset_id from public.resource_assets ra where ra.resource_id = p_resource_id));
  return v_closure;
end;
$$;
comment on function public.withdraw_resource is
  'Takes a resource out of lending for a half-open period although bookings stand: nothing new begins, what is promised stays until the owner or the borrower cancels it (list_standing_bookings), and what gets free is closed too; reopen_resource ends it. Approvers and admins. Raises LOGIN, NTFND, DNIED, INPUT, BKLEN, BKLED.';
grant execute on function public.withdraw_resource to authenticated;

create function public.report_damage(p_booking_id uuid, p_note text, p_idempotency_key text default null) returns public.bookings
language plpgsql
volatile
-- definer: nobody holds an update grant on bookings
security definer
set search_path = ''
as $$
declare
  v_booking public.bookings := private.lock_booking(p_booking_id);
  v_note text := private.require_text(p_note, 'p_note', 2000);
  v_side text;
begin
  if v_booking.organisation_id in (select private.my_organisation_ids()) then
    v_side := 'borrower';
  elsif v_booking.owner_id in (select private.my_organisation_ids(array['approver', 'admin'])) then
    v_side := 'owner';
  else
    perform private.fail('DNIED', 'The two sides report damage.');
  end if;
  if private.is_sent_again(p_idempotency_key, 'damage', p_booking_id) then
    return v_booking;
  end if;
  perform private.require_status(v_booking,
    case v_side when 'owner' then array['handed_over', 'returned'] else array['approved', 'handed_over', 'returned'] end);
  if v_booking.status = 'approved' and v_booking.starts_at > now() then
    perform private.fail('BKSTA', 'It has not begun yet.', null, jsonb_build_object('status', v_booking.status, 'reason', 'too_early'));
  end if;
  if coalesce(v_booking.returned_at, now()) < now() - interval '30 days' then
    perform private.fail('BKSTA', 'That was too long ago.', null, jsonb_build_object('status', v_booking.status, 'reason', 'over'));
  end if;
  return private.act(v_booking, v_booking.status, 'damaged', v_side, v_note);
end;
$$;
comment on function public.report_damage is
  'Tells the other side that something is damaged: members of the borrower once it has begun, approvers and admins of the owner once it was handed over, both up to 30 days after the return. The same key reports once. Raises LOGIN, NTFND, DNIED, BKSTA, IDEMP, INPUT.';
grant execute on function public.report_damage to authenticated;

create function public.change_parts(p_resource_id uuid, p_asset_ids uuid[], p_quantities integer[] default null) returns public.resources
language plpgsql
volatile
-- definer: nobody holds a write grant on resource_assets and allocations
security definer
set search_path = ''
as $$
declare
  v_quantities integer[] := coalesce(p_quantities, array_fill(1, array[cardinality(p_asset_ids)]));
  v_resource public.resources;
  v_booking record;
  v_refused uuid[] := '{}';
begin
  perform private.require_person();
  select * into v_resource from public.resources where id = p_resource_id for no key update;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  perform private.require_role(v_resource.organisation_id, array['approver', 'admin']);
  if coalesce(cardinality(p_asset_ids), 0) not between 1 and 50
     or cardinality(v_quantities) <> cardinality(p_asset_ids)
     or (select count(distinct id) from unnest(p_asset_ids) id) <> cardinality(p_asset_ids)
     or exists (select 1 from unnest(v_quantities) q where q is null or q not between 1 and 100000) then
    perform private.fail('INPUT', 'Each part once, with how many of it.', 'p_asset_ids', jsonb_build_object('reason', 'invalid'));
  end if;
  if (select count(*) from public.assets a where a.id = any (p_asset_ids) and a.organisation_id = v_resource.organisation_id)
     <> cardinality(p_asset_ids) then
    perform private.fail('NTFND', 'There is no such part.', 'p_asset_ids');
  end if;
  if exists (
    select 1 from unnest(p_asset_ids, v_quantities) part (asset_id, quantity)
    join public.assets a on a.id = part.asset_id where a.quantity < part.quantity
  ) then
    perform private.fail('BKCAP', 'There are not so many.', 'p_quantities');
  end if;
  perform private.lock_assets(p_asset_ids || array(select ra.asset_id from public.resource_assets ra where ra.resource_id = p_resource_id));

  delete from public.resource_assets where resource_id = p_resource_id and asset_id <> all (p_asset_ids);
  insert into public.resource_assets (resource_id, asset_id, quantity)
  select p_resource_id, part.asset_id, part.quantity from unnest(p_asset_ids, v_quantities) part (asset_id, quantity)
  on conflict (resource_id, asset_id) do update set quantity = excluded.quantity;

  -- Every accepted booking gets the new parts for its time, or it stands against the change.
  for v_booking in
    select al.booking_id as id, b.quantity, al.change_id, al.kind, range_merge(range_agg(al.blocked)) as blocked
    from public.bookings b join public.allocations al on al.booking_id = b.id
    where b.resource_id = p_resource_id and b.status in ('requested', 'offered', 'approved', 'handed_over') and upper(al.blocked) > now()
    group by al.booking_id, b.quantity, al.change_id, al.kind
    order by al.booking_id
  loop
    if v_booking.change_id is not null or not private.remake(v_booking.id, v_booking.quantity, v_booking.blocked, v_booking.kind, p_resource_id) then
      v_refused := v_refused || v_booking.id;
    end if;
  end loop;
  if v_refused <> '{}' then
    perform private.fail('BKOVL', 'Bookings stand against it.', 'p_asset_ids', (
      select jsonb_build_object('standing', count(*), 'bookings', jsonb_agg(jsonb_build_object(
        'id', b.id, 'status', b.status, 'starts_at', b.starts_at, 'ends_at', b.ends_at, 'quantity', b.quantity,
        'organisation_name', o.name) order by b.starts_at, b.id))
      from public.bookings b join public.organisations o on o.id = b.organisation_id where b.id = any (v_refused)));
  end if;
  perform private.remake_closures(p_resource_id);
  select * into v_resource from public.resources where id = p_resource_id;
  return v_resource;
end;
$$;
comment on function public.change_parts is
  'Says anew which assets of its organisation, and how many of each (p_quantities, else one), make up a resource: a kit, a hall of two halves. Bookings that stand get the new parts, or are told: BKOVL with params standing and bookings (also those with an undecided change). Approvers and admins. Raises LOGIN, NTFND, DNIED, INPUT, BKCAP, BKOVL.';
grant execute on function public.change_parts to authenticated;

create function private.remake(
  p_booking_id uuid, p_quantity integer, p_blocked tstzrange, p_kind text, p_resource_id uuid
) returns boolean
language plpgsql
volatile
-- definer: called from change_parts only
security definer
set search_path = ''
as $$
declare
  v_wanted integer;
  v_taken integer;
begin
  delete from public.allocations where booking_id = p_booking_id;
  begin
    with wanted as (
      select a.id, a.exclusive, ra.quantity * p_quantity as quantity
      from public.resource_assets ra join public.assets a on a.id = ra.asset_id
      where ra.resource_id = p_resource_id
    ),
    taken as (
      insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
      select w.id, w.exclusive, w.quantity, p_blocked, p_kind, p_booking_id from wanted w
      where not w.exclusive or w.quantity = 1
      order by w.id
      on conflict do nothing
      returning 1
    )
    select (select count(*) from wanted), (select count(*) from taken) into v_wanted, v_taken;
    return v_taken = v_wanted;
  exception when sqlstate 'BKCAP' then
    return false;
  end;
end;
$$;
comment on function private.remake is 'Occupies the parts of a resource anew for a booking; false when they are not free. The caller undoes all on false.';

create function private.remake_closures(p_resource_id uuid) returns void
language plpgsql
volatile
-- definer: called from change_parts only
security definer
set search_path = ''
as $$
begin
  -- The owner's own closures are not worth a refusal: a part that is new is closed where it is free.
  delete from public.allocations al using public.closures c
  where c.id = al.closure_id and c.resource_id = p_resource_id and upper(al.blocked) > now()
    and not exists (select 1 from public.resource_assets ra where ra.resource_id = p_resource_id and ra.asset_id = al.asset_id);
  insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, closure_id)
  select gap.asset_id, gap.exclusive, gap.quantity, gap.blocked, 'closure', c.id
  from public.closures c
  join public.resource_assets ra on ra.resource_id = c.resource_id
  cross join lateral private.free_pieces(ra.asset_id, tstzrange(greatest(c.starts_at, now()), c.ends_at, '[)'), c.id) gap
  where c.resource_id = p_resource_id and c.reopened_at is null and c.ends_at > now()
    and not exists (select 1 from public.allocations al where al.closure_id = c.id and al.asset_id = ra.asset_id)
  order by gap.asset_id, gap.blocked
  on conflict do nothing;
end;
$$;
