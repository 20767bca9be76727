'use server';

import { defineAction } from '../platform/action';
import { currentLocale } from '../platform/auth/viewer';
import type { Locale } from '../platform/i18n/locales';
import { paths, safeNext } from '../platform/paths';
import {
  redeemLink,
  resendCode,
  sendCode,
  signInAsDemoPerson,
  signOut,
  updateProfile,
  verifyCode,
  type SignedIn,
} from './commands';
import {
  codeSchema,
  demoPersonSchema,
  emailSchema,
  linkSchema,
  profileSchema,
  resendSchema,
  signOutSchema,
} from './schema';

export const sendCodeAction = defineAction({
  name: 'send-code',
  schema: emailSchema,
  keepsDraft: true,
  run: async ({ email }) => sendCode(email, await currentLocale()),
  goTo: (_, { next }, locale) => paths.signInCode(locale, next),
});

export const resendCodeAction = defineAction({
  name: 'resend-code',
  schema: resendSchema,
  keepsDraft: true,
  run: async () => resendCode(await currentLocale()),
});

export const verifyCodeAction = defineAction({
  name: 'verify-code',
  schema: codeSchema,
  keepsDraft: true,
  run: ({ code }) => verifyCode(code),
  goTo: (value, { next }, locale) => afterSignIn(value, next, locale),
});

export const redeemLinkAction = defineAction({
  name: 'redeem-link',
  schema: linkSchema,
  keepsDraft: true,
  run: ({ tokenHash }) => redeemLink(tokenHash),
  goTo: (value, _, locale) => afterSignIn(value, undefined, locale),
});

export const signInAsAction = defineAction({
  name: 'sign-in-as',
  schema: demoPersonSchema,
  keepsDraft: true,
  run: async ({ email }) => signInAsDemoPerson(email, await currentLocale()),
  goTo: (value, { next }, locale) => afterSignIn(value, next, locale),
});

export const signOutAction = defineAction({
  name: 'sign-out',
  schema: signOutSchema,
  run: ({ scope }) => signOut(scope),
  goTo: (_, __, locale) => paths.home(locale),
});

export const updateProfileAction = defineAction({
  name: 'update-profile',
  schema: profileSchema,
  keepsDraft: true,
  run: updateProfile,
  goTo: (_, { locale, next }) =>
    next ? safeNext(next, locale) : paths.account(locale, { saved: '1' }),
});

// A newcomer gives a name first, or skips it, and then arrives where they wanted to go.
function afterSignIn({ isNew }: SignedIn, next: string | undefined, locale: Locale): string {
  const target = safeNext(next, locale);
  return isNew ? paths.account(locale, { welcome: '1', next: target }) : target;
}
