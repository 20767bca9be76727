import 'server-only';
import { requestSchema } from '../bookings/schema';
import { formatPeriod } from '../platform/date-format';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import type { Json } from '../platform/db/types.gen';
import { formInput } from '../platform/forms';
import { ok, type Result } from '../platform/result';
import type { VerdictAtTime } from './model/verdict';
import { findVerdictInWords } from './queries/verdict';
import type { CopyInput, TermsInput } from './schema/form';
import { getLocale } from 'next-intl/server';

/** One intent of the database each; what they refuse stands in docs/api.md. */

export async function setTerms(input: TermsInput): Promise<Result<undefined>> {
  const { scope, id, terms, updatedAt } = input;
  const db = await serverDb();
  const set = resultOf(
    await db.rpc('set_terms', {
      p_scope: scope,
      p_id: id,
      // why the cast: what the schema built is plain JSON, which its type does not say
      p_terms: terms as Json,
      ...(updatedAt ? { p_updated_at: updatedAt } : {}),
    }),
  );
  return set.ok ? ok(undefined) : set;
}

export async function copyTerms({
  fromResourceId,
  toResourceId,
}: CopyInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const copied = resultOf(
    await db.rpc('copy_terms', {
      p_from_resource_id: fromResourceId,
      p_to_resource_id: toResourceId,
    }),
  );
  return copied.ok ? ok(undefined) : copied;
}

/** What would come of the request form as it is filled in now; null while it says too little. */
export async function verdictOf(form: FormData): Promise<VerdictAtTime | null> {
  const wish = requestSchema.safeParse(formInput(form));
  if (!wish.success) return null;
  const { resourceId, organisationId = null, period, quantity, zone } = wish.data;
  const [verdict, locale] = await Promise.all([
    findVerdictInWords({ resourceId, organisationId, period, quantity }),
    getLocale(),
  ]);
  return verdict && { ...verdict, time: formatPeriod(period, locale, zone) };
}
