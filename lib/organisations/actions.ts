'use server';

import { defineAction } from '../platform/action';
import { paths } from '../platform/paths';
import {
  acceptInvitation,
  changeMemberRole,
  foundOrganisation,
  leaveOrganisation,
  removeMember,
  revokeInvitation,
  sendInvitation,
  updateOrganisation,
} from './commands';
import {
  acceptSchema,
  foundSchema,
  inviteSchema,
  leaveSchema,
  memberRoleSchema,
  memberSchema,
  profileSchema,
  revokeSchema,
} from './schema';

/** The form asks for both in one field. */
const SPOT_FIELDS = { latitude: 'spot', longitude: 'spot' };

export const foundAction = defineAction({
  name: 'found-organisation',
  schema: foundSchema,
  run: foundOrganisation,
  fields: SPOT_FIELDS,
  goTo: ({ slug }, _, locale) => paths.organisation(locale, slug),
});

export const updateProfileAction = defineAction({
  name: 'organisation-profile',
  schema: profileSchema,
  run: updateOrganisation,
  fields: SPOT_FIELDS,
  goTo: (_, { organisationId }, locale) =>
    paths.organisation(locale, organisationId, { show: 'profile' }),
});

export const inviteAction = defineAction({
  name: 'invite-member',
  schema: inviteSchema,
  run: sendInvitation,
});

export const revokeInvitationAction = defineAction({
  name: 'revoke-invitation',
  schema: revokeSchema,
  run: ({ invitationId }) => revokeInvitation(invitationId),
});

export const acceptInvitationAction = defineAction({
  name: 'accept-invitation',
  schema: acceptSchema,
  run: ({ token }) => acceptInvitation(token),
  goTo: (organisationId, _, locale) =>
    paths.organisation(locale, organisationId, { welcome: 'yes' }),
});

export const changeRoleAction = defineAction({
  name: 'change-role',
  schema: memberRoleSchema,
  run: changeMemberRole,
});

export const removeMemberAction = defineAction({
  name: 'remove-member',
  schema: memberSchema,
  run: removeMember,
});

export const leaveAction = defineAction({
  name: 'leave-organisation',
  schema: leaveSchema,
  run: ({ organisationId }) => leaveOrganisation(organisationId),
  goTo: (_, __, locale) => paths.organisations(locale),
});
