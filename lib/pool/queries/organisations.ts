import 'server-only';
import { ORGANISATION_KINDS, ORGANISATION_STATUSES } from '../../organisations/model';
import { oneOf } from '../../platform/closed-list';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import type { PoolOrganisation } from '../model';

/** All organisations of a pool: who waits first, then by name. */
export async function listPoolOrganisations(poolId: string): Promise<PoolOrganisation[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('organisations')
      .select(
        'id, slug, name, kind, status, about, email, phone, website, address, isCommonGood:common_good, created_at, memberships(count), resources(count), organisation_decisions(note)',
      )
      .eq('pool_id', poolId)
      .order('id', { referencedTable: 'organisation_decisions', ascending: false })
      .limit(1, { referencedTable: 'organisation_decisions' })
      .order('name'),
  );
  return rows
    .map(
      ({
        memberships,
        resources,
        created_at,
        organisation_decisions: decisions,
        ...organisation
      }) => ({
        ...organisation,
        kind: oneOf(ORGANISATION_KINDS, organisation.kind),
        status: oneOf(ORGANISATION_STATUSES, organisation.status),
        createdAt: new Date(created_at),
        members: memberships[0]?.count ?? 0,
        things: resources[0]?.count ?? 0,
        note: decisions[0]?.note ?? '',
      }),
    )
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ status }: PoolOrganisation): number {
  return ORGANISATION_STATUSES.indexOf(status);
}
