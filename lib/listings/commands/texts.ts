import 'server-only';
import { getViewer } from '../../platform/auth/viewer';
import { resultOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import type { Locale } from '../../platform/i18n/locales';
import { fail, ok, type Result } from '../../platform/result';
import { canPropose, translator } from '../../platform/translation/translator';
import type { ProposalInput, TextInput } from '../schema';

/** What an owner says in further languages: one intent of the database each, and a machine's help. */

export async function saveText(input: TextInput): Promise<Result<undefined>> {
  const db = await serverDb();
  const saved = resultOf(
    await db.rpc('save_resource_text', {
      p_resource_id: input.resourceId,
      p_locale: input.language,
      p_title: input.title,
      p_description: input.description,
      p_rules: input.rules,
    }),
  );
  return saved.ok ? ok(undefined) : saved;
}

export async function removeText(resourceId: string, language: Locale): Promise<Result<undefined>> {
  const db = await serverDb();
  const removed = resultOf(
    await db.rpc('remove_resource_text', { p_resource_id: resourceId, p_locale: language }),
  );
  return removed.ok ? ok(undefined) : removed;
}

export async function setOriginal(
  resourceId: string,
  language: Locale,
): Promise<Result<undefined>> {
  const db = await serverDb();
  const set = resultOf(
    await db.rpc('set_resource_locale', { p_resource_id: resourceId, p_locale: language }),
  );
  return set.ok ? ok(undefined) : set;
}

export type Proposal = { title: string; description: string; rules: string };

/** Fills what is still empty in the form. Nothing is saved: a person reads it first. */
export async function proposeText(input: ProposalInput): Promise<Result<Proposal>> {
  const viewer = await getViewer();
  if (!viewer) return fail('LOGIN');
  const db = await serverDb();
  // why only its owner's people: a machine's time is paid by somebody
  const { data: original } = await db
    .from('resources')
    .select('locale, title, description, rules, organisations!inner(memberships!inner(person_id))')
    .eq('id', input.resourceId)
    .eq('organisations.memberships.person_id', viewer.id)
    .maybeSingle();
  const machine = translator();
  if (!original) return fail('NTFND');
  if (!machine || !canPropose(original.locale, input.language)) {
    return fail('NETWK', { params: { reason: 'translation' } });
  }
  const typed = { title: input.title, description: input.description, rules: input.rules };
  const missing = (['title', 'description', 'rules'] as const).filter(
    (name) => !typed[name] && original[name],
  );
  if (missing.length === 0) return ok(typed);
  const translated = await machine.translate(
    missing.map((name) => original[name]),
    original.locale,
    input.language,
  );
  if (!translated.ok) return translated;
  const proposed = missing.map((name, n) => [name, (translated.value[n] ?? '').trim()] as const);
  return ok({ ...typed, ...Object.fromEntries(proposed) });
}
