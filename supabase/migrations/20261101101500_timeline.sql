-- The owner's overview: what stands on each of their things, day by day.

create function public.owner_timeline(
  p_organisation_id uuid,
  p_from timestamptz,
  p_to timestamptz,
  p_resource_ids uuid[] default null
) returns table (
  resource_id uuid,
  slug text,
  title text,
  kind text,
  status text,
  quantity integer,
  waiting integer,
  bars json
)
language plpgsql
stable
-- definer: one look instead of a policy for each row; who asks is checked first
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_organisation public.organisations;
  v_named boolean;
begin
  perform private.require_person();
  select * into v_organisation from public.organisations where id = p_organisation_id;
  v_named := coalesce(
    p_organisation_id in (select private.my_organisation_ids(array['approver', 'admin']))
    or v_organisation.pool_id in (select private.my_staffed_pool_ids()), false);
  if not (v_named or coalesce(p_organisation_id in (select private.my_organisation_ids()), false)) then
    perform private.fail('NTFND', 'There is no such organisation.', 'p_organisation_id');
  end if;
  if p_from is null or not isfinite(p_from) then
    perform private.fail('INPUT', 'From when?', 'p_from', jsonb_build_object('reason', 'required'));
  end if;
  if p_to is null or not isfinite(p_to) or p_to <= p_from then
    perform private.fail('INPUT', 'The end must be after the start.', 'p_to', jsonb_build_object('reason', 'end_before_start'));
  end if;
  if p_to - p_from > interval '93 days' then
    perform private.fail('INPUT', 'At most three months at once.', 'p_to', jsonb_build_object('reason', 'range'));
  end if;
  return query
    with things as materialized (
      select r.id, r.slug, public.reader_title(r) as title, r.kind, r.status, r.quantity
      from public.resources r
      where r.organisation_id = p_organisation_id and r.status <> 'retired'
        and (p_resource_ids is null or r.id = any (p_resource_ids))
    ),
    -- Each part by the index that guards it. What takes several parts of one thing is one bar.
    taken as (
      select distinct on (t.id, al.booking_id, al.closure_id) t.id as thing_id, al.booking_id, al.closure_id, al.kind,
        lower(al.blocked) as blocked_from, upper(al.blocked) as blocked_to
      from things t
      join public.resource_assets ra on ra.resource_id = t.id
      join public.assets a on a.id = ra.asset_id
      cross join lateral (
        select x.booking_id, x.closure_id, x.kind, x.blocked from public.allocations x
        where x.asset_id = a.id and x.exclusive and a.exclusive and x.blocked && tstzrange(p_from, p_to)
        union all
        select x.booking_id, x.closure_id, x.kind, x.blocked from public.allocations x
        where x.asset_id = a.id and not x.exclusive and not a.exclusive and x.blocked && tstzrange(p_from, p_to)
      ) al
    ),
    stands as (
      select k.thing_id, b.status as state, k.blocked_from, k.blocked_to, b.starts_at, b.ends_at, b.quantity,
        b.id as booking_id, b.organisation_id, b.purpose, nullif(b.resource_id, k.thing_id) as other_id
      from taken k join public.bookings b on b.id = k.booking_id
      union all
      select k.thing_id, 'closure', k.blocked_from, k.blocked_to, c.starts_at, c.ends_at, null, null, null, c.reason,
        nullif(c.resource_id, k.thing_id)
      from taken k join public.closures c on c.id = k.closure_id
      union all
      -- requests that compete occupy nothing, and are to be decided all the same
      select t.id, 'asked', b.starts_at, b.ends_at, b.starts_at, b.ends_at, b.quantity, b.id, b.organisation_id, b.purpose, null
      from public.bookings b join things t on t.id = b.resource_id
      where b.owner_id = p_organisation_id and b.status = 'requested' and b.starts_at < p_to and b.ends_at > p_from
        and not exists (select 1 from public.allocations al where al.booking_id = b.id)
    ),
    lines as (
      select s.thing_id, json_agg(json_build_object(
        'state', s.state,
        'from', extract(epoch from s.starts_at)::bigint, 'to', extract(epoch from s.ends_at)::bigint,
        'blockedFrom', extract(epoch from s.blocked_from)::bigint, 'blockedTo', extract(epoch from s.blocked_to)::bigint,
        'quantity', s.quantity,
        'bookingId', case when v_named then s.booking_id end,
        'who', case when v_named then o.name end,
        'why', case when v_named then left(s.purpose, 80) end,
        'of', case when s.other_id is not null then public.reader_title(other) end) order by s.blocked_from) as bars
      from stands s
      left join public.organisations o on o.id = s.organisation_id
      left join public.resources other on other.id = s.other_id
      group by s.thing_id
    )
    select t.id, t.slug, t.title, t.kind, t.status, t.quantity,
      (select count(*)::integer from public.waiting_entries w
       where w.resource_id = t.id and w.status = 'waiting' and w.starts_at < p_to and w.ends_at > p_from),
      coalesce(l.bars, '[]')
    from things t left join lines l on l.thing_id = t.id
    order by t.kind, t.title, t.id;
end;
$$;
comment on function public.owner_timeline is
  'The things of an organisation that are not retired with what stands on them between p_from and p_to (half-open, at most 93 days): bars of {state: a booking''s status, closure or asked; from, to, blockedFrom, blockedTo in seconds of the epoch; quantity; of: another resource that shares a part}, for approvers, admins and QM staff also bookingId, who and why; waiting: how many wait for a time in it. Members only. Raises LOGIN, NTFND, INPUT.';
grant execute on function public.owner_timeline to authenticated;
