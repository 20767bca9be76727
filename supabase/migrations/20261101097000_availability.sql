-- What is free then. All of it tells how many, never who.

create function private.search_words(p_query text)
returns table (word text, pattern text)
language sql
stable
set search_path = ''
as $$
  -- The German stemmer brings Bänke, Bank and Banken together; the stem is looked for inside
  -- words, so that "Zelt" finds "Festzelt". Stop words fall away unless nothing else is left.
  with words as (
    select w.word, w.n, ts_lexize('pg_catalog.german_stem', w.word) as lexemes
    from regexp_split_to_table(private.fold(coalesce(p_query, '')), '[^[:alnum:]]+') with ordinality as w (word, n)
    where w.word <> ''
    order by w.n
    limit 8
  )
  select w.word, '%' || coalesce(w.lexemes[1], w.word) || '%'
  from words w
  where cardinality(w.lexemes) > 0 or not exists (select 1 from words o where cardinality(o.lexemes) > 0)
$$;
comment on function private.search_words is 'The folded words of a query with a LIKE pattern of each one''s German stem; at most eight.';
grant execute on function private.search_words to anon, authenticated, service_role;

-- A setting of pg_trgm can be attached to a function only once the library is loaded in the session.
select extensions.similarity('a', 'a');

-- Under row level security an index on search_text would lie idle: like and <% are not leakproof, so
-- the policy is asked first for every row. What is listed is public, so matching it may go around.
create function private.matching_resources(p_pool_id uuid, p_query text, p_words text[], p_patterns text[])
returns table (id uuid, rank double precision)
language plpgsql
stable
rows 100
-- definer: looks at listed resources only, which everybody may read, to use the index of words
security definer
set search_path = ''
-- half of a word's triples of letters are found in one place
set pg_trgm.word_similarity_threshold = 0.5
as $$
begin
  return query
    select r.id,
      -- The title counts double, and of titles with the word in them the one with least else. Rounded,
      -- so that a cursor written as text meets the same number again.
      round((2 * extensions.word_similarity(p_query, r.search_title)
        + extensions.word_similarity(p_query, r.search_text)
        + extensions.similarity(p_query, r.search_title))::numeric, 4)::double precision
    from public.resources r
    where r.pool_id = p_pool_id and r.listed
      and (r.search_text like p_patterns[1] or p_words[1] operator(extensions.<%) r.search_text)
      and not exists (
        select 1 from unnest(p_words, p_patterns) as w (word, pattern)
        where not (r.search_text like w.pattern or w.word operator(extensions.<%) r.search_text));
  if not found then
    -- A wrong letter in the middle of six leaves 4 of 10 triples alike ("Beemer"), two swapped in eight
    -- 5 of 13 ("Fetszelt"). So much is asked of whole words of the title, and only when nothing else is
    -- found: it reads every title, and what is a little alike must not stand among what is meant.
    return query
      select r.id, round(extensions.similarity(p_query, r.search_title)::numeric, 4)::double precision
      from public.resources r
      where r.pool_id = p_pool_id and r.listed
        and not exists (
          select 1 from unnest(p_words, p_patterns) as w (word, pattern)
          where extensions.strict_word_similarity(w.word, r.search_title) < 0.38
            and not r.search_text like w.pattern);
  end if;
end;
$$;
comment on function private.matching_resources is
  'Listed resources of a pool in which every word of a query is found (stem inside words, or alike; if none, titles a little alike), with how well they fit.';
grant execute on function private.matching_resources to anon, authenticated, service_role;

