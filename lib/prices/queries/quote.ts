import 'server-only';
import { z } from 'zod';
import { getViewer } from '../../platform/auth/viewer';
import { resultOf, rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { saysSomething, type Quote, type QuoteWords, type Wish } from '../model';
import { readQuote } from '../schema/quote';
import { quoteInWords } from './words';

const answer = z.object({ price: z.unknown() });

/** What a wish would cost, as the database quotes it; null where it cannot say (yet). */
async function findQuote(wish: Wish): Promise<Quote | null> {
  const { resourceId, organisationId, period, quantity, extras } = wish;
  if (period.end <= period.start) return null;
  const db = await serverDb();
  const result = resultOf(
    await db.rpc('check_booking', {
      p_resource_id: resourceId,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
      p_quantity: quantity,
      p_extras: extras,
      ...(organisationId ? { p_organisation_id: organisationId } : {}),
    }),
  );
  return result.ok ? readQuote(answer.parse(result.value).price) : null;
}

/** The same in words; null where there is nothing to tell. */
export async function findQuoteInWords(wish: Wish, zone: string): Promise<QuoteWords | null> {
  const [quote, db, viewer] = await Promise.all([findQuote(wish), serverDb(), getViewer()]);
  if (!quote || !saysSomething(quote)) return null;
  const thing = rowsOf(
    await db
      .from('resources')
      .select('organisations(name)')
      .eq('id', wish.resourceId)
      .maybeSingle(),
  );
  const owner = thing?.organisations.name ?? '';
  return quoteInWords(quote, { owner, zone, isSignedIn: viewer !== null });
}
