-- The neighbourhood management admits and suspends organisations, and reads how the pool is used.

create function private.decide_on_organisation(p_organisation_id uuid, p_status text, p_from text[], p_note text)
returns public.organisations
language plpgsql
volatile
-- definer: nobody holds an update grant on organisations
security definer
set search_path = ''
as $$
declare
  v_note text := private.require_text(p_note, 'p_note', 2000, false);
  v_organisation public.organisations;
begin
  perform private.require_person();
  select * into v_organisation from public.organisations where id = p_organisation_id for no key update;
  if not found then
    perform private.fail('NTFND', 'There is no such organisation.', 'p_organisation_id');
  end if;
  perform private.require_staff(v_organisation.pool_id, array['manager']);
  if v_organisation.status <> all (p_from) then
    perform private.fail('ORGST', 'The organisation has moved on.', null, jsonb_build_object('status', v_organisation.status));
  end if;
  update public.organisations
  set status = p_status,
      admitted_at = case when p_status = 'admitted' then coalesce(admitted_at, now()) else admitted_at end
  where id = p_organisation_id
  returning * into v_organisation;
  insert into public.organisation_decisions (organisation_id, status, note, decided_by)
  values (p_organisation_id, p_status, v_note, auth.uid());
  insert into private.outbox (topic, organisation_id, actor_id, payload)
  values ('organisation_' || p_status, p_organisation_id, auth.uid(), jsonb_strip_nulls(jsonb_build_object('note', v_note)));
  return v_organisation;
end;
$$;

create function public.admit_organisation(p_organisation_id uuid, p_note text default null) returns public.organisations
language sql
volatile
-- definer: see private.decide_on_organisation
security definer
set search_path = ''
as $$
  select private.decide_on_organisation(p_organisation_id, 'admitted', array['pending', 'suspended'], p_note)
$$;
comment on function public.admit_organisation is
  'Admits a pending organisation, or lets a suspended one back in; QM managers of its pool. Raises LOGIN, NTFND, DNIED, ORGST, INPUT.';
grant execute on function public.admit_organisation to authenticated;

create function public.suspend_organisation(p_organisation_id uuid, p_note text default null) returns public.organisations
language sql
volatile
-- definer: see private.decide_on_organisation
security definer
set search_path = ''
as $$
  select private.decide_on_organisation(p_organisation_id, 'suspended', array['pending', 'admitted'], p_note)
$$;
comment on function public.suspend_organisation is
  'Stops an organisation from lending and borrowing; bookings that stand are kept; QM managers of its pool. Raises LOGIN, NTFND, DNIED, ORGST, INPUT.';
grant execute on function public.suspend_organisation to authenticated;

create function private.tg_organisations__tell_staff() returns trigger
language plpgsql
-- definer: the outbox has no insert grant
security definer
set search_path = ''
as $$
begin
  insert into private.outbox (topic, organisation_id, actor_id)
  values ('organisation_founded', new.id, auth.uid());
  return null;
end;
$$;
create trigger t50_tell_staff after insert on public.organisations
  for each row when (new.status = 'pending') execute function private.tg_organisations__tell_staff();

create function private.require_report_range(p_pool text, p_from date, p_to date)
returns table (pool_id uuid, starts_at timestamptz, ends_at timestamptz)
language plpgsql
stable
-- definer: reads the pool's zone after checking who asks
security definer
set search_path = ''
as $$
declare
  v_pool public.pools := private.pool_by_slug(p_pool);
begin
  perform private.require_staff(v_pool.id, array['manager', 'reviewer']);
  if p_from is null or p_to is null or not isfinite(p_from) or not isfinite(p_to) or p_from >= p_to then
    perform private.fail('INPUT', 'The end must be after the start.', 'p_to', jsonb_build_object('reason', 'end_before_start'));
  end if;
  if p_to - p_from > 3700 then
    perform private.fail('INPUT', 'At most ten years at once.', 'p_to', jsonb_build_object('reason', 'range'));
  end if;
  return query select v_pool.id, p_from::timestamp at time zone v_pool.time_zone, p_to::timestamp at time zone v_pool.time_zone;
end;
$$;
comment on function private.require_report_range is
  'The half-open period of local days [p_from, p_to) as instants, for QM staff. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function private.require_report_range to authenticated;

