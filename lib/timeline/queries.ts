import 'server-only';
import { z } from 'zod';
import { RESOURCE_KINDS, RESOURCE_STATUSES } from '../listings/model';
import { oneOf } from '../platform/closed-list';
import type { Period } from '../platform/dates';
import { rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import type { Bar, BarState, TimelineThing } from './model';

const barsSchema = z.array(
  z.object({
    state: z.string(),
    from: z.number(),
    to: z.number(),
    quantity: z.number().nullable(),
    bookingId: z.string().nullable(),
    who: z.string().nullable(),
    why: z.string().nullable(),
    of: z.string().nullable(),
  }),
);

/** What stands on the things of an organisation, for its own people. */
export async function readTimeline(
  organisationId: string,
  period: Period,
): Promise<TimelineThing[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db.rpc('owner_timeline', {
      p_organisation_id: organisationId,
      p_from: period.start.toISOString(),
      p_to: period.end.toISOString(),
    }),
  );
  return rows.map(({ resource_id: id, kind, status, bars, ...row }) => ({
    ...row,
    id,
    kind: oneOf(RESOURCE_KINDS, kind),
    status: oneOf(RESOURCE_STATUSES, status),
    bars: barsSchema.parse(bars).map(toBar),
  }));
}

function toBar(row: z.output<typeof barsSchema>[number]): Bar {
  return {
    state: stateOf(row.state),
    start: new Date(row.from * 1000),
    end: new Date(row.to * 1000),
    quantity: row.quantity ?? 1,
    bookingId: row.bookingId,
    who: row.who ?? '',
    why: row.why ?? '',
    of: row.of ?? '',
  };
}

function stateOf(status: string): BarState {
  switch (status) {
    case 'closure':
      return 'closed';
    case 'handed_over':
      return 'out';
    case 'requested':
    case 'offered':
    case 'asked':
      return status;
    default:
      return 'booked';
  }
}
