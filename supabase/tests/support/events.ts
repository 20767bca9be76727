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
