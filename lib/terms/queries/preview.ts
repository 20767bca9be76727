import 'server-only';
import { z } from 'zod';
import type { Period } from '../../platform/dates';
import { resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import type { PriceGroup, Quote } from '../../prices/model';
import { readQuote } from '../../prices/schema/quote';
import type { VerdictWords } from '../model/verdict';
import { verdictInWords } from './verdict';

type Look = { resourceId: string; group: PriceGroup; period: Period; owner: string };
type Seen = { verdict: VerdictWords | null; quote: Quote | null };

const priced = z.object({ price: z.unknown() });

/** What somebody of a price group would be told about a time; null where the database cannot say. */
export async function findPreview({
  resourceId,
  group,
  period,
  owner,
}: Look): Promise<Seen | null> {
  const db = await serverDb();
  const seen = resultOf(
    await db.rpc('preview_booking', {
      p_resource_id: resourceId,
      p_group: group,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
    }),
  );
  if (!seen.ok) return null;
  return {
    verdict: await verdictInWords(seen.value, owner),
    quote: readQuote(priced.parse(seen.value).price),
  };
}
