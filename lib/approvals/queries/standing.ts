import 'server-only';
import { asDay } from '../../platform/dates';
import { rowsOf } from '../../platform/db/answer';
import { serverDb, type Db } from '../../platform/db/server';
import type { StandingApproval } from '../model';

/** What an owner agrees to in advance, and what each of it last decided; what was revoked is left out. */
export async function listStandingApprovals(ownerId: string): Promise<StandingApproval[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('standing_approvals')
      .select(
        `id, min_clean_returns, max_days, max_quantity, weekdays, valid_until, note,
         resources(id, title:reader_title, approval), standing_approval_organisations(organisations(name))`,
      )
      .eq('organisation_id', ownerId)
      .is('revoked_at', null)
      .order('created_at'),
  );
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      thing: row.resources && {
        id: row.resources.id,
        title: row.resources.title ?? '',
        asks: row.resources.approval !== 'standing',
      },
      organisations: row.standing_approval_organisations
        .map(({ organisations }) => organisations.name)
        .sort((a, b) => a.localeCompare(b)),
      minCleanReturns: row.min_clean_returns,
      maxDays: row.max_days,
      maxQuantity: row.max_quantity,
      weekdays: row.weekdays ?? [],
      validUntil: row.valid_until === null ? null : asDay(row.valid_until),
      note: row.note,
      last: await findLast(db, ownerId, row.id),
    })),
  );
}

async function findLast(db: Db, ownerId: string, id: string): Promise<StandingApproval['last']> {
  const row = rowsOf(
    await db
      .from('bookings')
      .select(
        'id, created_at, resources(title:reader_title), borrower:organisations!bookings_organisation_id_fkey(name)',
      )
      .eq('owner_id', ownerId)
      .eq('decision->params->>standing_approval_id', id)
      .order('created_at', { ascending: false })
      .limit(1)
      .maybeSingle(),
  );
  return (
    row && {
      bookingId: row.id,
      borrower: row.borrower.name,
      title: row.resources.title ?? '',
      at: new Date(row.created_at),
    }
  );
}
