-- What of the pool could meet the wishes of an event: the best free offers over all owners, several
-- together where no single one suffices, and what could step in for a part that was declined.

create type private.event_offer as (
  resource_id uuid,
  organisation_id uuid,
  score double precision,
  starts_at timestamptz,
  ends_at timestamptz,
  free integer,
  take integer,
  chosen boolean,
  code text,
  params jsonb
);
comment on type private.event_offer is 'Something that could meet a wish: when it would be fetched and brought back, how many are free, how many of them are proposed.';

create function private.nearest_handover(
  p_terms public.effective_terms, p_pool_id uuid, p_wall timestamp, p_step integer
) returns timestamp
language plpgsql
stable
set search_path = ''
as $$
declare
  v_on date := p_wall::date;
  v_from integer := private.minute_of(p_wall::time);
  v_at integer;
begin
  -- back from the wanted start, or on from the wanted end, to an hour at which somebody is there
  for v_day in 0 .. 7 loop
    select case p_step when -1 then max(at.minute) else min(at.minute) end into v_at
    from unnest(private.open_minutes(p_terms.hours_terms_id, p_terms, p_pool_id, v_on)) as span
    cross join lateral (
      select case
        when p_terms.period_kind = 'days' then
          case p_step when -1 then private.minute_of(p_terms.pickup_at) else private.minute_of(p_terms.return_at) end
        -- not in the last minutes before they close
        when p_step = -1 then case when v_from < upper(span) then v_from else greatest(lower(span), upper(span) - 30) end
        else greatest(v_from, lower(span)) end as minute
    ) at
    where at.minute >= lower(span) and (case p_step when -1 then at.minute < upper(span) else at.minute <= upper(span) end)
      and (case p_step when -1 then at.minute <= v_from else at.minute >= v_from end);
    if v_at is not null then
      return v_on + make_interval(mins => v_at);
    end if;
    v_on := v_on + p_step;
    v_from := case p_step when -1 then 1440 else 0 end;
  end loop;
  return null;
end;
$$;
comment on function private.nearest_handover is
  'The last wall time up to p_wall (p_step -1), or the first from it on (1), at which a thing can change hands, within a week; null when there is none.';

create function private.fit_period(
  p_terms public.effective_terms, p_pool_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_zone text
) returns tstzrange
language plpgsql
stable
-- definer: called for every candidate, whoever asks
security definer
set search_path = ''
as $$
declare
  v_from timestamp := p_starts_at at time zone p_zone;
  v_to timestamp := p_ends_at at time zone p_zone;
  v_slot interval;
  v_first interval;
begin
  case p_terms.period_kind
    when 'days' then
      v_from := v_from::date - (v_from::time < p_terms.pickup_at)::integer + p_terms.pickup_at;
      v_to := v_to::date + (v_to::time > p_terms.return_at)::integer + p_terms.return_at;
    when 'slots' then
      v_slot := make_interval(mins => p_terms.slot_minutes);
      v_first := coalesce(p_terms.slot_starts_at, time '00:00') - time '00:00';
      v_from := date_bin(v_slot, v_from, v_from::date - interval '1 day' + v_first);
      v_to := date_bin(v_slot, v_to + v_slot - interval '1 microsecond', v_to::date - interval '1 day' + v_first);
    when 'parts' then
      v_from := coalesce((
        select max(v_from::date + part.starts_at) from public.day_parts part
        where part.terms_id = p_terms.parts_terms_id and v_from::date + part.starts_at <= v_from), v_from);
      v_to := coalesce((
        select min((v_to - interval '1 microsecond')::date + (part.ends_at - time '00:00')) from public.day_parts part
        where part.terms_id = p_terms.parts_terms_id
          and (v_to - interval '1 microsecond')::date + (part.ends_at - time '00:00') >= v_to), v_to);
    else
      null;
  end case;
  -- a loan may go over closed days, but somebody has to be there when it changes hands
  if p_terms.hours_apply = 'handover' and p_terms.period_kind in ('minutes', 'days')
     and (p_terms.hours_terms_id is not null or p_terms.closed_on_public_holidays or p_terms.closed_in_school_holidays) then
    v_from := coalesce(private.nearest_handover(p_terms, p_pool_id, v_from, -1), v_from);
    v_to := coalesce(private.nearest_handover(p_terms, p_pool_id, v_to, 1), v_to);
  end if;
  return tstzrange(
    v_from at time zone p_zone,
    greatest(v_to at time zone p_zone, v_from at time zone p_zone + make_interval(mins => coalesce(p_terms.min_minutes, 0))),
    '[)');
