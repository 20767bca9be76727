-- What is free then. All of it tells how many, never who.

create function private.free_among(p_resource_ids uuid[], p_starts_at timestamptz, p_ends_at timestamptz)
returns table (id uuid, free integer)
language plpgsql
stable
rows 24
-- definer: tells how many, never who
security definer
set search_path = ''
-- a probe for each thing, however many bookings there are; and planned once
set plan_cache_mode = 'force_generic_plan'
as $$
begin
  return query
    select r.id,
      case when (
        -- they do not overlap: the last one that begins before the end is the one that could
        select upper(al.blocked) from public.allocations al
        where al.asset_id = r.sole_asset_id and al.exclusive
          and lower(al.blocked) < p_ends_at + make_interval(mins => r.buffer_after_minutes)
        order by lower(al.blocked) desc limit 1
      ) > p_starts_at - make_interval(mins => r.buffer_before_minutes) then 0 else 1 end
    from unnest(p_resource_ids) as wanted (id)
    join public.resources r on r.id = wanted.id
    where r.sole_asset_id is not null;
  return query
    select part.resource_id, coalesce(min(
      case
        when part.exclusive then
          case when exists (
            select 1 from public.allocations al
            where al.asset_id = part.asset_id and al.exclusive and al.blocked && part.blocked)
          then 0 else 1 end
        else greatest(part.stock - (
          -- as private.peak_quantity
          select coalesce(max(sweep.load), 0)
          from (
            select sum(e.delta) over (order by e.at, e.delta rows unbounded preceding) as load
            from public.allocations al
            cross join lateral (values
              (greatest(lower(al.blocked), lower(part.blocked)), al.quantity),
              (upper(al.blocked), -al.quantity)) as e (at, delta)
            where al.asset_id = part.asset_id and not al.exclusive and al.blocked && part.blocked
          ) sweep), 0)
      end / part.per_unit), 0)::integer
    from (
      select r.id as resource_id, a.id as asset_id, a.exclusive, a.quantity as stock, ra.quantity as per_unit,
        tstzrange(
          p_starts_at - make_interval(mins => r.buffer_before_minutes),
          p_ends_at + make_interval(mins => r.buffer_after_minutes), '[)') as blocked
      from unnest(p_resource_ids) as wanted (id)
      join public.resources r on r.id = wanted.id and r.sole_asset_id is null
      left join public.resource_assets ra on ra.resource_id = r.id
      left join public.assets a on a.id = ra.asset_id
    ) part
    group by part.resource_id;
end;
$$;
comment on function private.free_among is 'As free_quantity, for many resources in one go.';

-- The rows of one page, best first. They are found in the order in which they are shown; what is free is
-- asked for as many as the page wants, then for twice as many, until the page is full. So the price of a
-- search follows the page and not the number of bookings.
create function private.found_page(
  p_pool_id uuid,
  p_query text,
  p_words text[],
  p_patterns text[],
  p_kinds text[],
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer,
  p_latitude double precision,
  p_longitude double precision,
  p_score double precision,
  p_at timestamptz,
  p_id uuid,
  p_limit integer
) returns table (id uuid, score double precision, metres integer, free integer, hindrance text)
language plpgsql
stable
rows 24
-- definer: looks at listed resources only, which everybody may read, and tells how many are free
security definer
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  -- a plane that touches the globe where somebody stands: within a district right to the metre
  v_narrow constant double precision := cosd(p_latitude);
  -- five kilometres weigh as much as half a title; what lies nobody knows where counts as far away
  v_weight constant double precision := 5000;
  v_far constant double precision := 100000;
  v_kinds constant text[] := array['equipment', 'installation', 'room', 'vehicle', 'service'];
  v_meant tsquery;
  v_concepts text[];
  v_alike boolean;
  v_candidates refcursor;
  v_one record;
  v_ids uuid[] := '{}';
  v_scores double precision[] := '{}';
  v_metres integer[] := '{}';
  v_batch integer := p_limit;
  v_left integer := p_limit;
  v_rows integer;
