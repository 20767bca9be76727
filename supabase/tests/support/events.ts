import { randomUUID } from 'node:crypto';
import { homeOf } from './acts';
import type { Args, Row, Scene } from './database';
import type { Person } from './people';
import { from } from './when';

type Stage = Pick<Scene, 'as'>;

/** A wish and what is to meet it: resources with how many of each. */
export interface Wish {
  what: string;
  quantity?: number;
  parts: [resource: string, quantity: number][];
}

export interface PlannedEvent {
  id: string;
  items: string[];
  /** As request_event takes it. */
  request: Row[];
}

/** Somebody writes down what an event needs; nobody is asked yet. */
export async function planned(
  scene: Stage,
  who: Person,
  wishes: Wish[],
  more: Args = {},
): Promise<PlannedEvent> {
  const id = randomUUID();
  await scene.as(who).call('plan_event', {
    p_event_id: id,
    p_organisation_id: homeOf(who),
    p_title: 'Straßenfest',
    p_guests: 150,
    ...from(9, 10, 20),
    ...more,
  });
  const items: string[] = [];
  const request: Row[] = [];
  for (const { what, parts, quantity = parts.reduce((sum, [, n]) => sum + n, 0) } of wishes) {
    const item = randomUUID();
    await scene.as(who).call('plan_event_item', {
      p_event_id: id,
      p_item_id: item,
      p_what: what,
      p_quantity: quantity,
    });
    items.push(item);
    request.push({
      item_id: item,
      parts: parts.map(([resource_id, n]) => ({ resource_id, quantity: n })),
    });
  }
  return { id, items, request };
}

/** Asks all owners at once. */
export const send = (
  scene: Stage,
  who: Person,
  event: PlannedEvent,
  key = `key of ${event.id}`,
): Promise<Row[]> =>
  scene.as(who).rows('request_event', {
    p_event_id: event.id,
    p_items: JSON.stringify(event.request),
    p_idempotency_key: key,
  });

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
