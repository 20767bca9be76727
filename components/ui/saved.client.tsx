'use client';

import { useEffect } from 'react';
import { useFormState } from './form.client';
import { toast } from '@/lib/platform/announce';

/** Says that the form around it was saved; without JavaScript it stands in the form. */
export function Saved({ text }: { text: string }) {
  const state = useFormState();
  const isDone = state?.status === 'done';
  const attempt = state?.attempt;
  useEffect(() => {
    if (isDone) toast(text);
  }, [isDone, attempt, text]);
  return isDone ? (
    <noscript>
      <p className="rounded-lg bg-leaf-soft px-4 py-3 text-leaf-ink">{text}</p>
    </noscript>
  ) : null;
}
