import 'server-only';
import { refresh, revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { currentLocale, currentPath } from './auth/viewer';
import { dropDraft, keepDraft } from './draft';
import { errorSentence, fieldSentence } from './error-words';
import type { AppError } from './errors';
import { ruleOf } from './form-schema';
import { formInput, typedValues, type ActionState } from './forms';
import type { Locale } from './i18n/locales';
import { log } from './log';
import { paths } from './paths';
import type { Result } from './result';

type Definition<S extends z.ZodType, T> = {
  /** Names the form, for the log and for words kept over a sign-in. */
  name: string;
  schema: S;
  run: (input: z.output<S>) => Promise<Result<T>>;
  /** Other pages whose content changes; the page itself is always read again. */
  touches?: (value: T, input: z.output<S>) => string[];
  /** Where to go when it worked; without it the page stays and its form gets `done`. */
  goTo?: (value: T, input: z.output<S>, locale: Locale) => string;
  /** Form fields that are called otherwise than the backend's, e.g. `{ startsAt: 'from' }`. */
  fields?: Record<string, string>;
  /** What could help when it was refused; comes along as the state's `value`. */
  whenRefused?: (error: AppError, input: z.output<S>) => Promise<T | undefined>;
  /** From the queue: it worked, but not wholly, and sending it once more would mend that. */
  again?: (value: T) => boolean;
  /** Signing in, on the way back to the form whose words are kept. */
  keepsDraft?: boolean;
};

export type Action<T> = (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;

/**
 * A server action for `useActionState`: parse → run → say what happened. Whatever goes wrong, the
 * state brings back everything that was typed; an expired session leads to sign-in and back.
 */
export function defineAction<S extends z.ZodType, T>(definition: Definition<S, T>): Action<T> {
  return async (previous, form) => {
    const values = typedValues(form);
    const attempt = previous.attempt + 1;
    const parsed = definition.schema.safeParse(formInput(form), { reportInput: true });
    if (!parsed.success) {
      return { status: 'error', attempt, values, ...(await explainIssues(parsed.error)) };
    }

    const result = await runSafely(definition, parsed.data);
    if (!result.ok && result.error.code === 'LOGIN' && !previous.isReplay) {
      return signInAgain(definition.name, values);
    }
    if (!result.ok) {
      const explained = await explain(result.error, definition.fields ?? {});
      const value = await definition.whenRefused?.(result.error, parsed.data);
      return { status: 'error', attempt, values, ...explained, ...(value ? { value } : {}) };
    }

    if (previous.isReplay) return replayed(definition, result.value, parsed.data);
    if (!definition.keepsDraft) await dropDraft();
    for (const path of definition.touches?.(result.value, parsed.data) ?? []) revalidatePath(path);
    if (definition.goTo) {
      redirect(definition.goTo(result.value, parsed.data, await currentLocale()));
    }
    refresh();
    return { status: 'done', attempt, values: {}, fieldErrors: {}, value: result.value };
  };
}

async function replayed<S extends z.ZodType, T>(
  { goTo, again }: Definition<S, T>,
  value: T,
  input: z.output<S>,
): Promise<ActionState<T>> {
  const state = { attempt: 1, values: {}, fieldErrors: {}, value };
  if (again?.(value)) {
    const message = await errorSentence({ code: 'NETWK' });
    return { ...state, status: 'error', error: { code: 'NETWK', message } };
  }
  const locale = await currentLocale();
  return { ...state, status: 'done', ...(goTo ? { goTo: goTo(value, input, locale) } : {}) };
}

async function runSafely<S extends z.ZodType, T>(
  { name, run }: Definition<S, T>,
  input: z.output<S>,
): Promise<Result<T>> {
  try {
    return await run(input);
  } catch (error) {
    // Our own bug or a lost backend: the person keeps their words, we keep the trace.
    log.error(`action ${name} failed`, error);
    return { ok: false, error: { code: 'FAULT' } };
  }
}

async function signInAgain(form: string, values: ActionState['values']): Promise<never> {
  await keepDraft(form, values);
  redirect(paths.signIn(await currentLocale(), await currentPath()));
}

type Explained = Pick<ActionState, 'fieldErrors'> & { error: NonNullable<ActionState['error']> };

async function explainIssues(error: z.ZodError): Promise<Explained> {
  const fieldErrors: Record<string, string> = {};
  let first: string | undefined;
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!field || field in fieldErrors) continue;
    fieldErrors[field] = await fieldSentence(ruleOf(issue));
    first ??= field;
  }
  const message = await errorSentence({ code: 'INPUT' });
  return { fieldErrors, error: { code: 'INPUT', message, ...(first ? { field: first } : {}) } };
}

async function explain(error: AppError, names: Record<string, string>): Promise<Explained> {
  const message = await errorSentence(error);
  if (!error.field) return { fieldErrors: {}, error: { code: error.code, message } };
  const field = names[error.field] ?? error.field;
  const atField =
    error.code === 'INPUT'
      ? await fieldSentence({
          rule: String(error.params?.reason ?? 'invalid'),
          params: error.params ?? {},
        })
      : message;
  return { fieldErrors: { [field]: atField }, error: { code: error.code, message, field } };
}