begin
  if p_words is null and p_latitude is null then
    -- in the order of the index, as far as the page needs it
    open v_candidates for
      select r.id, 0::double precision as score, null::integer as metres
      from public.resources r
      where r.pool_id = p_pool_id and r.listed
        and (p_kinds is null or r.kind = any (p_kinds))
        and (p_quantity is null or r.quantity >= p_quantity)
        and (r.created_at, r.id) < (p_at, p_id)
      order by r.created_at desc, r.id desc;
  elsif p_words is null then
    open v_candidates for
      select c.id, c.score, c.metres
      from (
        select d.*, -coalesce(d.metres, v_far) / v_weight as score
        from (
          -- everything asked for here stands in one index
          select r.id, r.created_at, round(111195 * sqrt(
            (r.longitude::double precision - p_longitude) * v_narrow * (r.longitude::double precision - p_longitude) * v_narrow
            + (r.latitude::double precision - p_latitude) * (r.latitude::double precision - p_latitude)))::integer as metres
          from public.resources r
          where r.pool_id = p_pool_id and r.listed and r.kind = any (coalesce(p_kinds, v_kinds))
          offset 0
        ) d
      ) c
      where (c.score, c.created_at, c.id) < (p_score, p_at, p_id)
      order by c.score desc, c.created_at desc, c.id desc;
  else
    select w.meant, w.concepts into v_meant, v_concepts from private.words_meant(p_pool_id, p_words, p_patterns, false) w;
    if not exists (select 1 from public.resources r where r.pool_id = p_pool_id and r.listed and r.words @@ v_meant) then
      select w.meant, w.concepts into v_meant, v_concepts from private.words_meant(p_pool_id, p_words, p_patterns, true) w;
    end if;
    -- nobody wrote it like that: all that is found is only alike
    v_alike := v_concepts = '{}' and not exists (
      select 1 from private.vocabulary v where v.pool_id = p_pool_id and v.word like p_patterns[1]);
    open v_candidates for
      select c.id, c.score, c.metres
      from (
        select d.*, d.rank - case when p_latitude is null then 0 else coalesce(d.metres, v_far) / v_weight end as score
        from (
          select r.id, r.created_at, round(111195 * sqrt(
            (r.longitude::double precision - p_longitude) * v_narrow * (r.longitude::double precision - p_longitude) * v_narrow
            + (r.latitude::double precision - p_latitude) * (r.latitude::double precision - p_latitude)))::integer as metres,
            -- The title counts, and of titles with the word in them the one with least else. Letters are
            -- compared only where that can matter. A title that names it in another language counts
            -- less than the word itself. Rounded, so that a cursor written as text meets the same
            -- number again.
            round((
              case when v_alike or r.search_titles like any (p_patterns) then
                2 * extensions.word_similarity(p_query, r.search_titles) + extensions.similarity(p_query, r.search_titles)
              else 0 end
              + case when r.concepts && v_concepts then 1.5 + 1.0 / char_length(r.search_title) else 0 end
            )::numeric, 4)::double precision as rank
          from public.resources r
          where r.pool_id = p_pool_id and r.listed and r.words @@ v_meant
            and (p_kinds is null or r.kind = any (p_kinds))
          offset 0
        ) d
      ) c
      where (c.score, c.created_at, c.id) < (p_score, p_at, p_id)
      order by c.score desc, c.created_at desc, c.id desc;
  end if;
  loop
    fetch v_candidates into v_one;
    if found then
      v_ids := v_ids || v_one.id;
      v_scores := v_scores || v_one.score;
      v_metres := v_metres || v_one.metres;
      continue when cardinality(v_ids) < v_batch;
    end if;
    exit when v_ids = '{}';
    if p_starts_at is null then
      return query
        select c.id, c.score, c.metres, null::integer, null::text
        from unnest(v_ids, v_scores, v_metres) with ordinality as c (id, score, metres, n)
        join public.resources r on r.id = c.id
        where p_quantity is null or r.quantity >= p_quantity
        order by c.n
        limit v_left;
    else
      return query
        select found.id, found.score, found.metres, found.free, found.hindrance
        from (
          select c.*, f.free, private.hindrance(c.id, p_starts_at, p_ends_at) as hindrance
          from unnest(v_ids, v_scores, v_metres) with ordinality as c (id, score, metres, n)
          join private.free_among(v_ids, p_starts_at, p_ends_at) f on f.id = c.id
          where p_quantity is null or f.free >= p_quantity
          -- the hindrance is asked for once and then compared
          offset 0
        ) found
        where p_quantity is null or coalesce(found.hindrance in ('no_handover', 'too_short'), true)
        order by found.n
        limit v_left;
    end if;
    get diagnostics v_rows = row_count;
    v_left := v_left - v_rows;
    exit when v_left <= 0 or cardinality(v_ids) < v_batch;
    v_batch := least(v_batch * 2, 400);
    v_ids := '{}';
    v_scores := '{}';
    v_metres := '{}';
  end loop;
  close v_candidates;
