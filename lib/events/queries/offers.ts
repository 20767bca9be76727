import 'server-only';
import { z } from 'zod';
import { RESOURCE_KINDS } from '../../listings/model';
import { oneOf } from '../../platform/closed-list';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { coverUrl } from '../../platform/photo-url';
import type { Offer, PartPrice } from '../model';
import { toProblem } from './event';

const priceSchema = z.object({
  total_minor: z.number().nullish(),
  deposit_minor: z.number().nullish(),
  currency: z.string().nullish(),
});

/** What could meet each wish that is not met, by the wish's id; nothing is asked of anybody. */
export async function listOffers(
  eventId: string,
  itemId?: string,
): Promise<ReadonlyMap<string, Offer[]>> {
  const db = await serverDb();
  const rows = rowsOf(
    await db.rpc('propose_event', {
      p_event_id: eventId,
      ...(itemId ? { p_item_id: itemId, p_limit: 12 } : {}),
    }),
  );
  const offers = new Map<string, Offer[]>();
  for (const row of rows) {
    const offer: Offer = {
      resourceId: row.resource_id,
      thing: {
        title: row.title,
        slug: row.slug,
        kind: oneOf(RESOURCE_KINDS, row.kind),
        picture: row.picture,
        place: row.place,
        photoUrl: hasText(row.photo_path) ? coverUrl(row.photo_path) : null,
      },
      owner: row.organisation_name,
      ownerId: row.organisation_id,
      period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
      free: row.free_quantity,
      take: row.take,
      isChosen: row.chosen,
      isInstant: row.approval === 'instant',
      problem: toProblem(hasText(row.code) ? row.code : null, row.params),
      price: toPrice(row.price),
    };
    offers.set(row.item_id, [...(offers.get(row.item_id) ?? []), offer]);
  }
  return offers;
}

/** why: a column of a function's answer may be null where the types promise text. */
function hasText(value: string | null): value is string {
  return value !== null && value !== '';
}

function toPrice(json: unknown): PartPrice | null {
  const price = priceSchema.safeParse(json);
  if (!price.success) return null;
  const { total_minor: total, deposit_minor: deposit, currency } = price.data;
  if (total === null || total === undefined || !currency) return null;
  return { totalMinor: total, depositMinor: deposit ?? 0, currency };
}
