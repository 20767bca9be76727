import 'server-only';
import type { Json } from '../platform/db/types.gen';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { formInput } from '../platform/forms';
import { ok, type Result } from '../platform/result';
import { requestSchema } from '../bookings/schema';
import type { QuoteWords } from './model';
import { findQuoteInWords } from './queries/quote';
import type { BorrowersInput, CopyInput, PricesInput } from './schema/form';

/** One intent of the database each; what they refuse stands in docs/api.md. */

export async function setPrices({ scope, id, prices }: PricesInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const set = resultOf(
    // why the cast: what the schema built is plain JSON, which its type does not say
    await db.rpc('set_prices', { p_scope: scope, p_id: id, p_prices: prices as Json }),
  );
  return set.ok ? ok(undefined) : set;
}

export async function copyPrices({
  fromResourceId,
  toResourceId,
}: CopyInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const copied = resultOf(
    await db.rpc('copy_prices', {
      p_from_resource_id: fromResourceId,
      p_to_resource_id: toResourceId,
    }),
  );
  return copied.ok ? ok(undefined) : copied;
}

/** One after the other: the first refusal ends it, and what was said before it stands. */
export async function assignGroups({ ownerId, changes }: BorrowersInput): Promise<Result<number>> {
  const db = await serverDb();
  for (const { organisationId, group } of changes) {
    const assigned = resultOf(
      await db.rpc('assign_price_group', {
        p_owner_id: ownerId,
        p_organisation_id: organisationId,
        ...(group ? { p_group: group } : {}),
      }),
    );
    if (!assigned.ok) return assigned;
  }
  return ok(changes.length);
}

/** What the request form, as it is filled in now, would cost; null while it says too little. */
export async function quoteForm(form: FormData): Promise<QuoteWords | null> {
  const wish = requestSchema.safeParse(formInput(form));
  if (!wish.success) return null;
  const { zone, organisationId, ...rest } = wish.data;
  return findQuoteInWords({ ...rest, organisationId: organisationId ?? null }, zone);
}