end;
$$;
comment on function private.found_page is
  'Listed resources of a pool, after a cursor, best first: how well they fit, how far away they are, how many are free in the period and what stands against having them (private.hindrance). With p_quantity only those of which so many are free and can be had.';
grant execute on function private.found_page to anon, authenticated, service_role;

create function private.matching_resources(p_pool_id uuid, p_query text, p_words text[], p_patterns text[])
returns table (id uuid, rank double precision)
language plpgsql
stable
rows 100
-- definer: as found_page
security definer
set search_path = ''
as $$
begin
  return query
    select page.id, page.score
    from private.found_page(p_pool_id, p_query, p_words, p_patterns, null, null, null, null, null, null,
      'infinity', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 1000) page;
end;
$$;
comment on function private.matching_resources is
  'The thousand listed resources of a pool that fit best of those in which every word of a query is found (stem inside words, or alike; if none, titles a little alike), with how well they fit.';
grant execute on function private.matching_resources to anon, authenticated, service_role;

create function public.search_resources(
  p_pool text,
  p_query text default null,
  p_kinds text[] default null,
  p_starts_at timestamptz default null,
  p_ends_at timestamptz default null,
  p_quantity integer default null,
  p_limit integer default 24,
  p_cursor text default null,
  p_latitude double precision default null,
  p_longitude double precision default null,
  p_locale text default null
) returns table (
  id uuid,
  slug text,
  kind text,
  title text,
  title_locale text,
  organisation_id uuid,
  organisation_slug text,
  organisation_name text,
  place text,
  capacity_note text,
  price_note text,
  approval text,
  picture text,
  photo_path text,
  quantity integer,
  free_quantity integer,
  hindrance text,
  metres integer,
  cursor text
)
language plpgsql
stable
-- invoker: who asks sees the resources that their policies show
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
#variable_conflict use_column
declare
  v_pool public.pools := private.pool_by_slug(p_pool);
  v_limit integer := least(greatest(coalesce(p_limit, 24), 1), 100);
  v_words text[];
  v_patterns text[];
  v_query text := private.fold(left(coalesce(p_query, ''), 200));
  v_after jsonb;
  -- before everything, until a cursor says otherwise; a plain comparison can be looked up in the index
  v_score double precision := 'infinity';
  v_at timestamptz := 'infinity';
  v_id uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