create function public.search_resources(
  p_pool text,
  p_query text default null,
  p_kinds text[] default null,
  p_starts_at timestamptz default null,
  p_ends_at timestamptz default null,
  p_quantity integer default null,
  p_limit integer default 24,
  p_cursor text default null
) returns table (
  id uuid,
  slug text,
  kind text,
  title text,
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
  cursor text
)
language plpgsql
stable
-- invoker: who asks sees the resources that their policies show
set search_path = ''
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
  v_rank double precision := 'infinity';
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
  if p_cursor is not null then
    begin
      v_after := convert_from(decode(p_cursor, 'base64'), 'utf8')::jsonb;
      v_rank := (v_after ->> 0)::double precision;
      v_at := (v_after ->> 1)::timestamptz;
      v_id := (v_after ->> 2)::uuid;
    exception when others then
      v_id := null;
    end;
    if v_rank is null or v_at is null or v_id is null then
      perform private.fail('INPUT', 'This is not a cursor of ours.', 'p_cursor', jsonb_build_object('reason', 'cursor'));
    end if;
  end if;
  if v_query <> '' then
    select array_agg(w.word), array_agg(w.pattern) into v_words, v_patterns from private.search_words(v_query) w;
  end if;

  if v_words is null then
    -- No words: walk the catalogue's index in order and stop when the page is full.
    return query
      select r.id, r.slug, r.kind, r.title, r.organisation_id, o.slug, o.name, r.place, r.capacity_note, r.price_note,
        r.approval, r.picture, photo.path, r.quantity, f.free,
        -- asked for the rows of the page only, as all that is shown and not compared
        case when p_starts_at is not null then private.hindrance(r.id, p_starts_at, p_ends_at) end,
        translate(encode(convert_to(jsonb_build_array(0, r.created_at, r.id)::text, 'utf8'), 'base64'), E'\n', '')
      from public.resources r
      join public.organisations o on o.id = r.organisation_id
      cross join lateral (
        -- offset 0: asked once a row, not once where it is shown and once where it is compared
        select case when p_starts_at is not null then private.free_quantity(r.id, p_starts_at, p_ends_at) end as free offset 0
      ) f
      left join lateral (
        select ph.path from public.resource_photos ph where ph.resource_id = r.id order by ph.position limit 1
      ) photo on true
      where r.pool_id = v_pool.id and r.listed
        and (p_kinds is null or r.kind = any (p_kinds))
        and (p_quantity is null or r.quantity >= p_quantity)
        and (p_quantity is null or coalesce(f.free >= p_quantity, true))
        and (r.created_at, r.id) < (v_at, v_id)
      order by r.created_at desc, r.id desc
      limit v_limit;
  else
    return query
      with matches as materialized (
        select r.id, r.created_at, found.rank
        from private.matching_resources(v_pool.id, v_query, v_words, v_patterns) found
        join public.resources r on r.id = found.id
        where r.listed
          and (p_kinds is null or r.kind = any (p_kinds))
          and (p_quantity is null or r.quantity >= p_quantity)
          and (found.rank, r.created_at, r.id) < (v_rank, v_at, v_id)
      ),
      -- "offset 0" keeps the planner from asking what is free before sorting: it is asked row by row
      -- from the best match on, until the page is full
      page as materialized (
        select m.id, m.rank, f.free
        from (select * from matches mm order by mm.rank desc, mm.created_at desc, mm.id desc offset 0) m
        cross join lateral (
          select case when p_starts_at is not null then private.free_quantity(m.id, p_starts_at, p_ends_at) end as free offset 0
        ) f
        where p_quantity is null or coalesce(f.free >= p_quantity, true)
        order by m.rank desc, m.created_at desc, m.id desc
        limit v_limit
      )
      select r.id, r.slug, r.kind, r.title, r.organisation_id, o.slug, o.name, r.place, r.capacity_note, r.price_note,
        r.approval, r.picture, photo.path, r.quantity, m.free,
        case when p_starts_at is not null then private.hindrance(r.id, p_starts_at, p_ends_at) end,
        translate(encode(convert_to(jsonb_build_array(m.rank, r.created_at, r.id)::text, 'utf8'), 'base64'), E'\n', '')
      from page m
      join public.resources r on r.id = m.id
      join public.organisations o on o.id = r.organisation_id
      left join lateral (
        select ph.path from public.resource_photos ph where ph.resource_id = r.id order by ph.position limit 1
      ) photo on true
      order by m.rank desc, r.created_at desc, r.id desc;
  end if;
end;
$$;
comment on function public.search_resources is
  'The listed resources of pool p_pool (slug), 24 a page: with a half-open period each one''s free quantity in it and, as hindrance, the code of the gravest rule that the period breaks for everybody (both else null); with p_quantity only those with at least so many (free); p_query forgives typos, umlauts and German word forms. p_cursor is the last row''s cursor. Raises NTFND, INPUT, BKLEN, BKLED.';
grant execute on function public.search_resources to anon, authenticated, service_role;

create function public.resource_calendar(p_resource_id uuid, p_from timestamptz, p_to timestamptz)
returns table (starts_at timestamptz, ends_at timestamptz, state text, quantity integer, free_quantity integer, held_quantity integer)
language plpgsql
stable
-- definer: reads allocations and gives back numbers only
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_resource public.resources;
begin
  select r.* into v_resource from public.resources r where r.id = p_resource_id;
  if not found or not (v_resource.listed
      or v_resource.organisation_id in (select private.my_organisation_ids())
      or v_resource.pool_id in (select private.my_staffed_pool_ids())) then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  if p_from is null or not isfinite(p_from) then
    perform private.fail('INPUT', 'From when?', 'p_from', jsonb_build_object('reason', 'required'));
  end if;
  if p_to is null or not isfinite(p_to) or p_to <= p_from then
    perform private.fail('INPUT', 'The end must be after the start.', 'p_to', jsonb_build_object('reason', 'end_before_start'));
  end if;
  if p_to - p_from > interval '750 days' then
    perform private.fail('INPUT', 'At most two years at once.', 'p_to', jsonb_build_object('reason', 'range'));
  end if;
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
        and al.blocked && tstzrange(
          p_from - make_interval(mins => v_resource.buffer_before_minutes),
          p_to + make_interval(mins => v_resource.buffer_after_minutes), '[)')
      union all
      select p.asset_id, al.quantity, al.kind = 'hold',
        greatest(lower(al.blocked) - make_interval(mins => v_resource.buffer_after_minutes), p_from),
        least(upper(al.blocked) + make_interval(mins => v_resource.buffer_before_minutes), p_to)
      from parts p
      join public.allocations al on al.asset_id = p.asset_id and not al.exclusive and not p.exclusive
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
  'Busy and partly busy half-open spans of a resource between p_from and p_to, buffers included, no names: state taken, some, or requested (only undecided requests stand there). Times in between are free. Raises NTFND, INPUT.';
grant execute on function public.resource_calendar to anon, authenticated, service_role;
