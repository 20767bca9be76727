import { z } from 'zod';
import { LOCALE_CODES } from '../platform/i18n/locales';
import { readCode } from './model';

const next = z.string().max(2_000).optional();

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const emailSchema = z.object({ email, next });

export const codeSchema = z.object({
  code: z.string().transform((text, context) => {
    const code = readCode(text);
    if (code !== null) return code;
    context.addIssue({ code: 'custom', params: { reason: 'code' } });
    return z.NEVER;
  }),
  next,
});

export const linkSchema = z.object({ tokenHash: z.string().min(1).max(500) });

export const resendSchema = z.object({ next });

export const demoPersonSchema = z.object({ email, next });

export const signOutSchema = z.object({ scope: z.enum(['local', 'global']).default('local') });

export const profileSchema = z.object({
  displayName: z.string().trim().min(1).max(80),
  locale: z.enum(LOCALE_CODES),
  next,
});
