'use client';

import { useRef } from 'react';
import { Input } from '@/components/ui/fields.client';
import { readCode } from '@/lib/account/model';

type CodeFieldProps = { label: string; hint: string };

/** One field for six digits. When they are complete it sends itself, once for each code. */
export function CodeField({ label, hint }: CodeFieldProps) {
  const tried = useRef<string | null>(null);
  return (
    <Input
      name="code"
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus
      required
      dir="ltr"
      maxLength={80}
      className="text-center text-2xl font-semibold tracking-[0.35em] tabular-nums"
      onInput={(event) => {
        const { value, form } = event.currentTarget;
        const code = readCode(value);
        if (code === null || code === tried.current) return;
        tried.current = code;
        form?.requestSubmit();
      }}
    />
  );
}
