import type { ErrorCode } from './errors';

/**
 * What a form sends and gets back: plain data, so that it works with and without JavaScript.
 * Islands import this file; it must stay free of zod (form-schema.ts has what needs it).
 */

export type FieldValue = string | string[];
export type FieldValues = Record<string, FieldValue>;

export type FormError = {
  code: ErrorCode;
  /** The sentence, in the person's language. */
  message: string;
  field?: string;
};

export type ActionState<T = unknown> = {
  status: 'idle' | 'error' | 'done' | 'kept';
  /** Grows with every answer, so that the same error twice is noticed twice. */
  attempt: number;
  /** What was typed, to fill the form again. */
  values: FieldValues;
  error?: FormError;
  /** Sentences by field name. */
  fieldErrors: Record<string, string>;
  value?: T;
  /** Photos that were chosen before, where the form is filled again from the queue. */
  files?: Record<string, File[]>;
  /** It waits on this device under this id until there is network. */
  kept?: string;
  /** Comes from the queue: nobody stands at a form, so `goTo` is told instead of gone to. */
  isReplay?: true;
  goTo?: string;
};

/** What an action is called with when the queue sends a form again (app/api/queue). */
export const REPLAY: ActionState<never> = {
  status: 'idle',
  attempt: 0,
  values: {},
  fieldErrors: {},
  isReplay: true,
};

export const IDLE: ActionState<never> = { status: 'idle', attempt: 0, values: {}, fieldErrors: {} };

/** Text by field name; a name that occurs twice becomes a list. Files and Next's own fields stay out. */
export function typedValues(form: FormData): FieldValues {
  const values: FieldValues = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue;
    const texts = form.getAll(key).filter((entry) => typeof entry === 'string');
    if (texts.length > 1) values[key] = texts;
    else if (texts[0] !== undefined) values[key] = texts[0];
  }
  return values;
}

/** What a schema parses: an empty field counts as not given; files come through as they are. */
export function formInput(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue;
    const entries = form.getAll(key).filter((entry) => entry !== '' && !isEmptyFile(entry));
    if (entries.length > 0) input[key] = entries.length > 1 ? entries : entries[0];
  }
  return input;
}

function isEmptyFile(entry: FormDataEntryValue): boolean {
  return typeof entry !== 'string' && entry.size === 0;
}
