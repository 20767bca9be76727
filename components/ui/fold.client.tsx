'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { FormErrors, useFormState } from './form.client';
import { Icon } from './icon';

type FoldProps = {
  id?: string;
  summary: ReactNode;
  children: ReactNode;
};

/**
 * A form that is folded away behind what it is about. Stays open while something is wrong with it,
 * with and without JavaScript, and folds again once it is saved.
 */
export function Fold({ id, summary, children }: FoldProps) {
  const state = useFormState();
  const details = useRef<HTMLDetailsElement>(null);
  // what was typed and is not saved: refused, or kept while somebody signed in again
  const isPending = Object.keys(state?.values ?? {}).length > 0;
  const isDone = state?.status === 'done';
  const attempt = state?.attempt;
  useEffect(() => {
    if (!isDone || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  }, [isDone, attempt]);
  return (
    <details
      ref={details}
      id={id}
      open={isPending ? true : undefined}
      className="group/fold edged scroll-mt-24 rounded-lg bg-surface shadow-card"
    >
      <summary className="flex min-h-14 cursor-pointer items-start gap-3 px-4 py-3">
        <div className="min-w-0 grow">{summary}</div>
        <Icon name="down" className="mt-1 shrink-0 text-muted group-open/fold:rotate-180" />
      </summary>
      <div className="space-y-4 border-t border-line px-4 py-4">
        <FormErrors />
        {children}
      </div>
    </details>
  );
}
