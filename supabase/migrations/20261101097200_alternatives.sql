-- What else would do when a wish meets a conflict. One function for the request form, the waiting
-- list, what was declined and what was passed over; whatever it proposes breaks no rule and can be
-- had at that moment. It tells how many, never who.

create function private.distance_metres(
  p_latitude numeric, p_longitude numeric, p_other_latitude numeric, p_other_longitude numeric
) returns integer
language plpgsql
immutable
-- strict: `least` passes over null, and an unknown place would be on the other side of the world
strict
parallel safe
set search_path = ''
as $$
begin
  -- haversine on a sphere; null when a place is unknown
  return (12742000 * asin(least(1, sqrt(
    power(sin(radians((p_other_latitude - p_latitude)::double precision) / 2), 2)
    + cos(radians(p_latitude::double precision)) * cos(radians(p_other_latitude::double precision))
      * power(sin(radians((p_other_longitude - p_longitude)::double precision) / 2), 2)))))::integer;
end;
$$;
comment on function private.distance_metres is 'Metres as the crow flies between two places in degrees; null when one is unknown.';

create function private.can_be_had(
  p_resource public.resources,
  p_zone text,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_except_booking_id uuid default null
) returns integer
language plpgsql
stable
-- definer: tells how many, never who
security definer
set search_path = ''
as $$
declare
  -- more than anybody has is always refused, and the refusal says how many there are
  v_free integer := case when p_except_booking_id is null
    then private.free_quantity(p_resource.id, p_starts_at, p_ends_at)
    else (private.occupancy_violation(p_resource.id, p_starts_at, p_ends_at, 2147483647, p_except_booking_id) #>> '{params,free}')::integer end;
  v_terms public.effective_terms;
begin
  if v_free > 0 then
    select t.* into v_terms from public.effective_terms t where t.resource_id = p_resource.id;
    if private.violations(p_resource, v_terms, p_zone, p_organisation_id, p_starts_at, p_ends_at, p_except_booking_id) <> '[]' then
      return 0;
    end if;
  end if;
  return least(v_free, p_resource.quantity);
end;
$$;
comment on function private.can_be_had is
  'How many of a resource an organisation (null: anybody) could have for a half-open period: what is free, or 0 when a rule stands against it. p_except_booking_id: the booking that is to be changed.';

create function private.price_minor(
  p_resource_id uuid, p_organisation_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_quantity integer
) returns integer
language plpgsql
stable
-- definer: called from suggest_alternatives only
security definer
set search_path = ''
as $$
declare
  v_terms public.effective_terms;
  v_price jsonb;
begin
  select t.* into v_terms from public.effective_terms t where t.resource_id = p_resource_id;
  v_price := private.price(v_terms, p_resource_id, p_organisation_id, p_starts_at, p_ends_at, p_quantity);
  return case v_price ->> 'mode' when 'free' then 0 when 'refused' then -1 else (v_price ->> 'total_minor')::integer end;
end;
$$;
comment on function private.price_minor is
  'The price in minor units that can be said beforehand: 0 where it is free, -1 where the owner does not lend to such a borrower, null when it is unknown.';

create function private.times_around(
  p_resource public.resources, p_zone text, p_starts_at timestamptz, p_ends_at timestamptz, p_wanted integer,
  p_except_booking_id uuid
) returns table (starts_at timestamptz, ends_at timestamptz)
language plpgsql
stable
-- definer: called from suggest_alternatives only
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_length interval := p_ends_at - p_starts_at;
begin
  return query
    select c.starts_at, c.ends_at
    from (
      -- the same hours on the days around it, kept as wall time across the clock change
      select ((p_starts_at at time zone p_zone) + make_interval(days => d)) at time zone p_zone as starts_at,
             ((p_ends_at at time zone p_zone) + make_interval(days => d)) at time zone p_zone as ends_at
      from generate_series(-14, 60) d where d <> 0
      union
      -- and right before and after what stands in the way around it, for the same length
      select w.starts_at, w.starts_at + v_length
      from public.resource_calendar(p_resource.id, p_starts_at - interval '2 days', p_starts_at + interval '7 days',
        p_except_booking_id) b
      cross join lateral (values (b.ends_at), (b.starts_at - v_length)) as w (starts_at)
      where b.free_quantity < p_wanted and v_length < interval '2 days'
        and extract(hour from w.starts_at at time zone p_zone) between 7 and 20
    ) c
    where c.starts_at > now() and c.starts_at < c.ends_at and c.starts_at <> p_starts_at
      -- the time one has is no other time
      and not exists (
        select 1 from public.bookings own
        where own.id = p_except_booking_id and own.starts_at = c.starts_at and own.ends_at = c.ends_at)
    order by abs(extract(epoch from c.starts_at - p_starts_at)), c.starts_at
    limit 90;
end;
$$;
comment on function private.times_around is 'Other half-open periods of about the same length, the nearest first; some may be taken or against the rules.';

create function public.suggest_alternatives(
  p_resource_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_quantity integer default 1,
  p_limit integer default 3,
  p_organisation_id uuid default null,
  p_near_latitude numeric default null,
  p_near_longitude numeric default null,
  p_except_booking_id uuid default null
) returns table (
  reason text,
  resource_id uuid,
  slug text,
  title text,
  kind text,
  picture text,
  organisation_name text,
  starts_at timestamptz,
  ends_at timestamptz,
  quantity integer,
  free_quantity integer,
  take integer,
  distance_metres integer,
  price_minor integer,
  currency text
)
language plpgsql
stable
-- definer: reads free quantities; gives back listed resources only
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_resource public.resources;
  v_zone text;
  v_currency text;
  v_limit integer := least(greatest(coalesce(p_limit, 3), 1), 12);
  v_wanted integer := greatest(coalesce(p_quantity, 1), 1);
  v_owner text;
  v_latitude numeric := p_near_latitude;
  v_longitude numeric := p_near_longitude;
  v_found integer := 0;
  v_rest integer := v_wanted;
  v_time record;
  v_free integer;
  v_price integer;
  v_other record;
  v_others jsonb := '[]';
  v_parts jsonb := '[]';
begin
  select r.* into v_resource from public.resources r where r.id = p_resource_id and r.listed;
  if not found then
    perform private.fail('NTFND', 'There is no such resource.', 'p_resource_id');
  end if;
  perform private.require_period(p_starts_at, p_ends_at, true);
  if p_organisation_id is not null then
    -- its rules and prices are told to its own people only
    perform private.require_role(p_organisation_id, array['member', 'approver', 'admin']);
  end if;
  perform private.require_own_side(p_except_booking_id);
  select p.time_zone, p.currency into v_zone, v_currency from public.pools p where p.id = v_resource.pool_id;
  select o.name into v_owner from public.organisations o where o.id = v_resource.organisation_id;
  if v_latitude is null or v_longitude is null then
    -- near where the borrower's own things are, else near what was wished for
    select avg(r.latitude), avg(r.longitude) into v_latitude, v_longitude
    from public.resources r where r.organisation_id = p_organisation_id and r.latitude is not null and r.longitude is not null;
    v_latitude := coalesce(v_latitude, v_resource.latitude);
    v_longitude := coalesce(v_longitude, v_resource.longitude);
  end if;

  -- the same thing at another time
  if v_wanted <= v_resource.quantity then
    for v_time in select t.* from private.times_around(v_resource, v_zone, p_starts_at, p_ends_at, v_wanted, p_except_booking_id) t loop
      v_free := private.can_be_had(v_resource, v_zone, p_organisation_id, v_time.starts_at, v_time.ends_at, p_except_booking_id);
      if v_free >= v_wanted then
        return query select 'other_time', v_resource.id, v_resource.slug, public.reader_title(v_resource), v_resource.kind, v_resource.picture,
          v_owner, v_time.starts_at, v_time.ends_at, v_resource.quantity, v_free, v_wanted,
          private.distance_metres(v_latitude, v_longitude, v_resource.latitude, v_resource.longitude),
          private.price_minor(v_resource.id, p_organisation_id, v_time.starts_at, v_time.ends_at, v_wanted), v_currency;
        v_found := v_found + 1;
        exit when v_found = v_limit;
      end if;
    end loop;
  end if;

  -- What is left of the thing itself, and things of its kind at that time, the likest first. likeness: 2
  -- for the same drawn picture, 1 for much the same title.
  v_free := private.can_be_had(v_resource, v_zone, p_organisation_id, p_starts_at, p_ends_at, p_except_booking_id);
  if v_wanted > 1 and v_free between 1 and v_wanted - 1 then
    v_parts := jsonb_build_array(jsonb_build_object('id', v_resource.id, 'free', v_free, 'take', v_free));
    v_rest := v_wanted - v_free;
  end if;
  for v_other in
    select r as resource,
      case when r.picture <> '' and r.picture = v_resource.picture then 2
        when extensions.similarity(r.search_title, v_resource.search_title) >= 0.4 then 1 else 0 end as likeness
    from public.resources r
    where r.pool_id = v_resource.pool_id and r.listed and r.id <> p_resource_id and r.kind = v_resource.kind
    order by likeness desc, extensions.similarity(r.search_title, v_resource.search_title) desc, r.id
    limit 40
  loop
    v_free := private.can_be_had(v_other.resource, v_zone, p_organisation_id, p_starts_at, p_ends_at);
    continue when v_free = 0;
    v_price := private.price_minor((v_other.resource).id, p_organisation_id, p_starts_at, p_ends_at, least(v_free, v_wanted));
    continue when v_price = -1;
    if v_free >= v_wanted then
      v_others := v_others || jsonb_build_object('id', (v_other.resource).id, 'free', v_free, 'likeness', v_other.likeness,
        'n', jsonb_array_length(v_others),
        'metres', private.distance_metres(v_latitude, v_longitude, (v_other.resource).latitude, (v_other.resource).longitude),
        'price', v_price);
      -- enough to choose the nearest and the cheapest from
      exit when jsonb_array_length(v_others) = 3 * v_limit;
    elsif v_other.likeness > 0 and v_rest > 0 and jsonb_array_length(v_parts) < 4 then
      v_parts := v_parts || jsonb_build_object('id', (v_other.resource).id, 'free', v_free, 'take', least(v_free, v_rest));
      v_rest := v_rest - least(v_free, v_rest);
    end if;
  end loop;
  return query
    select 'other_resource', r.id, r.slug, public.reader_title(r), r.kind, r.picture, o.name, p_starts_at, p_ends_at, r.quantity,
      x.free, v_wanted, x.metres, x.price, v_currency
    from jsonb_to_recordset(v_others) as x (id uuid, free integer, likeness integer, n integer, metres integer, price integer)
    join public.resources r on r.id = x.id
    join public.organisations o on o.id = r.organisation_id
    order by x.likeness desc, x.metres nulls last, x.price nulls last, x.n
    limit v_limit;

  -- together enough: "8 from A and 4 from B"
  if v_rest = 0 and jsonb_array_length(v_parts) > 1 then
    return query
      select 'split', r.id, r.slug, public.reader_title(r), r.kind, r.picture, o.name, p_starts_at, p_ends_at, r.quantity,
        (x.part ->> 'free')::integer, (x.part ->> 'take')::integer,
        private.distance_metres(v_latitude, v_longitude, r.latitude, r.longitude),
        private.price_minor(r.id, p_organisation_id, p_starts_at, p_ends_at, (x.part ->> 'take')::integer), v_currency
      from jsonb_array_elements(v_parts) with ordinality as x (part, n)
      join public.resources r on r.id = (x.part ->> 'id')::uuid
      join public.organisations o on o.id = r.organisation_id
      order by x.n;
  end if;
end;
$$;
comment on function public.suggest_alternatives is
  'What else would do, and breaks no rule: up to p_limit other free times of the same resource (reason other_time, nearest first); as many resources of its kind free then (other_resource: the likest, of those the nearest, then the cheapest); and several that are enough together (split, take says how many of each). Distances in metres from p_near_latitude and p_near_longitude, else from the organisation''s own things, else from the resource. With p_organisation_id its own rules and prices, for its members. p_except_booking_id: the booking that is to be changed, of one''s own side, does not stand in the way of its own thing. Half-open periods. Raises NTFND, INPUT, BKLEN, BKLED, LOGIN, DNIED.';
grant execute on function public.suggest_alternatives to anon, authenticated, service_role;
