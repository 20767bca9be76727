import 'server-only';
import { cache } from 'react';
import { getViewer } from '../platform/auth/viewer';
import { rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import {
  MEMBER_ROLES,
  oneOf,
  ORGANISATION_STATUSES,
  STAFF_ROLES,
  type MyOrganisation,
  type StaffedPool,
} from './model';

/** Where the viewer belongs, by name; empty for a passer-by. Once per request. */
export const listMyOrganisations = cache(async (): Promise<MyOrganisation[]> => {
  const viewer = await getViewer();
  if (!viewer) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('memberships')
      .select('role, organisations(id, slug, name, status, pools(id, slug, name, time_zone))')
      .eq('person_id', viewer.id),
  );
  return rows
    .map(({ role, organisations: { pools, ...organisation } }) => ({
      ...organisation,
      role: oneOf(MEMBER_ROLES, role),
      status: oneOf(ORGANISATION_STATUSES, organisation.status),
      pool: { id: pools.id, slug: pools.slug, name: pools.name, zone: pools.time_zone },
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
});

/** Pools whose neighbourhood management the viewer is part of. Once per request. */
export const listMyStaffedPools = cache(async (): Promise<StaffedPool[]> => {
  const viewer = await getViewer();
  if (!viewer) return [];
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('pool_staff')
      .select('role, pools(id, slug, name, time_zone)')
      .eq('person_id', viewer.id),
  );
  return rows
    .map(({ role, pools: { time_zone, ...pool } }) => ({
      ...pool,
      zone: time_zone,
      role: oneOf(STAFF_ROLES, role),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
});