begin
  if (p_starts_at is null) <> (p_ends_at is null) then
    perform private.fail('INPUT', 'A period has two ends.',
      case when p_starts_at is null then 'p_starts_at' else 'p_ends_at' end, jsonb_build_object('reason', 'required'));
  end if;
  if p_starts_at is not null then
    perform private.require_period(p_starts_at, p_ends_at, true);
  end if;
  if p_quantity is not null then
    perform private.require_range(p_quantity, 'p_quantity', 1, 100000);
  end if;
  if (p_latitude is null) <> (p_longitude is null)
     or p_latitude not between -90 and 90 or p_longitude not between -180 and 180 then
    perform private.fail('INPUT', 'A place has a latitude and a longitude.',
      case when p_latitude is null or p_latitude not between -90 and 90 then 'p_latitude' else 'p_longitude' end,
      jsonb_build_object('reason', 'range'));
  end if;
  if p_cursor is not null then
    begin
      v_after := convert_from(decode(p_cursor, 'base64'), 'utf8')::jsonb;
      v_score := (v_after ->> 0)::double precision;
      v_at := (v_after ->> 1)::timestamptz;
      v_id := (v_after ->> 2)::uuid;
    exception when others then
      v_id := null;
    end;
    if v_score is null or v_at is null or v_id is null then
      perform private.fail('INPUT', 'This is not a cursor of ours.', 'p_cursor', jsonb_build_object('reason', 'cursor'));
    end if;
  end if;
  if v_query <> '' then
    select array_agg(w.word), array_agg(w.pattern) into v_words, v_patterns from private.search_words(v_query) w;
  end if;
  return query
    select r.id, r.slug, r.kind, coalesce(translated.title, r.title), coalesce(translated.locale, r.locale), r.organisation_id, o.slug, o.name, r.place, r.capacity_note, r.price_note,
      r.approval, r.picture, photo.path, r.quantity, page.free,
      page.hindrance,
      page.metres,
      translate(encode(convert_to(jsonb_build_array(page.score, r.created_at, r.id)::text, 'utf8'), 'base64'), E'\n', '')
    from private.found_page(v_pool.id, v_query, v_words, v_patterns, p_kinds, p_starts_at, p_ends_at, p_quantity,
      p_latitude, p_longitude, v_score, v_at, v_id, v_limit) page
    join public.resources r on r.id = page.id
    join public.organisations o on o.id = r.organisation_id
    -- as private.title_in, which tells no language
    left join lateral (
      select t.title, t.locale from public.resource_texts t
      where t.resource_id = r.id
        and (t.locale = p_locale or t.locale = split_part(p_locale, '-', 1) and r.locale <> p_locale)
      order by t.locale = p_locale desc limit 1
    ) translated on true
    left join lateral (
      select ph.path from public.resource_photos ph where ph.resource_id = r.id order by ph.position limit 1
    ) photo on true
    order by page.score desc, r.created_at desc, r.id desc;
end;
$$;
comment on function public.search_resources is
  'The listed resources of pool p_pool (slug), 24 a page: with a half-open period each one''s free quantity in it and, as hindrance, what stands against having it then (too_soon, too_far, closed; only by taking it longer: no_handover, too_short) (both else null); with p_quantity only those with at least so many, and with a period only those of which so many are free and can be had; p_query forgives typos, umlauts and German word forms and may name common resources in any of the languages of private.concept_words; with p_locale titles come in that language where their owner wrote one (a form of German falls back to German); with a place (degrees) the nearest first and how many metres away. p_cursor is the last row''s cursor. Raises NTFND, INPUT, BKLEN, BKLED.';
grant execute on function public.search_resources to anon, authenticated, service_role;

