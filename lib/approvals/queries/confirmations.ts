import 'server-only';
import { now } from '../../platform/clock';
import { rowsOf } from '../../platform/db/answer';
import { serverDb, type Db } from '../../platform/db/server';
import type { Confirmable, ConfirmedList } from '../model';

type Request = { id: string; resourceId: string; ownerId: string; organisationId: string };

/** What must be confirmed for each of these bookings, by booking; most need nothing, one's own never. */
export async function listConfirmables(bookings: Request[]): Promise<Map<string, Confirmable[]>> {
  const db = await serverDb();
  const requests = bookings.filter(({ ownerId, organisationId }) => ownerId !== organisationId);
  const wanted = new Map<string, string[]>();
  if (requests.length > 0) {
    const rows = rowsOf(
      await db
        .from('effective_terms')
        .select('resource_id, level_ids')
        .in('resource_id', [...new Set(requests.map(({ resourceId }) => resourceId))])
        .eq('has_confirmations', true),
    );
    for (const row of rows) wanted.set(row.resource_id, row.level_ids);
  }
  const concerned = requests.filter(({ resourceId }) => wanted.has(resourceId));
  if (concerned.length === 0) return new Map();
  const [all, recorded] = await Promise.all([
    listWanted(db, [...new Set([...wanted.values()].flat())]),
    listRecorded(db, concerned),
  ]);
  return new Map(
    concerned.map(({ id, resourceId, organisationId }) => [
      id,
      all
        .filter(({ termsId }) => wanted.get(resourceId)?.includes(termsId))
        .map(({ id: confirmationId, name, per, isOfPool }) => ({
          id: confirmationId,
          name,
          per,
          isOfPool,
          ...(recorded.find(
            (one) =>
              one.confirmationId === confirmationId && (one.of === id || one.of === organisationId),
          ) ?? NOTHING),
        })),
    ]),
  );
}

const NOTHING = { recordedAt: null, validUntil: null };

async function listWanted(db: Db, levels: string[]) {
  const rows = rowsOf(
    await db
      .from('confirmations')
      .select('id, name, per, terms_id, terms(organisation_id)')
      .in('terms_id', levels)
      .order('name'),
  );
  return rows.map(({ id, name, per, terms_id: termsId, terms }) => ({
    id,
    name,
    termsId,
    per: per === 'booking' ? ('booking' as const) : ('organisation' as const),
    isOfPool: terms.organisation_id === null,
  }));
}

/** What was recorded and counts still, of bookings and of organisations. */
async function listRecorded(db: Db, requests: Request[]) {
  const [ofBookings, ofOrganisations] = await Promise.all([
    db
      .from('booking_confirmations')
      .select('confirmation_id, booking_id, recorded_at')
      .in(
        'booking_id',
        requests.map(({ id }) => id),
      )
      .is('revoked_at', null),
    db
      .from('organisation_confirmations')
      .select('confirmation_id, organisation_id, recorded_at, valid_until')
      .in('organisation_id', [...new Set(requests.map(({ organisationId }) => organisationId))])
      .is('revoked_at', null),
  ]);
  return [
    ...rowsOf(ofBookings).map((row) => ({
      confirmationId: row.confirmation_id,
      of: row.booking_id,
      recordedAt: new Date(row.recorded_at),
      validUntil: null,
    })),
    ...rowsOf(ofOrganisations)
      .map((row) => ({
        confirmationId: row.confirmation_id,
        of: row.organisation_id,
        recordedAt: new Date(row.recorded_at),
        validUntil: row.valid_until === null ? null : new Date(row.valid_until),
      }))
      .filter(({ validUntil }) => validUntil === null || validUntil > now()),
  ];
}

/** What an owner wants confirmed once for each organisation, and of whom it is. */
export async function listConfirmed(ownerId: string): Promise<ConfirmedList[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('confirmations')
      .select(
        `id, name, valid_months, terms!inner(organisation_id, resources(title:reader_title)),
         organisation_confirmations(organisation_id, recorded_at, valid_until, revoked_at, organisations(name))`,
      )
      .eq('terms.organisation_id', ownerId)
      .eq('per', 'organisation')
      .order('name'),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    thing: row.terms.resources?.title ?? null,
    validMonths: row.valid_months,
    confirmed: row.organisation_confirmations
      .filter(({ revoked_at }) => revoked_at === null)
      .map((one) => ({
        organisationId: one.organisation_id,
        name: one.organisations.name,
        recordedAt: new Date(one.recorded_at),
        validUntil: one.valid_until === null ? null : new Date(one.valid_until),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  }));
}
