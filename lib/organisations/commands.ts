import 'server-only';
import { getTranslations } from 'next-intl/server';
import { currentLocale, getViewer } from '../platform/auth/viewer';
import { formatDay } from '../platform/date-format';
import { dayOf, DEFAULT_ZONE } from '../platform/dates';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { sendMail } from '../platform/mail/transport';
import { paths } from '../platform/paths';
import { fail, ok, type Result } from '../platform/result';
import { siteUrl } from '../platform/site';
import type { MemberRole, SentInvitation } from './model';
import type { FoundInput, InviteInput, ProfileInput } from './schema';

/** One intent of the database each; what they refuse stands in docs/api.md. */

export async function foundOrganisation(input: FoundInput): Promise<Result<{ slug: string }>> {
  const db = await serverDb();
  const founded = await db.rpc('found_organisation', { p_pool: input.pool, ...profileOf(input) });
  return resultOf(founded);
}

export async function updateOrganisation(input: ProfileInput): Promise<Result<{ slug: string }>> {
  const db = await serverDb();
  const changed = await db.rpc('update_organisation', {
    p_organisation_id: input.organisationId,
    ...profileOf(input),
  });
  return resultOf(changed);
}

function profileOf(input: Omit<FoundInput, 'pool'>) {
  return {
    p_name: input.name,
    p_kind: input.kind,
    p_about: input.about,
    p_email: input.email,
    p_phone: input.phone,
    p_website: input.website,
    p_address: input.address,
    ...(input.spot && { p_latitude: input.spot.latitude, p_longitude: input.spot.longitude }),
  };
}

/** Invites, and writes to the address when there is one. Without a mail the link still works. */
export async function sendInvitation(input: InviteInput): Promise<Result<SentInvitation>> {
  const db = await serverDb();
  const invited = resultOf(
    await db.rpc('invite_member', {
      p_organisation_id: input.organisationId,
      p_role: input.role,
      p_email: input.email,
    }),
  );
  if (!invited.ok) return invited;
  const [invitation] = invited.value;
  if (!invitation) return fail('FAULT');
  const link = await siteUrl(paths.invitation(await currentLocale(), invitation.token));
  const isMailed = input.email ? await mailInvitation(input, link) : null;
  return ok({ link, until: await lastDay(invitation.expires_at), email: input.email, isMailed });
}

async function lastDay(expiresAt: string): Promise<string> {
  return formatDay(dayOf(new Date(expiresAt), DEFAULT_ZONE), await currentLocale(), 'long');
}

async function mailInvitation(input: InviteInput, link: string): Promise<boolean> {
  const [db, viewer, t] = await Promise.all([
    serverDb(),
    getViewer(),
    getTranslations('organisations.mail'),
  ]);
  const { data } = await db
    .from('organisations')
    .select('name')
    .eq('id', input.organisationId)
    .maybeSingle();
  const words = { organisation: data?.name ?? '', person: viewer?.name ?? '', link };
  return sendMail({ to: input.email, subject: t('subject', words), text: t('text', words) });
}

export async function revokeInvitation(invitationId: string): Promise<Result<undefined>> {
  const db = await serverDb();
  return resultOf(await db.rpc('revoke_invitation', { p_invitation_id: invitationId }));
}

/** The id of the organisation that the person now belongs to. */
export async function acceptInvitation(token: string): Promise<Result<string>> {
  const db = await serverDb();
  const accepted = resultOf(await db.rpc('accept_invitation', { p_token: token }));
  return accepted.ok ? ok(accepted.value.organisation_id) : accepted;
}

type Member = { organisationId: string; personId: string };

export async function changeMemberRole(
  member: Member & { role: MemberRole },
): Promise<Result<undefined>> {
  const db = await serverDb();
  const changed = resultOf(
    await db.rpc('change_member_role', {
      p_organisation_id: member.organisationId,
      p_person_id: member.personId,
      p_role: member.role,
    }),
  );
  return changed.ok ? ok(undefined) : changed;
}

export async function removeMember(member: Member): Promise<Result<undefined>> {
  const db = await serverDb();
  const removed = await db.rpc('remove_member', {
    p_organisation_id: member.organisationId,
    p_person_id: member.personId,
  });
  return resultOf(removed);
}

export async function leaveOrganisation(organisationId: string): Promise<Result<undefined>> {
  const db = await serverDb();
  return resultOf(await db.rpc('leave_organisation', { p_organisation_id: organisationId }));
}