end;
$$;
comment on function private.fit_period is
  'The shortest half-open period on a resource''s grid and in its hand-over hours that holds the wanted one: pick-up before it, return after it, at least the shortest booking. Whether it may be had is another question.';

create function private.offer_problem(
  p_resource_id uuid, p_zone text, p_organisation_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_quantity integer
) returns jsonb
language plpgsql
stable
-- definer: asks the rules and counts, whoever asks; tells numbers only
security definer
set search_path = ''
as $$
declare
  v_resource public.resources;
  v_terms public.effective_terms;
begin
  select r.* into v_resource from public.resources r where r.id = p_resource_id;
  select t.* into v_terms from public.effective_terms t where t.resource_id = p_resource_id;
  if not v_resource.listed then
    return jsonb_build_object('code', 'RESST', 'params', jsonb_build_object('status', v_resource.status));
  end if;
  return coalesce(
    private.violations(v_resource, v_terms, p_zone, p_organisation_id, p_starts_at, p_ends_at) -> 0,
    private.occupancy_violation(p_resource_id, p_starts_at, p_ends_at, p_quantity));
end;
$$;
comment on function private.offer_problem is
  'What a request for this offer would be refused with now, {code, field, params}; null when it could be had.';

create function private.taken_of(p_resource_id uuid, p_taken jsonb) returns integer
language plpgsql
stable
-- definer: sees every resource's parts
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(max(ceil((p_taken ->> ra.asset_id::text)::numeric / ra.quantity)), 0)::integer
    from public.resource_assets ra
    where ra.resource_id = p_resource_id and p_taken ? ra.asset_id::text);
end;
$$;
comment on function private.taken_of is 'How many units of a resource other wishes of the same plan use up; p_taken counts assets.';

create function private.take_assets(p_taken jsonb, p_resource_id uuid, p_quantity integer) returns jsonb
language plpgsql
stable
-- definer: sees every resource's parts
security definer
set search_path = ''
as $$
begin
  return (
    select p_taken || coalesce(jsonb_object_agg(
      ra.asset_id::text, coalesce((p_taken ->> ra.asset_id::text)::integer, 0) + ra.quantity * p_quantity), '{}')
    from public.resource_assets ra where ra.resource_id = p_resource_id);
end;
$$;

create function private.event_candidates(p_event public.events, p_item public.event_items, p_except uuid[], p_taken jsonb, p_owners uuid[])
returns setof private.event_offer
language plpgsql
stable
rows 12
-- definer: looks at listed resources only, and tells how many are free, never who has the others
security definer
set search_path = ''
as $$
declare
  v_zone text;
begin
  select p.time_zone into v_zone from public.pools p where p.id = p_event.pool_id;
  return query
    with word as (
      select private.fold(w.word) as query, w.n
      from regexp_split_to_table(p_item.words, '\s*,\s*') with ordinality as w (word, n)
      where w.word <> '' limit 6
    ),
    matches as (
      -- the first word is the best one; what is pictured alike is likely meant
      select found.id, max(found.rank - 0.3 * (word.n - 1)) as rank
      from word
      cross join lateral (
        select array_agg(s.word) as words, array_agg(s.pattern) as patterns from private.search_words(word.query) s
      ) searched
      cross join lateral private.matching_resources(p_event.pool_id, word.query, searched.words, searched.patterns) found
      where searched.words is not null
      group by found.id
    ),
    scored as (
      select r.id, r.organisation_id, r.quantity,
        m.rank + case when p_item.picture <> '' and r.picture = p_item.picture then 1.5 else 0 end as score
      from matches m join public.resources r on r.id = m.id
      where r.listed and r.id <> all (p_except) and m.rank >= 0.5
    ),
    best as (
      select s.*, max(s.score) over () as most from scored s order by s.score desc, s.id limit 16
    ),
    fitted as (
      select b.id, b.organisation_id, lower(f.period) as starts_at, upper(f.period) as ends_at, b.quantity,
        -- one way less to go when somebody lends other things for this event already
        b.score + case when b.organisation_id = any (p_owners) then 0.25 else 0 end as score
      from best b
      cross join lateral (
        select private.fit_period(terms, p_event.pool_id, p_item.starts_at, p_item.ends_at, v_zone) as period
        from public.effective_terms terms where terms.resource_id = b.id offset 0
      ) f
      where b.score >= b.most * 0.45
    )
    select f.id, f.organisation_id, f.score, f.starts_at, f.ends_at, free.quantity, 0, false, null::text, null::jsonb
    from fitted f
    cross join lateral (
      select least(private.free_quantity(f.id, f.starts_at, f.ends_at) - private.taken_of(f.id, p_taken), f.quantity) as quantity offset 0
    ) free
    where free.quantity >= 1
      and private.offer_problem(f.id, v_zone, p_event.organisation_id, f.starts_at, f.ends_at, 1) is null
    order by f.score desc, f.id;
