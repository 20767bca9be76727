'use client';

import {
  createContext,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { IDLE, type ActionState, type FieldValue } from '@/lib/platform/forms';
import { OPEN_FORMS, type QueuedForm } from '@/lib/platform/queue/model';
import { KeptNotice } from './kept-notice.client';
import { Notice } from './notice';
import { useQueued, type Queued } from './queued.client';

const FormContext = createContext<ActionState | null>(null);
const QueuedContext = createContext<Queued | null>(null);

/** What the surrounding form knows: values to keep, sentences to show. Null outside an ActionForm. */
export function useFormState(): ActionState | null {
  return useContext(FormContext);
}

/**
 * Whether the form's last answer is about what the page shows now: an error about Saturday says
 * nothing once Sunday is chosen. `address` is the part of the page's address that matters.
 */
export function useIsAnswerAbout(address: string): boolean {
  const attempt = useFormState()?.attempt ?? 0;
  const [seen, setSeen] = useState({ attempt, address });
  if (seen.attempt !== attempt) setSeen({ attempt, address });
  return seen.address === address;
}

type ActionFormProps<T> = {
  action: (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;
  /** `await draftState('name')` on pages whose form may be interrupted by a sign-in. */
  initial?: ActionState<T>;
  children: React.ReactNode;
  /** Shown instead of the fields once it worked. */
  done?: React.ReactNode;
  /** False when the page places `<FormErrors />` itself, nearer to the fields. */
  summary?: boolean;
  /** May wait on this device when there is no network, under this name. */
  queue?: QueuedForm | undefined;
  className?: string;
  id?: string;
};

/**
 * A form on a server action. Children are plain server-rendered fields; they find their value and
 * their error here by name. Works without JavaScript; with it, the focus goes to what is wrong.
 */
export function ActionForm<T>(props: ActionFormProps<T>) {
  const { action, initial, children, done, summary = true, queue, ...rest } = props;
  const form = useRef<HTMLFormElement>(null);
  const { queued, refill, keeping } = useQueued<T>(queue, form);
  const [answer, dispatch] = useActionState(keeping(action), initial ?? IDLE);
  const state = refill ?? answer;
  const handled = useRef(state.attempt);

  useEffect(() => {
    if (state.attempt === handled.current) return;
    handled.current = state.attempt;
    if (state.status !== 'error' && state.status !== 'kept') return;
    const target =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]') ??
      form.current?.querySelector<HTMLElement>('[data-form-error]');
    target?.focus();
  }, [state]);

  if (state.status === 'done' && done) return <div role="status">{done}</div>;
  const stepsBack = queue !== undefined && queued.act !== null && !OPEN_FORMS.includes(queue);
  return (
    <QueuedContext value={queued}>
      {stepsBack && <KeptNotice {...queued} />}
      <form ref={form} action={dispatch} noValidate hidden={stepsBack} {...rest}>
        <FormContext value={state}>
          {summary && <FormErrors />}
          {children}
        </FormContext>
      </form>
    </QueuedContext>
  );
}

/** What went wrong, in one sentence; or that it is kept, and not sent yet. */
export function FormErrors() {
  const state = useFormState();
  const queued = useContext(QueuedContext);
  return (
    <div role="alert" tabIndex={-1} data-form-error className="outline-none empty:hidden">
      {queued?.act && OPEN_FORMS.includes(queued.act.form) && (
        <div className="mb-5">
          <KeptNotice {...queued} />
        </div>
      )}
      {state?.error && (
        <div className="mb-5">
          <Notice tone="refused">{state.error.message}</Notice>
        </div>
      )}
    </div>
  );
}

export type FieldFrame = {
  id: string;
  error: string | undefined;
  /** What was typed before, else what the page gave. */
  value: FieldValue | undefined;
  /** For controls that React does not refill after a form reset: remount them per answer. */
  attempt: number;
  aria: { 'aria-invalid': true | undefined; 'aria-describedby': string | undefined };
};

/** Wires a control to its label, hint and error. */
export function useField(
  name: string,
  given: FieldValue | undefined,
  hasHint: boolean,
): FieldFrame {
  const id = useId();
  const state = useFormState();
  const error = state?.fieldErrors[name];
  const described = [hasHint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    error,
    value: state && Object.hasOwn(state.values, name) ? state.values[name] : given,
    attempt: state?.attempt ?? 0,
    aria: {
      'aria-invalid': error ? true : undefined,
      'aria-describedby': described || undefined,
    },
  };
}
