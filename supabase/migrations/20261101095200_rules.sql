-- The rules of an owner, in one place: private.violations says which of them a period breaks, and every
-- path that makes or moves a booking asks it. Whether the thing is free is told apart
-- (private.occupancy_violation): the guards on allocations decide that, and here it is only foretold.

-- What an organisation has open is counted where a quota says how much that may be.
create index bookings_unfinished_idx on public.bookings (organisation_id, ends_at)
  include (id, owner_id, resource_id, status, hold_expires_at)
  where status in ('requested', 'approved', 'handed_over');

create function private.violation(p_code text, p_field text, p_params jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object('code', p_code, 'field', p_field, 'params', p_params);
end;
$$;
comment on function private.violation is 'One broken rule as check_booking tells it: {code, field, params}.';

create function private.fail_first(p_violations jsonb) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_violations <> '[]' then
    perform private.fail(p_violations -> 0 ->> 'code', 'A rule of the owner stands against it.',
      p_violations -> 0 ->> 'field', p_violations -> 0 -> 'params');
  end if;
end;
$$;
comment on function private.fail_first is 'Raises the first of the violations; does nothing when there is none.';

-- What counts where bookings are counted: not what was refused or given up, nor a request whose hold ran out.
create view private.counted_bookings with (security_invoker = true) as
  select b.id, b.pool_id, b.owner_id, b.organisation_id, b.resource_id, b.starts_at, b.ends_at, b.status, b.counted_days
  from public.bookings b
  where b.status in ('requested', 'approved', 'handed_over', 'returned')
    and not coalesce(b.status = 'requested' and b.hold_expires_at <= now(), false);
comment on view private.counted_bookings is 'Bookings that use up quotas and pick-ups.';

create function private.used_of(
  p_quota public.effective_quota,
  p_organisation_id uuid,
  p_since timestamptz,
  p_until timestamptz,
  p_except_booking_id uuid
) returns numeric
language plpgsql
stable
-- definer: counts the organisation's bookings, whoever of its people asks
security definer
set search_path = ''
as $$
begin
  -- not one statement for all quotas: it took longer to set up than these take together
  case p_quota.measure
    when 'open_bookings' then
      return (
        -- so many never need to be counted beyond the quota
        select count(*) from (
          select 1 from private.counted_bookings b
          where b.organisation_id = p_organisation_id and b.owner_id <> p_organisation_id and b.id is distinct from p_except_booking_id
            and b.ends_at > now() and b.status in ('requested', 'approved', 'handed_over')
            and (p_quota.owner_id is null or b.owner_id = p_quota.owner_id)
            and (p_quota.resource_id is null or b.resource_id = p_quota.resource_id)
          limit p_quota.most
        ) open
      ) + (
        -- what is out and late is open too
        select count(*) from private.counted_bookings b
        where b.organisation_id = p_organisation_id and b.owner_id <> p_organisation_id and b.id is distinct from p_except_booking_id
          and b.ends_at <= now() and b.status = 'handed_over'
          and (p_quota.owner_id is null or b.owner_id = p_quota.owner_id)
          and (p_quota.resource_id is null or b.resource_id = p_quota.resource_id)
      );
    when 'hours', 'days' then
      return (
        -- days as each thing counted its own
        select coalesce(sum(case p_quota.measure when 'hours' then extract(epoch from b.ends_at - b.starts_at) else b.counted_days end), 0)
          / case p_quota.measure when 'hours' then 3600 else 1 end
        from private.counted_bookings b
        where b.organisation_id = p_organisation_id and b.owner_id <> p_organisation_id and b.id is distinct from p_except_booking_id
          and b.starts_at >= p_since and b.starts_at < p_until
          and (p_quota.owner_id is null or b.owner_id = p_quota.owner_id)
          and (p_quota.resource_id is null or b.resource_id = p_quota.resource_id));
  end case;
end;
$$;
comment on function private.used_of is
  'How many open bookings, hours or counted days an organisation has of a quota; hours and days of what starts in [p_since, p_until). p_except_booking_id does not count.';

create function private.weekends_of(
  p_quota public.effective_quota,
  p_zone text,
  p_organisation_id uuid,
  p_since timestamptz,
  p_until timestamptz,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_except_booking_id uuid,
  out used numeric,
  out more numeric
)
language plpgsql
stable
-- definer: see used_of
security definer
set search_path = ''
as $$
begin
  select count(distinct w.saturday) filter (where not w.asked),
    count(distinct w.saturday) - count(distinct w.saturday) filter (where not w.asked)
  into used, more
  from (
    select d.saturday + 7 * i as saturday, d.asked
    from (
      select date_trunc('week', b.starts_at at time zone p_zone)::date + 5 as saturday,
        ((b.ends_at - interval '1 microsecond') at time zone p_zone)::date as last, b.asked
      from (
        select b.starts_at, b.ends_at, false as asked from private.counted_bookings b
        where b.organisation_id = p_organisation_id and b.owner_id <> p_organisation_id and b.id is distinct from p_except_booking_id
          and b.starts_at >= p_since and b.starts_at < p_until
          and (p_quota.owner_id is null or b.owner_id = p_quota.owner_id)
          and (p_quota.resource_id is null or b.resource_id = p_quota.resource_id)
        union all
        select p_starts_at, p_ends_at, true
      ) b
    ) d
    cross join generate_series(0, (d.last - d.saturday) / 7) i
    where d.last >= d.saturday
  ) w;
end;
$$;
comment on function private.weekends_of is
  'How many weekends (Saturday 00:00 to Monday 00:00 wall time) an organisation''s bookings of a quota touch that start in [p_since, p_until), and how many the asked period touches besides.';

create function private.quota_violations(
  p_terms public.effective_terms,
  p_zone text,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_days integer,
  p_except_booking_id uuid
) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_found jsonb := '[]';
  v_wall timestamp := p_starts_at at time zone p_zone;
  -- most periods touch no weekend, and then nobody counts any
  v_touches_weekend boolean := ((p_ends_at - interval '1 microsecond') at time zone p_zone)::date >= date_trunc('week', v_wall)::date + 5;
  v_quota public.effective_quota;
  v_since timestamptz;
  v_until timestamptz;
  v_used numeric;
  v_more numeric;
begin
  foreach v_quota in array p_terms.quotas loop
    continue when v_quota.measure = 'weekends' and not v_touches_weekend;
    if v_quota.per is not null then
      v_since := date_trunc(v_quota.per, v_wall) at time zone p_zone;
      v_until := (date_trunc(v_quota.per, v_wall)
        + case v_quota.per when 'quarter' then interval '3 months' else ('1 ' || v_quota.per)::interval end) at time zone p_zone;
    end if;
    if v_quota.measure = 'weekends' then
      select w.used, w.more into v_used, v_more
      from private.weekends_of(v_quota, p_zone, p_organisation_id, v_since, v_until, p_starts_at, p_ends_at, p_except_booking_id) w;
    else
      v_used := private.used_of(v_quota, p_organisation_id, v_since, v_until, p_except_booking_id);
      v_more := case v_quota.measure when 'open_bookings' then 1 when 'days' then p_days
        else extract(epoch from p_ends_at - p_starts_at) / 3600 end;
    end if;
    if v_used + v_more > v_quota.most then
      v_found := v_found || private.violation('QUOTA', 'p_organisation_id', jsonb_strip_nulls(jsonb_build_object(
        'reason', v_quota.measure, 'per', v_quota.per, 'max', v_quota.most,
        'left', trim_scale(round(greatest(v_quota.most - v_used, 0), 1)))));
    end if;
  end loop;
  return v_found;
end;
$$;
comment on function private.quota_violations is
  'The quotas that a booking of the organisation with p_days counted days would exceed, those of the nearest level first: QUOTA with {reason: open_bookings, hours, days or weekends; per; max; left}.';

create function private.is_refused(p_terms public.effective_terms, p_owner_id uuid, p_organisation_id uuid) returns boolean
language plpgsql
stable
-- definer: the groups of others are nobody's business
security definer
set search_path = ''
as $$
declare
  v_groups text[];
begin
  if not exists (select 1 from public.tariffs t where t.terms_id = p_terms.price_terms_id and t.mode = 'refused') then
    return false;
  end if;
  v_groups := private.price_groups_of(p_owner_id, p_organisation_id);
  return coalesce((
    select t.mode = 'refused' from public.tariffs t
    where t.terms_id = p_terms.price_terms_id and t.price_group = any (v_groups)
    order by array_position(v_groups, t.price_group)
    limit 1), false);
end;
$$;
comment on function private.is_refused is 'Whether the owner does not lend to the price group that the borrower is in.';

create function private.violations(
  p_resource public.resources,
  p_terms public.effective_terms,
  p_zone text,
  p_organisation_id uuid,
  p_starts_at timestamptz,
  p_ends_at timestamptz,
  p_except_booking_id uuid default null,
  p_days integer default null,
  p_is_refused boolean default null
) returns jsonb
language plpgsql
stable
-- definer: counts bookings of others and tells numbers only
security definer
set search_path = ''
as $$
declare
  v_found jsonb := '[]';
  v_one jsonb;
  v_today date := now() at time zone p_zone;
  v_on date := p_starts_at at time zone p_zone;
  v_length interval := p_ends_at - p_starts_at;
  v_borrows boolean := coalesce(p_organisation_id <> p_resource.organisation_id, false);
  v_counts boolean := v_borrows and p_terms.quotas <> '{}';
  v_days integer := p_days;
  -- a booking that is changed and keeps its start has met the rules about the start already
  v_starts_anew boolean := p_except_booking_id is null or not exists (
    select 1 from public.bookings b where b.id = p_except_booking_id and b.starts_at = p_starts_at);
begin
  -- for whom
  if v_borrows and p_terms.audience <> 'pool' then
    if p_terms.audience = 'own'
       or (p_terms.audience = 'chosen' and not exists (
         select 1 from public.terms_organisations c
         where c.terms_id = p_terms.audience_terms_id and c.organisation_id = p_organisation_id)) then
      v_found := v_found || private.violation('BKAUD', 'p_organisation_id', jsonb_build_object('reason', p_terms.audience));
    elsif p_terms.audience = 'own_first' and v_starts_anew and v_on - v_today > p_terms.own_first_days then
      v_found := v_found || private.violation('BKAUD', 'p_organisation_id', jsonb_build_object(
        'reason', 'own_first', 'own_first_days', p_terms.own_first_days, 'from', v_on - p_terms.own_first_days));
    end if;
  end if;
  -- "is not distinct from": null "and" what follows would ask what follows
  if v_borrows and p_terms.price_mode is not distinct from 'tariff'
     and coalesce(p_is_refused, private.is_refused(p_terms, p_resource.organisation_id, p_organisation_id)) then
    v_found := v_found || private.violation('BKAUD', 'p_organisation_id', '{"reason": "refused"}');
  end if;

  -- how early, how far ahead; five minutes of grace: somebody fills the form at the moment the slot begins
  if v_starts_anew then
    if p_starts_at < now() - interval '5 minutes' then
      v_found := v_found || private.violation('BKLED', 'p_starts_at', '{"reason": "past"}');
    elsif v_on - v_today > p_terms.horizon_days then
      v_found := v_found || private.violation('BKLED', 'p_starts_at', jsonb_build_object(
        'reason', 'too_far', 'horizon_days', p_terms.horizon_days));
    else
      if p_terms.lead_minutes > 0 and p_starts_at < now() + make_interval(mins => p_terms.lead_minutes) then
        v_found := v_found || private.violation('BKLED', 'p_starts_at', jsonb_build_object(
          'reason', 'too_soon', 'lead_minutes', p_terms.lead_minutes));
      end if;
      if p_terms.lead_working_days > 0
         and private.working_days_between(p_resource.pool_id, v_today, v_on) < p_terms.lead_working_days then
        v_found := v_found || private.violation('BKLED', 'p_starts_at', jsonb_build_object(
          'reason', 'too_soon_working_days', 'lead_working_days', p_terms.lead_working_days));
      end if;
    end if;
  end if;

  -- how long
  if v_length > interval '366 days' then
    -- and nothing more of it: nobody counts the days and hours of a century
    return v_found || private.violation('BKLEN', 'p_ends_at', jsonb_build_object(
      'reason', 'too_long', 'max_minutes', least(p_terms.max_minutes, 366 * 1440)));
  end if;
  if v_length < make_interval(mins => p_terms.min_minutes) then
    v_found := v_found || private.violation('BKLEN', 'p_ends_at', jsonb_build_object(
      'reason', 'too_short', 'min_minutes', p_terms.min_minutes));
  elsif v_length > make_interval(mins => p_terms.max_minutes) then
    v_found := v_found || private.violation('BKLEN', 'p_ends_at', jsonb_build_object(
      'reason', 'too_long', 'max_minutes', p_terms.max_minutes));
  end if;
  if v_days is null and (p_terms.min_days is not null or p_terms.max_days is not null or v_counts) then
    v_days := private.counted_days(p_terms, p_resource.pool_id, p_zone, p_starts_at, p_ends_at);
  end if;
  if p_terms.min_days is not null or p_terms.max_days is not null then
    if v_days < p_terms.min_days then
      v_found := v_found || private.violation('BKLEN', 'p_ends_at', jsonb_build_object(
        'reason', 'too_short', 'min_days', p_terms.min_days, 'days', v_days));
    elsif v_days > p_terms.max_days then
      v_found := v_found || private.violation('BKLEN', 'p_ends_at', jsonb_build_object(
        'reason', 'too_long', 'max_days', p_terms.max_days, 'days', v_days));
    end if;
  end if;

  -- when
  if p_terms.hours_terms_id is not null or p_terms.closed_on_public_holidays or p_terms.closed_in_school_holidays then
    v_one := private.hours_violation(p_terms, p_resource.pool_id, p_zone, p_starts_at, p_ends_at);
    if v_one is not null then
      v_found := v_found || private.violation('BKCLO',
        case v_one ->> 'end' when 'end' then 'p_ends_at' else 'p_starts_at' end, v_one);
    end if;
  end if;
  if p_terms.period_kind <> 'minutes' then
    v_one := private.grid_violation(p_terms, p_zone, p_starts_at, p_ends_at);
    if v_one is not null then
      v_found := v_found || private.violation('BKGRD', v_one ->> 'field', v_one - 'field');
    end if;
  end if;

  -- how many
  if p_terms.pickups_per_day is not null and v_starts_anew and private.pickups_on(
       p_resource, p_terms, p_zone, v_on, p_except_booking_id) >= p_terms.pickups_per_day then
    v_found := v_found || private.violation('BKFUL', 'p_starts_at', jsonb_build_object(
      'pickups_per_day', p_terms.pickups_per_day, 'on', v_on));
  end if;
  if v_counts then
    v_found := v_found || private.quota_violations(
      p_terms, p_zone, p_organisation_id, p_starts_at, p_ends_at, v_days, p_except_booking_id);
  end if;
  return v_found;
end;
$$;
comment on function private.violations is
  'Every rule of the owner that a half-open period breaks, the gravest first: [{code, field, params}] with BKAUD, BKLED, BKLEN, BKCLO, BKGRD, BKFUL, QUOTA; [] when none. Without an organisation only what holds for everybody. p_except_booking_id: the booking that is being changed; p_days: its counted days, p_is_refused: what private.is_refused says, if they are known. Whoever writes a booking then has called lock_rules before.';

create function private.pickups_on(
  p_resource public.resources, p_terms public.effective_terms, p_zone text, p_on date, p_except_booking_id uuid
) returns integer
language plpgsql
stable
-- definer: counts bookings of all
security definer
set search_path = ''
as $$
declare
  v_from timestamptz := p_on::timestamp at time zone p_zone;
  v_to timestamptz := (p_on + 1)::timestamp at time zone p_zone;
begin
  -- each level by its index; things with another number of their own do not count
  case p_terms.pickups_level
    when 'resource' then
      return (
        select count(*) from (
          select 1 from private.counted_bookings b
          where b.resource_id = p_resource.id and b.starts_at >= v_from and b.starts_at < v_to
            and b.id is distinct from p_except_booking_id
          limit p_terms.pickups_per_day
        ) counted);
    when 'organisation' then
      return (
        select count(*) from (
          select 1 from private.counted_bookings b
          join public.effective_terms t on t.resource_id = b.resource_id and t.pickups_terms_id = p_terms.pickups_terms_id
          where b.owner_id = p_resource.organisation_id and b.starts_at >= v_from and b.starts_at < v_to
            and b.id is distinct from p_except_booking_id
          limit p_terms.pickups_per_day
        ) counted);
    when 'pool' then
      return (
        select count(*) from (
          select 1 from private.counted_bookings b
          join public.effective_terms t on t.resource_id = b.resource_id and t.pickups_terms_id = p_terms.pickups_terms_id
          where b.pool_id = p_resource.pool_id and b.starts_at >= v_from and b.starts_at < v_to
            and b.id is distinct from p_except_booking_id
          limit p_terms.pickups_per_day
        ) counted);
  end case;
end;
$$;
comment on function private.pickups_on is
  'How many bookings start on a local date over all things whose pick-ups are counted together with those of the resource, at most pickups_per_day. p_except_booking_id does not count.';

-- Counting is a race like any other: who adds to a count locks what is counted first. Keys are taken in
-- their order, after the booking's row and before resources and assets.
create function private.rule_keys(
  p_terms public.effective_terms, p_owner_id uuid, p_organisation_id uuid, p_dates date[]
) returns bigint[]
language plpgsql
stable
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  return array(
    select hashtextextended('quota ' || q.terms_id || ' ' || p_organisation_id, 0)
    from unnest(p_terms.quotas) q
    where p_organisation_id <> p_owner_id
    union
    select hashtextextended('pickups ' || p_terms.pickups_terms_id || ' ' || d, 0)
    from unnest(p_dates) d
    where p_terms.pickups_per_day is not null);
end;
$$;
comment on function private.rule_keys is
  'What must be locked before a booking of a thing with these terms is added: keys for lock_keys. p_dates: the local dates on which bookings start. Empty where nothing is counted.';

create function private.lock_keys(p_keys bigint[]) returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- sorted within, so that the locks are taken in this order
  perform pg_advisory_xact_lock(sorted.k) from (select distinct k from unnest(p_keys) k order by k) sorted;
end;
$$;
comment on function private.lock_keys is 'Takes advisory locks until the end of the transaction, in the order of their keys: all that a transaction needs, at once.';

create function private.lock_rules(
  p_terms public.effective_terms, p_owner_id uuid, p_organisation_id uuid, p_dates date[]
) returns void
language plpgsql
volatile
-- definer: called from intents only
security definer
set search_path = ''
as $$
begin
  if p_terms.quotas <> '{}' or p_terms.pickups_per_day is not null then
    perform private.lock_keys(private.rule_keys(p_terms, p_owner_id, p_organisation_id, p_dates));
  end if;
end;
$$;
comment on function private.lock_rules is
  'Makes those wait for each other whose bookings count against the same quota or the same day''s pick-ups; does nothing where nothing is counted. Whoever adds bookings to several things takes rule_keys of all and then lock_keys once.';

create function private.occupancy_violation(
  p_resource_id uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_quantity integer, p_except_booking_id uuid default null
) returns jsonb
language plpgsql
stable
-- definer: tells how many, never who
security definer
set search_path = ''
as $$
declare
  v_part record;
  v_stock integer;
  v_free integer;
  v_pile_short boolean := false;
begin
  for v_part in
    select a.id, a.exclusive, a.quantity as stock, ra.quantity as per_unit,
      tstzrange(
        p_starts_at - make_interval(mins => r.buffer_before_minutes),
        p_ends_at + make_interval(mins => r.buffer_after_minutes), '[)') as blocked
    from public.resources r
    join public.resource_assets ra on ra.resource_id = r.id
    join public.assets a on a.id = ra.asset_id
    where r.id = p_resource_id
  loop
    v_stock := least(v_stock, v_part.stock / v_part.per_unit);
    if v_part.exclusive then
      v_free := least(v_free, case when exists (
        select 1 from public.allocations al
        where al.asset_id = v_part.id and al.exclusive and al.blocked && v_part.blocked
          -- a closure has no booking: it counts whatever is left out
          and (al.booking_id = p_except_booking_id) is not true) then 0 else 1 end);
    else
      v_part.stock := greatest(v_part.stock - (
        -- as private.peak_quantity
        select coalesce(max(sweep.load), 0)
        from (
          select sum(e.delta) over (order by e.at, e.delta rows unbounded preceding) as load
          from public.allocations al
          cross join lateral (values
            (greatest(lower(al.blocked), lower(v_part.blocked)), al.quantity),
            (upper(al.blocked), -al.quantity)) as e (at, delta)
          where al.asset_id = v_part.id and not al.exclusive and al.blocked && v_part.blocked
            and (al.booking_id = p_except_booking_id) is not true
        ) sweep), 0);
      v_free := least(v_free, v_part.stock / v_part.per_unit);
      v_pile_short := v_pile_short or v_part.stock / v_part.per_unit < p_quantity;
    end if;
  end loop;
  v_stock := coalesce(v_stock, 0);
  v_free := coalesce(v_free, 0);
  if p_quantity > v_stock then
    return private.violation('BKCAP', 'p_quantity', jsonb_build_object('free', v_free, 'stock', v_stock));
  elsif v_pile_short then
    return private.violation('BKCAP', 'p_quantity', jsonb_build_object('free', v_free));
  elsif p_quantity > v_free then
    return private.violation('BKOVL', 'p_starts_at', jsonb_build_object('free', v_free));
  end if;
  return null;
end;
$$;
comment on function private.occupancy_violation is
  'What the guards on allocations would say now: BKOVL when a single thing is taken, BKCAP when a pile is short, with how many are free; null when it can be had. p_except_booking_id does not count.';

create function private.hindrance(p_resource_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns text
language plpgsql
stable
-- definer: what holds for everybody may be told to everybody
security definer
set search_path = ''
as $$
declare
  v_found record;
  v_terms public.effective_terms;
  v_today date;
  v_first date;
  v_last date;
  -- within which a booking can begin
  v_from timestamptz;
  v_until timestamptz;
begin
  select t as terms, r.pool_id, p.time_zone into v_found
  from public.resources r
  join public.pools p on p.id = r.pool_id
  join public.effective_terms t on t.resource_id = r.id
  where r.id = p_resource_id;
  v_terms := v_found.terms;
  v_today := now() at time zone v_found.time_zone;
  v_last := (p_ends_at - interval '1 microsecond') at time zone v_found.time_zone;

  v_from := greatest(p_starts_at, now() + make_interval(mins => coalesce(v_terms.lead_minutes, 0)));
  v_first := v_from at time zone v_found.time_zone;
  if v_terms.lead_working_days > 0 then
    while v_first <= v_last
      and private.working_days_between(v_found.pool_id, v_today, v_first) < v_terms.lead_working_days loop
      v_first := v_first + 1;
      v_from := v_first::timestamp at time zone v_found.time_zone;
    end loop;
  end if;
  if v_from >= p_ends_at then
    return 'too_soon';
  end if;
  v_until := least(p_ends_at, (v_today + v_terms.horizon_days + 1)::timestamp at time zone v_found.time_zone);
  if v_from >= v_until then
    return 'too_far';
  end if;

  if v_terms.hours_terms_id is not null or v_terms.closed_on_public_holidays or v_terms.closed_in_school_holidays then
    if v_terms.hours_apply = 'handover' then
      -- a loan may cross closed days, so what has to begin or end on another day can be had all the same,
      if isempty(private.open_within(v_terms, v_found.pool_id, v_found.time_zone, v_first, v_from, v_until)) then
        -- if it is not now already too late to begin before
        return case when v_from > p_starts_at
          and not private.opens_within(v_terms, v_found.pool_id, v_found.time_zone, v_from, v_until) then 'too_soon'
          else 'no_handover' end;
      end if;
      -- it is taken back up to the very minute of closing, and from that of opening
      if isempty(private.open_within(
        v_terms, v_found.pool_id, v_found.time_zone, v_last, v_from, p_ends_at + interval '1 minute')) then
        return 'no_handover';
      end if;
    elsif not private.opens_within(v_terms, v_found.pool_id, v_found.time_zone, v_from, v_until) then
      return case
        when private.opens_within(v_terms, v_found.pool_id, v_found.time_zone, p_starts_at, v_from) then 'too_soon'
        when private.opens_within(v_terms, v_found.pool_id, v_found.time_zone, v_until, p_ends_at) then 'too_far'
        else 'closed' end;
    end if;
  end if;
  return case when p_ends_at - p_starts_at < make_interval(mins => v_terms.min_minutes) then 'too_short' end;
end;
$$;
comment on function private.hindrance is
  'What stands against having a resource within a half-open period, whoever asks and however much is free. Nobody can: too_soon, too_far, closed. Only by taking it longer: no_handover (on its first or last day it is not given out or taken back), too_short (for the shortest loan). Null when nothing does; whether a certain time is allowed says private.violations.';
-- search_resources runs as who asks and calls it
grant execute on function private.hindrance to anon, authenticated, service_role;
