-- Looking before asking: every date of a series with what stands against it and what else would do.

create function private.free_on_dates(
  p_resource_id uuid, p_starts_at timestamptz[], p_ends_at timestamptz[], p_except_series_id uuid default null
) returns table (place integer, free integer)
language plpgsql
stable
rows 60
-- definer: tells how many, never who
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- private.free_quantity for many periods in one statement, in which a series does not stand in its own way
  return query
    select d.place::integer, min(
      case
        when part.exclusive then
          case when exists (
            select 1 from public.allocations al
            where al.asset_id = part.asset_id and al.exclusive and al.blocked && d.blocked
              and (p_except_series_id is null or not exists (
                select 1 from public.bookings b where b.id = al.booking_id and b.series_id = p_except_series_id)))
          then 0 else 1 end
        else greatest(part.stock - (
          select coalesce(max(sweep.load), 0)
          from (
            select sum(e.delta) over (order by e.at, e.delta rows unbounded preceding) as load
            from public.allocations al
            cross join lateral (values
              (greatest(lower(al.blocked), lower(d.blocked)), al.quantity),
              (upper(al.blocked), -al.quantity)) as e (at, delta)
            where al.asset_id = part.asset_id and not al.exclusive and al.blocked && d.blocked
              and (p_except_series_id is null or not exists (
                select 1 from public.bookings b where b.id = al.booking_id and b.series_id = p_except_series_id))
          ) sweep), 0)
      end / part.per_unit)::integer
    from (
      select a.id as asset_id, a.exclusive, a.quantity as stock, ra.quantity as per_unit,
        make_interval(mins => r.buffer_before_minutes) as before, make_interval(mins => r.buffer_after_minutes) as after
      from public.resources r
      join public.resource_assets ra on ra.resource_id = r.id
      join public.assets a on a.id = ra.asset_id
      where r.id = p_resource_id
    ) part
    cross join lateral (
      select u.place, tstzrange(u.s - part.before, u.e + part.after, '[)') as blocked
      from unnest(p_starts_at, p_ends_at) with ordinality as u (s, e, place)
    ) d
    group by d.place;
end;
$$;
comment on function private.free_on_dates is
  'How many units of a resource are free in each of several half-open periods (place from 1), own buffers included, without what p_except_series_id occupies.';

create function private.other_times_on(
  p_resource public.resources, p_terms public.effective_terms, p_zone text, p_organisation_id uuid,
  p_starts_at timestamptz, p_ends_at timestamptz, p_quantity integer
) returns jsonb
language plpgsql
stable
-- definer: tells times, never who
security definer
set search_path = ''
as $$
begin
  return (
    with candidates as materialized (
      select c.s, c.s + (p_ends_at - p_starts_at) as e, abs(extract(epoch from c.s - p_starts_at)) as away
      from (
        -- right after and right before what stands in the way
        select unnest(array[
          upper(al.blocked) + make_interval(mins => p_resource.buffer_before_minutes),
          lower(al.blocked) - make_interval(mins => p_resource.buffer_after_minutes) - (p_ends_at - p_starts_at)]) as s
        from public.resource_assets ra
        join public.allocations al on al.asset_id = ra.asset_id and al.blocked && tstzrange(p_starts_at, p_ends_at)
        where ra.resource_id = p_resource.id
        union
        -- or some hours earlier or later, or on the day before or after
        select p_starts_at + make_interval(hours => h) from unnest(array[-3, -2, -1, 1, 2, 3]) h
        union
        select ((p_starts_at at time zone p_zone) + make_interval(days => n)) at time zone p_zone from unnest(array[-1, 1]) n
      ) c
      -- nobody wants to be sent into the night who did not ask for it
      where extract(hour from c.s at time zone p_zone)
        between least(7, extract(hour from p_starts_at at time zone p_zone)) and greatest(20, extract(hour from p_starts_at at time zone p_zone))
    )
    select jsonb_agg(jsonb_build_object('starts_at', found.s, 'ends_at', found.e) order by found.away, found.s)
    from (values (-1), (1)) as side (sign)
    cross join lateral (
      -- the nearest earlier and the nearest later one; asked one by one until it fits
      select near.*
      from (select * from candidates c where sign(extract(epoch from c.s - p_starts_at)) = side.sign order by c.away limit 6) near
      where private.free_quantity(p_resource.id, near.s, near.e) >= p_quantity
        and private.violations(p_resource, p_terms, p_zone, p_organisation_id, near.s, near.e) = '[]'
      limit 1
    ) found);