-- Reports count bookings by the time they are for: approved is what was promised, used is that without
-- what nobody came for. Invoker: what QM staff may see, row by row.
create function public.report_totals(p_pool text, p_from date, p_to date)
returns table (
  requests bigint, approved bigint, declined bigint, cancelled bigint, expired bigint, open bigint,
  organisations_lending bigint, organisations_borrowing bigint, resources_used bigint,
  median_answer_minutes numeric, answered_within_a_day numeric
)
language sql
stable
set search_path = ''
as $$
  with range as (select * from private.require_report_range(p_pool, p_from, p_to)),
  booked as (
    select b.* from public.bookings b, range
    where b.pool_id = range.pool_id and b.starts_at >= range.starts_at and b.starts_at < range.ends_at
  ),
  answers as (
    select extract(epoch from min(l.at) - b.created_at) / 60 as minutes
    from booked b
    join public.booking_log l on l.booking_id = b.id and l.side = 'owner' and l.from_status = 'requested'
    group by b.id, b.created_at
  )
  select count(*), count(*) filter (where status in ('approved', 'handed_over', 'returned', 'no_show')),
    count(*) filter (where status in ('declined', 'passed_over')),
    count(*) filter (where status = 'cancelled'), count(*) filter (where status = 'expired'),
    count(*) filter (where status in ('requested', 'offered')),
    count(distinct owner_id) filter (where status in ('approved', 'handed_over', 'returned')),
    count(distinct organisation_id) filter (where status in ('approved', 'handed_over', 'returned')),
    count(distinct resource_id) filter (where status in ('approved', 'handed_over', 'returned')),
    (select round(percentile_cont(0.5) within group (order by minutes)::numeric) from answers),
    (select round(avg((minutes <= 1440)::int), 3) from answers)
  from booked
$$;
comment on function public.report_totals is
  'How a pool was used in local days [p_from, p_to): counts by status, who lends and borrows, median minutes to the owner''s first answer, share answered within a day (0 to 1). QM staff. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.report_totals to authenticated;

create function public.report_by_kind(p_pool text, p_from date, p_to date)
returns table (kind text, requests bigint, approved bigint, refused bigint, booked_hours numeric)
language sql
stable
set search_path = ''
as $$
  with range as (select * from private.require_report_range(p_pool, p_from, p_to))
  select r.kind, count(*), count(*) filter (where b.status in ('approved', 'handed_over', 'returned', 'no_show')),
    count(*) filter (where b.status in ('declined', 'passed_over', 'expired')),
    round(coalesce(sum(extract(epoch from b.ends_at - b.starts_at) / 3600) filter (where b.status in ('approved', 'handed_over', 'returned')), 0)::numeric, 1)
  from range
  join public.bookings b on b.pool_id = range.pool_id and b.starts_at >= range.starts_at and b.starts_at < range.ends_at
  join public.resources r on r.id = b.resource_id
  group by r.kind
  order by count(*) desc, r.kind
$$;
comment on function public.report_by_kind is
  'Requests, approvals, refusals (declined or expired) and booked hours by kind of resource. QM staff. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.report_by_kind to authenticated;

create function public.report_by_month(p_pool text, p_from date, p_to date)
returns table (month date, requests bigint, approved bigint, refused bigint)
language sql
stable
set search_path = ''
as $$
  with range as (select * from private.require_report_range(p_pool, p_from, p_to)),
  zone as (select p.time_zone from public.pools p join range on range.pool_id = p.id),
  months as (
    select generate_series(date_trunc('month', p_from::timestamp), p_to::timestamp - interval '1 day', interval '1 month')::date as month
  )
  select m.month, count(b.id), count(b.id) filter (where b.status in ('approved', 'handed_over', 'returned', 'no_show')),
    count(b.id) filter (where b.status in ('declined', 'passed_over', 'expired'))
  from months m cross join range cross join zone
  left join public.bookings b on b.pool_id = range.pool_id
    and b.starts_at >= greatest(range.starts_at, m.month::timestamp at time zone zone.time_zone)
    and b.starts_at < least(range.ends_at, (m.month + interval '1 month')::timestamp at time zone zone.time_zone)
  group by m.month
  order by m.month
$$;
comment on function public.report_by_month is
  'Requests, approvals and refusals by local month, months without any included. QM staff. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.report_by_month to authenticated;

