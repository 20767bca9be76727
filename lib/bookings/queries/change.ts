import 'server-only';
import { z } from 'zod';
import { readQuote } from '../../prices/schema/quote';
import { rowsOf, resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { errorSentence } from '../../platform/error-words';
import { readViolation } from '../../platform/errors';
import type { Period } from '../../platform/dates';
import type { BookingDetail, OpenChange, WishedChange } from '../model';
import { CARD, toCard } from './row';

type ChangeRow = {
  id: string;
  status: string;
  starts_at: string;
  ends_at: string;
  quantity: number;
  price: unknown;
  from_starts_at: string;
  from_ends_at: string;
  from_quantity: number;
  from_price: unknown;
  note: string | null;
  expires_at: string | null;
};

/** The wish that waits for an answer, among all changes of a booking. */
export function openChange(rows: ChangeRow[]): OpenChange | null {
  const open = rows.find(({ status }) => status === 'proposed');
  return open ? toChange(open) : null;
}

function toChange(row: ChangeRow): OpenChange {
  return {
    id: row.id,
    from: {
      period: { start: new Date(row.from_starts_at), end: new Date(row.from_ends_at) },
      quantity: row.from_quantity,
      quote: readQuote(row.from_price),
    },
    to: {
      period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
      quantity: row.quantity,
      quote: readQuote(row.price),
    },
    note: row.note ?? '',
    // why the default: the check on the table promises one while a change is open.
    expiresAt: new Date(row.expires_at ?? row.ends_at),
  };
}

/** Wishes to change that wait for these owners, the nearest deadline first. */
export async function listOpenChanges(ownerIds: string[]): Promise<WishedChange[]> {
  if (ownerIds.length === 0) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('booking_changes')
      .select(
        `id, status, starts_at, ends_at, quantity, price, from_starts_at, from_ends_at, from_quantity, from_price, note, expires_at, proposer:profiles(display_name), bookings!inner(owner_id, ${CARD})`,
      )
      .eq('status', 'proposed')
      .in('bookings.owner_id', ownerIds)
      .order('expires_at')
      .limit(100),
  );
  return rows.map((row) => ({
    ...toCard(row.bookings),
    change: toChange(row),
    wishedBy: row.proposer?.display_name ?? null,
  }));
}

export type ChangePreview = {
  /** Sentences; empty when nothing stands against it. */
  refusals: string[];
  /** Nobody is asked. */
  isAtOnce: boolean;
  quote: BookingDetail['quote'];
};

const checkSchema = z.object({
  violations: z.array(z.unknown()),
  decision: z.object({ by: z.string() }).nullish(),
  price: z.unknown(),
});

/** What would come of other times or another number, before anybody is asked. */
export async function previewChange(
  booking: BookingDetail,
  period: Period,
  quantity: number,
): Promise<ChangePreview | null> {
  const db = await serverDb();
  const answer = resultOf(
    await db.rpc('check_booking', {
      p_resource_id: booking.resourceId,
      p_organisation_id: booking.organisationId,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
      p_quantity: quantity,
      p_except_booking_id: booking.id,
    }),
  );
  if (!answer.ok) return null;
  const { violations, decision, price } = checkSchema.parse(answer.value);
  const isLess =
    period.start >= booking.period.start &&
    period.end <= booking.period.end &&
    quantity <= booking.quantity;
  const known = violations.map(readViolation).filter((violation) => violation !== null);
  return {
    // Less than one has meets fewer rules; the database has the last word.
    refusals: isLess ? [] : await Promise.all(known.map(errorSentence)),
    isAtOnce: booking.status === 'requested' || isLess || decision?.by !== 'approver',
    quote: readQuote(price),
  };
}