create function public.resource_calendar(
  p_resource_id uuid, p_from timestamptz, p_to timestamptz, p_except_booking_id uuid default null
)
returns table (starts_at timestamptz, ends_at timestamptz, state text, quantity integer, free_quantity integer, held_quantity integer)
language plpgsql
stable
-- definer: reads allocations and gives back numbers only
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_resource public.resources := private.visible_resource(p_resource_id);
begin
  perform private.require_span(p_from, p_to);
  perform private.require_own_side(p_except_booking_id);
  return query
    -- A period can be had when it, widened by this resource's own buffers, meets no allocation.
    -- Widening the allocations the other way round says the same, so that what looks free is free.
    with parts as (
      select a.id as asset_id, a.exclusive, a.quantity as stock, ra.quantity as per_unit
      from public.resource_assets ra join public.assets a on a.id = ra.asset_id
      where ra.resource_id = p_resource_id
    ),
    taken as (
      select p.asset_id, al.quantity, al.kind = 'hold' as held,
        greatest(lower(al.blocked) - make_interval(mins => v_resource.buffer_after_minutes), p_from) as starts_at,
        least(upper(al.blocked) + make_interval(mins => v_resource.buffer_before_minutes), p_to) as ends_at
      from parts p
      join public.allocations al on al.asset_id = p.asset_id and al.exclusive and p.exclusive
        and (al.booking_id = p_except_booking_id) is not true
        and al.blocked && tstzrange(
          p_from - make_interval(mins => v_resource.buffer_before_minutes),
          p_to + make_interval(mins => v_resource.buffer_after_minutes), '[)')
      union all
      select p.asset_id, al.quantity, al.kind = 'hold',
        greatest(lower(al.blocked) - make_interval(mins => v_resource.buffer_after_minutes), p_from),
        least(upper(al.blocked) + make_interval(mins => v_resource.buffer_before_minutes), p_to)
      from parts p
      join public.allocations al on al.asset_id = p.asset_id and not al.exclusive and not p.exclusive
        and (al.booking_id = p_except_booking_id) is not true
        and al.blocked && tstzrange(
          p_from - make_interval(mins => v_resource.buffer_before_minutes),
          p_to + make_interval(mins => v_resource.buffer_after_minutes), '[)')
    ),
    -- +quantity at the start and -quantity at the end of each, summed along time and per asset:
    -- one pass in the order of time instead of every piece against every allocation
    events as (
      select e.at, t.asset_id, sum(e.delta)::integer as delta, sum(e.delta) filter (where t.held)::integer as held_delta
      from taken t cross join lateral (values (t.starts_at, t.quantity), (t.ends_at, -t.quantity)) as e (at, delta)
      where t.starts_at < t.ends_at
      group by e.at, t.asset_id
    ),
    instants as (select distinct at from events),
    loads as (
      select i.at, p.asset_id, p.stock, p.per_unit,
        coalesce(sum(sum(e.delta)) over w, 0)::integer as load,
        coalesce(sum(sum(e.held_delta)) over w, 0)::integer as held
      from instants i cross join parts p
      left join events e on e.at = i.at and e.asset_id = p.asset_id
      group by i.at, p.asset_id, p.stock, p.per_unit
      window w as (partition by p.asset_id order by i.at)
    ),
    pieces as (
      select l.at as starts_at, lead(l.at) over (order by l.at) as ends_at,
        least(min(greatest(l.stock - l.load, 0) / l.per_unit), v_resource.quantity)::integer as free,
        least(min(greatest(l.stock - l.load + l.held, 0) / l.per_unit), v_resource.quantity)::integer as free_without_holds
      from loads l
      group by l.at
    ),
    -- neighbouring pieces that say the same become one span
    marked as (
      select p.*, (p.free, p.free_without_holds) is distinct from
        (lag(p.free) over (order by p.starts_at), lag(p.free_without_holds) over (order by p.starts_at)) as is_new
      from pieces p where p.ends_at is not null
    ),
    grouped as (select m.*, count(*) filter (where m.is_new) over (order by m.starts_at) as grp from marked m)
    select min(g.starts_at), max(g.ends_at),
      case when g.free = 0 and g.free_without_holds > 0 then 'requested' when g.free = 0 then 'taken' else 'some' end,
      v_resource.quantity, g.free, (g.free_without_holds - g.free)
    from grouped g
    where g.free < v_resource.quantity
    group by g.grp, g.free, g.free_without_holds
    order by 1;
end;
$$;
comment on function public.resource_calendar is
  'Busy and partly busy half-open spans of a resource between p_from and p_to, buffers included, no names: state taken, some, or requested (only undecided requests stand there). Times in between are free. p_except_booking_id: the booking that is to be changed, of one''s own side, does not count. Raises NTFND, INPUT.';
grant execute on function public.resource_calendar to anon, authenticated, service_role;