end;
$$;
comment on function private.event_candidates is
  'Listed resources that fit the words of a wish and of which at least one is free when it is needed, the best first; without what other wishes of the plan take (p_taken) and p_except.';

create function private.choose_offers(p_offers private.event_offer[], p_wanted integer) returns private.event_offer[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_offers private.event_offer[] := p_offers;
  v_left integer := p_wanted;
  v_i integer;
begin
  -- One that suffices alone, the best fitting first; else as few as possible together, the largest first.
  select o.n into v_i from unnest(p_offers) with ordinality as o (resource_id, organisation_id, score, starts_at, ends_at, free, take, chosen, code, params, n)
  where o.free >= p_wanted order by o.n limit 1;
  if v_i is not null then
    v_offers[v_i].take := p_wanted;
    return v_offers;
  end if;
  for v_i in
    select o.n from unnest(p_offers) with ordinality as o (resource_id, organisation_id, score, starts_at, ends_at, free, take, chosen, code, params, n)
    order by o.free desc, o.n
  loop
    exit when v_left = 0;
    v_offers[v_i].take := least(v_offers[v_i].free, v_left);
    v_left := v_left - v_offers[v_i].take;
  end loop;
  return v_offers;
end;
$$;
comment on function private.choose_offers is 'Which of the offers together meet a wish: one alone where one suffices, else the largest ones.';

create function private.event_missing(p_event_id uuid)
returns table (item_id uuid, missing integer)
language sql
stable
-- definer: called from intents and reads of the borrower
security definer
set search_path = ''
as $$
  select i.id, i.quantity - coalesce(sum(b.quantity), 0)::integer
  from public.event_items i
  left join public.event_parts part on part.item_id = i.id
  left join public.bookings b on b.id = part.booking_id
    and b.status not in ('declined', 'passed_over', 'cancelled', 'expired')
  where i.event_id = p_event_id and i.waived_at is null
  group by i.id
  having coalesce(sum(b.quantity), 0) < i.quantity
$$;
comment on function private.event_missing is 'The wishes of an event that bookings do not meet (any more), and how many are missing of each.';

create function public.propose_event(p_event_id uuid, p_item_id uuid default null, p_limit integer default 4)
returns table (
  item_id uuid,
  missing integer,
  resource_id uuid,
  slug text,
  title text,
  kind text,
  picture text,
  photo_path text,
  place text,
  approval text,
  organisation_id uuid,
  organisation_name text,
  starts_at timestamptz,
  ends_at timestamptz,
  free_quantity integer,
  take integer,
  chosen boolean,
  code text,
  params jsonb,
  price jsonb
)
language plpgsql
stable
-- definer: looks at listed resources and tells how many are free, never who has the others
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_limit integer := least(greatest(coalesce(p_limit, 4), 1), 12);
  v_event public.events;
  v_status text;
  v_zone text;
  v_wish record;
  v_offers private.event_offer[];
  v_offer private.event_offer;
  v_taken jsonb := '{}';
  v_owners uuid[] := '{}';
  v_problem jsonb;
begin
  perform private.require_person();
  select e.* into v_event from public.events e where e.id = p_event_id;
  if not found or v_event.organisation_id not in (select private.my_organisation_ids()) then
    perform private.fail('NTFND', 'There is no such event.', 'p_event_id');
  end if;
  select p.status into v_status from public.event_plans p where p.event_id = p_event_id;
  select p.time_zone into v_zone from public.pools p where p.id = v_event.pool_id;
  if v_status = 'cancelled' then
    return;
  end if;
  if v_status <> 'draft' then
    v_owners := array(select distinct b.owner_id from public.bookings b where b.event_id = p_event_id);
  end if;

  for v_wish in
    select i as item, m.missing from private.event_missing(p_event_id) m
    join public.event_items i on i.id = m.item_id
    order by i.position, i.id
  loop
    v_offers := array(
      select row(part.resource_id, r.organisation_id, 9, part.starts_at, part.ends_at,
        greatest(least(private.free_quantity(part.resource_id, part.starts_at, part.ends_at), r.quantity)
          - private.taken_of(part.resource_id, v_taken), 0),
        part.quantity, true, null, null)::private.event_offer
      from public.event_parts part join public.resources r on r.id = part.resource_id
      where v_status = 'draft' and part.item_id = (v_wish.item).id
      order by part.created_at, part.id);
    for i in 1 .. cardinality(v_offers) loop
      v_offer := v_offers[i];
      v_problem := private.offer_problem(v_offer.resource_id, v_zone, v_event.organisation_id, v_offer.starts_at, v_offer.ends_at, v_offer.take);
      if v_problem is null and v_offer.take > v_offer.free then
        v_problem := jsonb_build_object('code', 'BKCAP', 'params', jsonb_build_object('free', v_offer.free));
      end if;
      v_offers[i].code := v_problem ->> 'code';
      v_offers[i].params := v_problem -> 'params';
    end loop;
    if v_offers = '{}' then
      v_offers := private.choose_offers(array(
        select c from private.event_candidates(v_event, v_wish.item, array(
          -- who said no is not asked again
          select part.resource_id from public.event_parts part where part.item_id = (v_wish.item).id and part.booking_id is not null
          and exists (select 1 from public.bookings b where b.id = part.booking_id and b.status in ('declined', 'passed_over', 'cancelled', 'expired'))
        ), v_taken, v_owners) c), v_wish.missing);
    elsif p_item_id is not null then
      v_offers := v_offers || array(
        select c from private.event_candidates(v_event, v_wish.item,
          array(select o.resource_id from unnest(v_offers) o), v_taken, v_owners) c);
    end if;
    foreach v_offer in array v_offers loop
      if v_offer.take > 0 then
        v_taken := private.take_assets(v_taken, v_offer.resource_id, v_offer.take);
        v_owners := v_owners || v_offer.organisation_id;
      end if;
    end loop;
    continue when p_item_id is not null and (v_wish.item).id <> p_item_id;
    return query
      select (v_wish.item).id, v_wish.missing, r.id, r.slug, public.reader_title(r), r.kind, r.picture, photo.path, r.place, r.approval,
        r.organisation_id, o.name, offer.starts_at, offer.ends_at, offer.free, offer.take, offer.chosen, offer.code, offer.params,
        private.price(terms, r.id, v_event.organisation_id, offer.starts_at, offer.ends_at,
          coalesce(nullif(offer.take, 0), least(offer.free, v_wish.missing))) - array['lines', 'choices', 'settled', 'cancel']
      from (
        select x.*, row_number() over (order by x.take > 0 desc, x.score desc, x.resource_id) as n from unnest(v_offers) x
      ) offer
      join public.resources r on r.id = offer.resource_id
      join public.effective_terms terms on terms.resource_id = r.id
      join public.organisations o on o.id = r.organisation_id
      left join lateral (
        select ph.path from public.resource_photos ph where ph.resource_id = r.id order by ph.position limit 1
      ) photo on true
      where offer.take > 0 or offer.n <= v_limit
      order by offer.n;
  end loop;
end;
$$;
comment on function public.propose_event is
  'For each wish of an event of one''s organisation that is not met (p_item_id: for this one only), the offers that could meet it: take says how many of which are proposed, the others (up to p_limit in all) could stand in. A draft''s own choices come back with what stands against them now (code, params). price is that of what is taken, or of as many as could be. Half-open periods on each resource''s grid; the same unit is never proposed twice. Raises LOGIN, NTFND.';
grant execute on function public.propose_event to authenticated;
