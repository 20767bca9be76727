import 'server-only';
import type { AuthError, User, VerifyOtpParams } from '@supabase/supabase-js';
import { cookies } from 'next/headers';
import { now } from '../platform/clock';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { env } from '../platform/env';
import { toAppError, type AppError } from '../platform/errors';
import type { Locale } from '../platform/i18n/locales';
import { mailsTo, waitForCode } from '../platform/mail/demo-inbox';
import { paths } from '../platform/paths';
import { forgetDevice } from '../platform/push/device';
import { fail, ok, type Result } from '../platform/result';
import { siteUrl } from '../platform/site';
import { isUnnamed, RESEND_AFTER_SECONDS } from './model';
import { findPendingSignIn, listDemoPeople, PENDING_COOKIE } from './queries';

/** Sends a code; new addresses become people. The answer is the same whether one is known or not. */
export async function sendCode(email: string, locale: Locale): Promise<Result<null>> {
  const db = await serverDb();
  const { error } = await db.auth.signInWithOtp({
    email,
    options: {
      shouldCreateUser: true,
      data: { locale },
      emailRedirectTo: await siteUrl(paths.signInConfirm(locale)),
    },
  });
  if (error) return { ok: false, error: explainSending(error) };
  await rememberPending(email);
  return ok(null);
}

/** Once more to the address of the first step; refused while the last mail is still under way. */
export async function resendCode(locale: Locale): Promise<Result<null>> {
  const pending = await findPendingSignIn();
  if (!pending) return fail('NTFND');
  const age = now().getTime() - pending.sentAt.getTime();
  if (age < RESEND_AFTER_SECONDS * 1_000) return fail('RATEL');
  return sendCode(pending.email, locale);
}

export type SignedIn = { isNew: boolean };

/** Trades the code for a session in the cookies. */
export async function verifyCode(code: string): Promise<Result<SignedIn>> {
  const pending = await findPendingSignIn();
  if (!pending) return fail('INPUT', { field: 'code', params: { reason: 'code' } });
  return verify(pending.email, code);
}

/** The same road for a person of the demo; only their mail is read by the machine. */
export async function signInAsDemoPerson(email: string, locale: Locale): Promise<Result<SignedIn>> {
  const inbox = env().DEMO_INBOX_URL;
  const people = await listDemoPeople();
  if (!inbox || !people.some((person) => person.email === email)) return fail('NTFND');
  const known = new Set((await mailsTo(inbox, email)).map(({ ID }) => ID));
  const sent = await sendCode(email, locale);
  if (!sent.ok) return sent;
  const code = await waitForCode(inbox, email, known);
  return code ? verify(email, code) : fail('NETWK', { params: { reason: 'mail' } });
}

/** The link of the same mail, for who reads it on this device. */
export function redeemLink(tokenHash: string): Promise<Result<SignedIn>> {
  return trade({ token_hash: tokenHash, type: 'email' });
}

function verify(email: string, token: string): Promise<Result<SignedIn>> {
  return trade({ email, token, type: 'email' });
}

async function trade(proof: VerifyOtpParams): Promise<Result<SignedIn>> {
  const db = await serverDb();
  const { data, error } = await db.auth.verifyOtp(proof);
  if (error) return { ok: false, error: explainVerifying(error) };
  (await cookies()).delete(PENDING_COOKIE);
  return ok({ isNew: data.user ? await isNewPerson(data.user) : false });
}

async function isNewPerson({ id, email = '' }: User): Promise<boolean> {
  const db = await serverDb();
  const { data } = await db.from('profiles').select('display_name').eq('id', id).maybeSingle();
  if (!data || !isUnnamed(data.display_name, email)) return false;
  const jar = await cookies();
  const isAsked = jar.get(ASKED_COOKIE)?.value === id;
  jar.set(ASKED_COOKIE, id, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 31_536_000 });
  return !isAsked;
}

/** Who skipped the question for a name is not asked at each sign-in. */
const ASKED_COOKIE = 'allmende-name-asked';

async function rememberPending(email: string): Promise<void> {
  const value = Buffer.from(JSON.stringify({ email, at: now().getTime() })).toString('base64url');
  (await cookies()).set(PENDING_COOKIE, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 3_600,
  });
}

function explainSending(error: AuthError): AppError {
  const known = toAppError(error);
  if (known.code === 'RATEL' || error.status === 429) return { code: 'RATEL' };
  if (error.code === 'email_address_invalid' || error.code === 'validation_failed') {
    return { code: 'INPUT', field: 'email', params: { reason: 'email' } };
  }
  // The auth service answers, but its mail does not go out.
  if (error.status !== undefined && error.status >= 500) {
    return { code: 'NETWK', params: { reason: 'mail' } };
  }
  return known;
}

function explainVerifying(error: AuthError): AppError {
  const known = toAppError(error);
  if (known.code === 'NETWK' || known.code === 'RATEL') return known;
  // Wrong, used and expired look alike on purpose.
  return { code: 'INPUT', field: 'code', params: { reason: 'code' } };
}

/** Ends the session on this device, or everywhere. Gone is gone: a dead session is no error. */
export async function signOut(scope: 'local' | 'global'): Promise<Result<null>> {
  // nothing more is told to a device from which somebody went
  await forgetDevice(scope);
  const db = await serverDb();
  const { error } = await db.auth.signOut({ scope });
  const known = error ? toAppError(error) : null;
  if (scope === 'global' && known?.code === 'NETWK') return { ok: false, error: known };
  if (error) await db.auth.signOut({ scope: 'local' });
  return ok(null);
}

type Profile = { displayName: string; locale: Locale };

export async function updateProfile({ displayName, locale }: Profile): Promise<Result<Profile>> {
  const db = await serverDb();
  const answer = await db.rpc('update_profile', { p_display_name: displayName, p_locale: locale });
  const result = resultOf(answer);
  return result.ok ? ok({ displayName, locale }) : result;
}
