import type pg from 'pg';
import { brokenEvents } from './broken-events';

/**
 * What must never be, looked for with plain SQL that shares nothing with the functions under test:
 * an asset above its stock at some instant, a live booking without its allocations or the other way
 * round, a log that does not tell how the booking came to its status.
 */
export async function broken(owner: pg.ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ problem: string }>(`
    with instants as (
      select distinct al.asset_id, lower(al.blocked) as at from public.allocations al where upper(al.blocked) > now()
    )
    select 'asset ' || a.name || ' above its stock: ' || sum(al.quantity) || ' of ' || a.quantity || ' at ' || i.at as problem
    from instants i
    join public.allocations al on al.asset_id = i.asset_id and al.blocked @> i.at
    join public.assets a on a.id = i.asset_id
    group by a.id, a.name, a.quantity, i.at having sum(al.quantity) > a.quantity
    union all
    select 'booking ' || b.id || ' (' || b.status || ') occupies ' || count(al.id) || ' of ' || count(ra.asset_id) || ' assets'
    from public.bookings b
    join public.resource_assets ra on ra.resource_id = b.resource_id
    left join public.allocations al on al.booking_id = b.id and al.asset_id = ra.asset_id and al.change_id is null
      and al.quantity = ra.quantity * b.quantity
      and al.kind = case when b.status in ('approved', 'handed_over', 'returned') then 'booking' else 'hold' end
    -- what came back may still occupy its time for clearing up
    where b.status <> 'returned'
    group by b.id, b.status, b.resource_id
    having count(al.id) <> case when b.status in ('requested', 'offered', 'approved', 'handed_over') then count(ra.asset_id) else 0 end
      -- a request that competes holds nothing
      and not (b.status = 'requested' and count(al.id) = 0
        and exists (select 1 from public.effective_terms t where t.resource_id = b.resource_id and t.request_mode = 'compete'))
    union all
    select 'allocation ' || al.id || ' of a booking that is ' || b.status
    from public.allocations al join public.bookings b on b.id = al.booking_id
    where b.status not in ('requested', 'offered', 'approved', 'handed_over', 'returned')
    union all
    select 'allocation ' || al.id || ' beyond the time for clearing up of a booking that is back'
    from public.allocations al join public.bookings b on b.id = al.booking_id and b.status = 'returned'
    join public.resources r on r.id = b.resource_id
    where upper(al.blocked) > greatest(b.returned_at, b.ends_at) + make_interval(mins => r.buffer_after_minutes)
    union all
    select 'change ' || c.id || ' (' || c.status || ') of a booking that is ' || b.status || ' holds ' || count(al.id)
    from public.booking_changes c join public.bookings b on b.id = c.booking_id left join public.allocations al on al.change_id = c.id
    group by c.id, c.status, b.status
    having (c.status <> 'proposed' and count(al.id) > 0) or (c.status = 'proposed' and b.status not in ('approved', 'handed_over'))
    union all
    select 'booking ' || b.id || ' has version ' || b.version || ' and ' || count(l.id) || ' log rows up to ' || max(l.version)
    from public.bookings b left join public.booking_log l on l.booking_id = b.id
    group by b.id, b.version having count(l.id) <> b.version or max(l.version) <> b.version
    union all
    select 'log of ' || l.booking_id || ' jumps from ' || coalesce(l.before, '-') || ' to a row that says ' || coalesce(l.from_status, '-')
    from (select *, lag(to_status) over (partition by booking_id order by version) as before from public.booking_log) l
    where l.before is distinct from l.from_status
    union all
    select 'booking ' || b.id || ' has ' || count(o.id) || ' events for ' || b.version || ' acts'
    from public.bookings b left join private.outbox o on o.booking_id = b.id and o.payload ? 'version'
    group by b.id, b.version having count(o.id) <> b.version
    union all
    select 'entry ' || w.id || ' of the waiting list is ' || w.status || ' and its booking ' || coalesce(b.status, 'is none')
    from public.waiting_entries w left join public.bookings b on b.id = w.booking_id
    where (w.status = 'offered') <> (b.status is not distinct from 'offered')
    union all
    select 'booking ' || b.id || ' was offered to nobody who waits'
    from public.bookings b
    where b.status = 'offered' and not exists (select 1 from public.waiting_entries w where w.booking_id = b.id)
    union all
    select 'entry ' || w.id || ' waits for what is free'
    from public.waiting_entries w join public.resources r on r.id = w.resource_id
    where w.status = 'waiting' and r.listed and w.starts_at > now() + interval '30 minutes'
      and private.free_quantity(w.resource_id, w.starts_at, w.ends_at) >= w.quantity
    union all
    select 'asset ' || al.asset_id || ' and its allocations disagree about their guard'
    from public.allocations al join public.assets a on a.id = al.asset_id where al.exclusive <> a.exclusive
    union all
    select 'resource ' || r.id || ' names another single thing than the one it is made of'
    from public.resources r
    where r.sole_asset_id is distinct from (
      select a.id from public.resource_assets ra join public.assets a on a.id = ra.asset_id and a.exclusive
      where ra.resource_id = r.id and ra.quantity = 1
        and not exists (select from public.resource_assets o where o.resource_id = r.id and o.asset_id <> ra.asset_id))
    union all
    ${brokenEvents}`);
  return rows.map((row) => row.problem);
}
