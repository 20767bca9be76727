import type { FieldValues, FormError } from '../forms';

/**
 * What somebody wrote while there was no network, as it waits on their device. Shared by pages and
 * the service worker, so it stays free of both.
 */

/** The forms that may wait; app/api/queue knows the action behind each name. */
export const QUEUED_FORMS = [
  'request-booking',
  'cancel-booking',
  'answer-booking',
  'approve-booking',
  'decline-booking',
  'ask-about-booking',
  'hand-over',
  'take-back',
  'take-back-flawed',
  'no-show',
  'report-damage',
  'list-resource',
] as const;
export type QueuedForm = (typeof QUEUED_FORMS)[number];

/** Why it was not taken, in words, with what would do instead (`value`, as the form's answer has it). */
export type Refusal = {
  error: FormError;
  fieldErrors: Record<string, string>;
  value?: unknown;
};

export type QueuedAct = {
  /** Its idempotency key; the server does it once, however often it arrives. */
  id: string;
  /** Whose it is. Nobody else sees it, and the server takes it from nobody else. */
  person: string;
  form: QueuedForm;
  /** What the page called the thing. */
  title: string;
  /** Id of what it is about: a booking, a thing, an organisation. */
  about: string;
  /** Where it was written, as path and query. */
  place: string;
  locale: string;
  entries: [string, FormDataEntryValue][];
  /** ISO instant. */
  at: string;
  /**
   * sending: its page is at it, or was when it died; waiting: goes out with the next network;
   * stopped: refused, or being changed, and the person's to decide; sent: done, until seen.
   */
  state: 'sending' | 'waiting' | 'stopped' | 'sent';
  /** The window that is sending it. */
  client?: string;
  refusal?: Refusal;
  /** Where the answer stands, once sent. */
  goTo?: string;
};

/** One tap without a word: there is nothing in them to change. */
export const PLAIN_FORMS: readonly QueuedForm[] = ['approve-booking', 'hand-over', 'take-back'];
/** Forms that one fills again and again; the others stand back while what they said waits. */
export const OPEN_FORMS: readonly QueuedForm[] = ['request-booking', 'list-resource'];

/** What the endpoint says about one act. */
export type QueueAnswer =
  | { status: 'done'; goTo: string }
  | ({ status: 'refused' } & Refusal)
  /** Nobody is signed in, or somebody else is. */
  | { status: 'not-yours' }
  /** The backend is away; nothing is decided. */
  | { status: 'later' };

export const QUEUE_PATH = '/api/queue';
/** Says that the post comes from our own pages: no other site may send this header. */
export const QUEUE_HEADERS = { form: 'x-queued-form', person: 'x-queued-person' } as const;

/** What still wants to be sent or decided. What is being sent at this moment is not shown as unsent. */
export function isOpen({ state }: QueuedAct): boolean {
  return state === 'waiting' || state === 'stopped';
}

/** Kept in the worker's list after an answer; null: it goes. */
export function afterAnswer(act: QueuedAct, answer: QueueAnswer): QueuedAct {
  const rest: QueuedAct = { ...act };
  delete rest.refusal;
  delete rest.client;
  switch (answer.status) {
    case 'done':
      // what was typed has arrived, and need not lie here any longer
      return { ...rest, state: 'sent', entries: [], goTo: answer.goTo };
    case 'refused': {
      const { error, fieldErrors, value } = answer;
      return { ...rest, state: 'stopped', refusal: { error, fieldErrors, value } };
    }
    case 'not-yours':
    case 'later':
      return { ...rest, state: 'waiting' };
  }
}

/** What was typed, to fill the form again. */
export function valuesOf({ entries }: Pick<QueuedAct, 'entries'>): FieldValues {
  const values: FieldValues = {};
  for (const [name, entry] of entries) {
    if (typeof entry !== 'string') continue;
    const before = values[name];
    values[name] =
      before === undefined ? entry : [...(Array.isArray(before) ? before : [before]), entry];
  }
  return values;
}

export function filesOf({ entries }: Pick<QueuedAct, 'entries'>, field: string): File[] {
  return entries.flatMap(([name, entry]) =>
    name === field && typeof entry !== 'string' && entry.size > 0 ? [entry] : [],
  );
}

/** The form's entries without Next's own fields, which belong to one build of the app. */
export function entriesOf(form: FormData): [string, FormDataEntryValue][] {
  return [...form.entries()].filter(([name]) => !name.startsWith('$ACTION'));
}

/** A day field, for saying which wish it is. */
export function dayOfAct({ entries }: Pick<QueuedAct, 'entries'>): string | null {
  const day = entries.find(([name]) => name === 'from')?.[1];
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

/** `2027-04-12` → “Mo., 12. Apr.”, for who reads in `tag`. */
export function dayInWords(day: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