create function public.report_by_organisation(p_pool text, p_from date, p_to date)
returns table (
  organisation_id uuid, organisation_name text, kind text,
  lent bigint, borrowed bigint, asked bigint, refused_as_owner bigint, median_answer_minutes numeric
)
language sql
stable
set search_path = ''
as $$
  with range as (select * from private.require_report_range(p_pool, p_from, p_to)),
  booked as (
    select b.* from public.bookings b, range
    where b.pool_id = range.pool_id and b.starts_at >= range.starts_at and b.starts_at < range.ends_at
  ),
  lending as (
    select owner_id, count(*) filter (where status in ('approved', 'handed_over', 'returned')) as lent,
      count(*) filter (where status in ('declined', 'passed_over', 'expired')) as refused
    from booked group by owner_id
  ),
  borrowing as (
    select organisation_id, count(*) filter (where status in ('approved', 'handed_over', 'returned')) as borrowed, count(*) as asked
    from booked group by organisation_id
  ),
  first_answers as (
    select b.owner_id, extract(epoch from min(l.at) - b.created_at) / 60 as minutes
    from booked b
    join public.booking_log l on l.booking_id = b.id and l.side = 'owner' and l.from_status = 'requested'
    group by b.id, b.owner_id, b.created_at
  ),
  answers as (
    select owner_id, round(percentile_cont(0.5) within group (order by minutes)::numeric) as minutes
    from first_answers group by owner_id
  )
  select o.id, o.name, o.kind, coalesce(l.lent, 0), coalesce(w.borrowed, 0), coalesce(w.asked, 0),
    coalesce(l.refused, 0), a.minutes
  from range
  join public.organisations o on o.pool_id = range.pool_id and o.status <> 'pending'
  left join lending l on l.owner_id = o.id
  left join borrowing w on w.organisation_id = o.id
  left join answers a on a.owner_id = o.id
  order by coalesce(l.lent, 0) + coalesce(w.borrowed, 0) desc, o.name
$$;
comment on function public.report_by_organisation is
  'Who gives and who takes: bookings lent, borrowed, asked for, refused as owner, and the median minutes until the owner''s first answer. QM staff. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.report_by_organisation to authenticated;

create function public.report_by_resource(p_pool text, p_from date, p_to date)
returns table (
  resource_id uuid, slug text, title text, kind text, organisation_name text, quantity integer,
  approved bigint, refused bigint, booked_hours numeric, utilisation numeric, last_used_at timestamptz
)
language sql
stable
set search_path = ''
as $$
  with range as (select * from private.require_report_range(p_pool, p_from, p_to)),
  used as (
    select b.resource_id,
      count(*) filter (where b.status in ('approved', 'handed_over', 'returned', 'no_show') and b.starts_at >= range.starts_at) as approved,
      count(*) filter (where b.status in ('declined', 'passed_over', 'expired') and b.starts_at >= range.starts_at) as refused,
      -- unit hours inside the period, clipped at its ends
      sum(b.quantity * extract(epoch from least(b.ends_at, range.ends_at) - greatest(b.starts_at, range.starts_at)) / 3600)
        filter (where b.status in ('approved', 'handed_over', 'returned')) as unit_hours,
      max(b.starts_at) filter (where b.status in ('approved', 'handed_over', 'returned')) as last_used_at
    from range
    join public.bookings b on b.pool_id = range.pool_id and b.starts_at < range.ends_at and b.ends_at > range.starts_at
    group by b.resource_id
  )
  select r.id, r.slug, public.reader_title(r), r.kind, o.name, r.quantity,
    coalesce(u.approved, 0), coalesce(u.refused, 0), round(coalesce(u.unit_hours, 0)::numeric, 1),
    round((coalesce(u.unit_hours, 0)
      / nullif(r.quantity * extract(epoch from range.ends_at - range.starts_at) / 3600, 0))::numeric, 4),
    u.last_used_at
  from range
  join public.resources r on r.pool_id = range.pool_id and r.status <> 'retired'
  join public.organisations o on o.id = r.organisation_id
  left join used u on u.resource_id = r.id
  order by coalesce(u.unit_hours, 0) / nullif(r.quantity, 0) desc nulls last, r.title
$$;
comment on function public.report_by_resource is
  'Use of each resource: approved and refused bookings, unit hours inside the period, and utilisation (booked unit hours over all unit hours, 0 to 1). QM staff. Raises LOGIN, NTFND, DNIED, INPUT.';
grant execute on function public.report_by_resource to authenticated;