end;
$$;
comment on function private.other_times_on is
  'The nearest earlier and the nearest later half-open period around a date in which the same resource can be had: [{starts_at, ends_at}], the nearer first; null when none.';

create function private.other_resources_on(
  p_candidate_ids uuid[], p_zone text, p_organisation_id uuid,
  p_starts_at timestamptz, p_ends_at timestamptz, p_quantity integer
) returns jsonb
language plpgsql
stable
-- definer: reads free quantities of listed resources, and tells no names
security definer
set search_path = ''
as $$
begin
  return (
    select jsonb_agg(jsonb_build_object('resource_id', found.id, 'slug', found.slug, 'title', found.title,
      'organisation_name', found.name) order by found.place)
    from (
      select r.id, r.slug, r.title, o.name, c.place
      from unnest(p_candidate_ids) with ordinality as c (id, place)
      join public.resources r on r.id = c.id
      join public.effective_terms t on t.resource_id = r.id
      join public.organisations o on o.id = r.organisation_id
      where private.free_quantity(r.id, p_starts_at, p_ends_at) >= p_quantity
        and private.violations(r, t, p_zone, p_organisation_id, p_starts_at, p_ends_at) = '[]'
      order by c.place
      limit 2
    ) found);
end;
$$;
comment on function private.other_resources_on is
  'Up to two of the candidates that can be had in a half-open period, in their order: [{resource_id, slug, title, organisation_name}]; null when none.';

create function private.like_resources(p_resource public.resources, p_quantity integer, p_limit integer) returns uuid[]
language plpgsql
stable
-- definer: looks at listed resources only, which everybody may read
security definer
set search_path = ''
as $$
begin
  return array(
    select c.id
    from (
      -- neighbours first, then the newest of the pool: enough to choose from, however large the pool is
      (select r.id, r.picture, r.search_title, r.organisation_id from public.resources r
       where r.organisation_id = p_resource.organisation_id and r.listed and r.kind = p_resource.kind and r.quantity >= p_quantity
       limit 50)
      union
      (select r.id, r.picture, r.search_title, r.organisation_id from public.resources r
       where r.pool_id = p_resource.pool_id and r.listed and r.kind = p_resource.kind and r.quantity >= p_quantity
       order by r.created_at desc, r.id desc
       limit 200)
    ) c
    where c.id <> p_resource.id
    order by (c.picture <> '' and c.picture = p_resource.picture)::int
        + (c.organisation_id = p_resource.organisation_id)::int * 0.5
        + extensions.similarity(c.search_title, p_resource.search_title) desc, c.id
    limit p_limit);
end;
$$;
comment on function private.like_resources is 'Listed resources of the same kind and enough of them, the most alike first.';

create function public.preview_series(
  p_resource_id uuid,
  p_rule text,
  p_starts_on date,
  p_start_time time,
  p_end_time time,
  p_end_days integer default 0,
  p_quantity integer default 1,
  p_organisation_id uuid default null,
  p_series_id uuid default null,
  p_from date default null
) returns table (
  occurrence_on date,
  starts_at timestamptz,
  ends_at timestamptz,
  code text,
  params jsonb,
  holiday text,
  free_quantity integer,
  stays text,
  other_times jsonb,
  other_resources jsonb
)
language plpgsql
stable
rows 60
-- definer: reads allocations and gives back numbers only
security definer
set search_path = ''
-- the rules are asked for each date: planned once a session
set plan_cache_mode = 'force_generic_plan'
as $$
#variable_conflict use_column
declare
  c_most_helped constant integer := 20;
  v_resource public.resources;
  v_terms public.effective_terms;
  v_zone text;
  v_series public.series;
  v_is_refused boolean;
  v_starts_at timestamptz[];
  v_ends_at timestamptz[];
  v_on date[];
