import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Period } from '../../platform/dates';
import { resultOf, rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { errorSentence } from '../../platform/error-words';
import { OWN_FIELDS, type Decision, type OwnField, type VerdictWords } from '../model/verdict';
import { readVerdict } from '../schema/verdict';
import { findRules } from './rules';

export type Wish = {
  resourceId: string;
  /** Null: nobody is signed in, or for nobody yet; then only what holds for everybody is told. */
  organisationId: string | null;
  period: Period;
  quantity: number;
};

/** What would happen if somebody asked for this, in words; null where the database cannot say. */
export async function findVerdictInWords(wish: Wish): Promise<VerdictWords | null> {
  const { resourceId, organisationId, period, quantity } = wish;
  if (period.end <= period.start) return null;
  const db = await serverDb();
  const [result, thing] = await Promise.all([
    db.rpc('check_booking', {
      p_resource_id: resourceId,
      p_starts_at: period.start.toISOString(),
      p_ends_at: period.end.toISOString(),
      p_quantity: quantity,
      ...(organisationId ? { p_organisation_id: organisationId } : {}),
    }),
    db.from('resources').select('organisations(name)').eq('id', resourceId).maybeSingle(),
  ]);
  const checked = resultOf(result);
  if (!checked.ok) return null;
  const owner = rowsOf(thing)?.organisations.name ?? '';
  const verdict = await verdictInWords(checked.value, owner);
  if (!verdict?.isFine || verdict.isInstant) return verdict;
  // who asks where requests compete holds nothing, and is not told otherwise
  const competes = (await findRules(resourceId))?.requestMode === 'compete';
  const t = await getTranslations('terms.verdict');
  return competes ? { ...verdict, lines: [t('why.competes', { owner })] } : verdict;
}

/** What check_booking or preview_booking answered, in words; null where nobody could decide. */
export async function verdictInWords(json: unknown, owner: string): Promise<VerdictWords | null> {
  const { violations, decision } = readVerdict(json);
  const t = await getTranslations('terms.verdict');
  if (violations.length > 0) {
    const lines = await Promise.all(violations.map(errorSentence));
    const of = (wanted: OwnField) => lines.filter((_, i) => violations[i]?.field === wanted);
    return {
      isFine: false,
      isInstant: false,
      title: t('broken', { count: lines.length }),
      lines: [...new Set(lines)],
      atField: Object.fromEntries(OWN_FIELDS.map((field) => [field, of(field)])),
    };
  }
  return decision && (await decisionInWords(decision, owner));
}

async function decisionInWords(
  { by, reason, params }: Decision,
  owner: string,
): Promise<VerdictWords> {
  const t = await getTranslations('terms.verdict');
  return {
    isFine: true,
    isInstant: by !== 'approver',
    title: by === 'approver' ? t('ask', { owner }) : t('instant'),
    atField: {},
    lines: [t(`why.${reason}`, { owner, missing: '', min_clean_returns: 0, ...params })],
  };
}
