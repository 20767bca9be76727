import { z } from 'zod';
import { MEMBER_ROLES, ORGANISATION_KINDS, readSpot } from './model';

const line = (max: number) => z.string().trim().max(max).default('');

const profile = {
  name: z.string().trim().min(2).max(120),
  kind: z.enum(ORGANISATION_KINDS),
  about: line(4000),
  email: line(254).refine((value) => value === '' || z.email().safeParse(value).success, {
    params: { reason: 'email' },
  }),
  phone: line(40),
  // People write “example.org”; the protocol is ours to add.
  website: line(240).transform((value) =>
    value === '' || /^https?:\/\//i.test(value) ? value : `https://${value}`,
  ),
  address: line(240),
  spot: line(60).transform((text, context) => {
    const spot = text === '' ? null : readSpot(text);
    if (spot || text === '') return spot;
    context.addIssue({ code: 'custom', params: { reason: 'spot' } });
    return z.NEVER;
  }),
};

export const foundSchema = z.object({ pool: z.string(), ...profile });
export const profileSchema = z.object({ organisationId: z.uuid(), ...profile });

export const inviteSchema = z.object({
  organisationId: z.uuid(),
  role: z.enum(MEMBER_ROLES),
  email: profile.email,
});

export const memberSchema = z.object({ organisationId: z.uuid(), personId: z.uuid() });
export const memberRoleSchema = memberSchema.extend({ role: z.enum(MEMBER_ROLES) });
export const leaveSchema = z.object({ organisationId: z.uuid() });
export const revokeSchema = z.object({ invitationId: z.uuid() });
export const acceptSchema = z.object({ token: z.string().min(1).max(200) });

export type FoundInput = z.output<typeof foundSchema>;
export type ProfileInput = z.output<typeof profileSchema>;
export type InviteInput = z.output<typeof inviteSchema>;