begin
  if p_organisation_id is not null then
    perform private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
  end if;
  if p_series_id is not null and not exists (
    select 1 from public.series s
    where s.id = p_series_id and s.resource_id = p_resource_id
      and (s.organisation_id in (select private.my_organisation_ids())
        or s.owner_id in (select private.my_organisation_ids(array['approver', 'admin'])))
  ) then
    perform private.fail('NTFND', 'There is no such series.', 'p_series_id');
  end if;
  select r.* into v_resource from public.resources r where r.id = p_resource_id and r.listed;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  select t.* into v_terms from public.effective_terms t where t.resource_id = p_resource_id;
  select p.time_zone into v_zone from public.pools p where p.id = v_resource.pool_id;
  v_is_refused := private.is_refused(v_terms, v_resource.organisation_id, p_organisation_id);
  v_series.pool_id := v_resource.pool_id;
  v_series.resource_id := p_resource_id;
  v_series.rule := p_rule;
  v_series.starts_on := p_starts_on;
  v_series.start_time := p_start_time;
  v_series.end_time := p_end_time;
  v_series.end_days := coalesce(p_end_days, 0);
  v_series.quantity := p_quantity;
  perform private.check_series(v_series);
  select array_agg(d.occurrence_on order by d.occurrence_on), array_agg(d.starts_at order by d.occurrence_on),
    array_agg(d.ends_at order by d.occurrence_on)
  into v_on, v_starts_at, v_ends_at
  from private.series_dates(v_series, p_from) d;
  return query
    with dates as materialized (
      select f.place, v_on[f.place] as on_day, v_starts_at[f.place] as s, v_ends_at[f.place] as e, f.free,
        private.violations(v_resource, v_terms, v_zone, p_organisation_id, v_starts_at[f.place], v_ends_at[f.place],
          p_is_refused => v_is_refused) -> 0 as broken
      from private.free_on_dates(p_resource_id, v_starts_at, v_ends_at, p_series_id) f
    ),
    judged as materialized (
      select d.*, so.state as stays,
        coalesce(d.broken ->> 'code',
          case when d.free < p_quantity then case when v_resource.quantity = 1 then 'BKOVL' else 'BKCAP' end end) as code,
        coalesce(d.broken -> 'params', case when d.free < p_quantity then jsonb_build_object('free', d.free) end) as params
      from dates d
      left join public.series_occurrences so
        on so.series_id = p_series_id and so.occurrence_on = d.on_day and so.state not in ('booked', 'moved')
    ),
    helped as (
      select j.place from judged j where j.code is not null and j.stays is null order by j.place limit c_most_helped
    ),
    -- asked only when there is a conflict
    candidates as materialized (
      select private.like_resources(v_resource, p_quantity, 8) as ids where exists (select 1 from helped)
    )
    select j.on_day, j.s, j.e, j.code, j.params,
      (select string_agg(h.name, ', ' order by h.kind) from public.holidays h where h.pool_id = v_resource.pool_id and h.on_date = j.on_day),
      least(j.free, v_resource.quantity), j.stays,
      case when h.place is not null then private.other_times_on(v_resource, v_terms, v_zone, p_organisation_id, j.s, j.e, p_quantity) end,
      case when h.place is not null then private.other_resources_on(c.ids, v_zone, p_organisation_id, j.s, j.e, p_quantity) end
    from judged j
    left join helped h on h.place = j.place
    left join candidates c on true
    order by j.place;
end;
$$;
comment on function public.preview_series is
  'What would come of a series, a row for each date that p_rule names (with p_from only from there on): its half-open period; code and params of the gravest rule it breaks for p_organisation_id, or BKOVL or BKCAP when it is taken (null: it can be had); the holiday on it; how many are free; and for the first 20 dates that do not fit, other times of the same resource and like resources at that time. p_series_id: an edit of that series, which does not stand in its own way; stays tells a date that it keeps as skipped, rejected, cancelled or expired. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.preview_series to anon, authenticated, service_role;
