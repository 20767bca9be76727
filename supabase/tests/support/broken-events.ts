/** What an event must never be, in plain SQL that shares nothing with the functions under test. */
export const brokenEvents = `
  select 'event ' || p.event_id || ' is a draft with bookings' as problem
  from public.event_plans p where p.status = 'draft' and exists (select 1 from public.bookings b where b.event_id = p.event_id)
  union all
  select 'all-or-nothing event ' || p.event_id || ' was asked for in part: ' || i.what
  from public.event_plans p join public.event_items i on i.event_id = p.event_id
  where p.mode = 'all_or_nothing' and p.status <> 'draft'
    and (select coalesce(sum(b.quantity), 0) from public.event_parts part join public.bookings b on b.id = part.booking_id
         where part.item_id = i.id) < i.quantity
  union all
  select 'event ' || p.event_id || ' has a part without a booking and without a reason'
  from public.event_plans p join public.event_items i on i.event_id = p.event_id join public.event_parts part on part.item_id = i.id
  where p.status <> 'draft' and part.booking_id is null and (part.refused_code is null or p.mode = 'all_or_nothing')
  union all
  select 'booking ' || b.id || ' says event ' || b.event_id || ' but is no part of it'
  from public.bookings b
  where b.event_id is not null and not exists (
    select 1 from public.event_parts part join public.event_items i on i.id = part.item_id
    where part.booking_id = b.id and i.event_id = b.event_id)
  union all
  select 'cancelled event ' || p.event_id || ' still holds ' || b.id
  from public.event_plans p join public.bookings b on b.event_id = p.event_id
  where p.status = 'cancelled' and b.status in ('requested', 'approved')
  union all
  select 'settled all-or-nothing event ' || p.event_id || ' misses ' || i.what
  from public.event_plans p join public.events e on e.id = p.event_id join public.event_items i on i.event_id = p.event_id
  where p.mode = 'all_or_nothing' and p.status = 'settled' and i.waived_at is null and e.starts_at > now()
    and (select coalesce(sum(b.quantity), 0) from public.event_parts part join public.bookings b on b.id = part.booking_id
         where part.item_id = i.id and b.status not in ('declined', 'passed_over', 'cancelled', 'expired')) < i.quantity`;
