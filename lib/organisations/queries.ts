import 'server-only';
import { cache } from 'react';
import { getViewer } from '../platform/auth/viewer';
import { now } from '../platform/clock';
import { oneOf } from '../platform/closed-list';
import { rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import {
  MEMBER_ROLES,
  ORGANISATION_KINDS,
  ORGANISATION_STATUSES,
  STAFF_ROLES,
  spotText,
  type InvitationPreview,
  type Member,
  type MyOrganisation,
  type OpenInvitation,
  type OrganisationProfile,
  type PoolRef,
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

/** The pools the viewer belongs to, by membership or as QM staff, each once. */
export async function listMyPools(): Promise<{ slug: string }[]> {
  const [organisations, staffed] = await Promise.all([listMyOrganisations(), listMyStaffedPools()]);
  const slugs = [...organisations.map(({ pool }) => pool.slug), ...staffed.map(({ slug }) => slug)];
  return [...new Set(slugs)].map((slug) => ({ slug }));
}

/** The pool when the viewer is of its QM staff; null for everybody else. */
export const findStaffedPool = cache(async (slug: string): Promise<StaffedPool | null> => {
  const pools = await listMyStaffedPools();
  return pools.find((pool) => pool.slug === slug) ?? null;
});

/** One of the viewer's organisations, by slug or id; null for everybody else's. */
export const findMyOrganisation = cache(async (key: string): Promise<MyOrganisation | null> => {
  const mine = await listMyOrganisations();
  return mine.find(({ id, slug }) => id === key || slug === key) ?? null;
});

export async function getProfile(id: string): Promise<OrganisationProfile> {
  const db = await serverDb();
  const row = rowsOf(
    await db
      .from('organisations')
      .select(
        'id, slug, name, kind, status, about, email, phone, website, address, latitude, longitude, pools(id, slug, name, time_zone), organisation_decisions(note)',
      )
      .eq('id', id)
      .order('id', { referencedTable: 'organisation_decisions', ascending: false })
      .limit(1, { referencedTable: 'organisation_decisions' })
      .single(),
  );
  const { pools, organisation_decisions: decisions, latitude, longitude, ...profile } = row;
  return {
    ...profile,
    kind: oneOf(ORGANISATION_KINDS, profile.kind),
    status: oneOf(ORGANISATION_STATUSES, profile.status),
    spot: latitude === null || longitude === null ? '' : spotText({ latitude, longitude }),
    statusNote: decisions[0]?.note ?? '',
    pool: { id: pools.id, slug: pools.slug, name: pools.name, zone: pools.time_zone },
  };
}

/** Who belongs to it: those who manage it first, then by name. */
export async function listMembers(organisationId: string): Promise<Member[]> {
  const [db, viewer] = await Promise.all([serverDb(), getViewer()]);
  const rows = rowsOf(
    await db
      .from('memberships')
      .select('role, profiles(id, display_name)')
      .eq('organisation_id', organisationId),
  );
  return rows
    .map(({ role, profiles }) => ({
      personId: profiles.id,
      name: profiles.display_name,
      role: oneOf(MEMBER_ROLES, role),
      isViewer: profiles.id === viewer?.id,
    }))
    .sort(
      (a, b) =>
        MEMBER_ROLES.indexOf(b.role) - MEMBER_ROLES.indexOf(a.role) || a.name.localeCompare(b.name),
    );
}

/** Invitations that can still be accepted, for admins; the token is known to nobody any more. */
export async function listOpenInvitations(organisationId: string): Promise<OpenInvitation[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('invitations')
      .select('id, role, email, expires_at, profiles!invitations_invited_by_fkey(display_name)')
      .eq('organisation_id', organisationId)
      .is('accepted_at', null)
      .is('revoked_at', null)
      .gt('expires_at', now().toISOString())
      .order('expires_at'),
  );
  return rows.map(({ id, role, email, expires_at, profiles }) => ({
    id,
    role: oneOf(MEMBER_ROLES, role),
    email: email ?? '',
    invitedBy: profiles?.display_name ?? '',
    expiresAt: new Date(expires_at),
  }));
}

/** What a token invites to; null when it is unknown, used, withdrawn or expired. */
export async function findInvitation(token: string): Promise<InvitationPreview | null> {
  const db = await serverDb();
  const { data } = await db.rpc('preview_invitation', { p_token: token });
  const invitation = data?.[0];
  if (!invitation) return null;
  return {
    organisation: invitation.organisation_name,
    pool: invitation.pool_slug,
    role: oneOf(MEMBER_ROLES, invitation.role),
  };
}

/** Where one can found an organisation. */
export async function listPools(): Promise<PoolRef[]> {
  const db = await serverDb();
  const rows = rowsOf(await db.from('pools').select('id, slug, name, time_zone').order('name'));
  return rows.map(({ time_zone, ...pool }) => ({ ...pool, zone: time_zone }));
}
