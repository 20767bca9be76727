'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Icon } from '@/components/ui/icon';

/** A whole card that submits the form around it. */
export function PersonButton({ label, children }: { label: string; children: ReactNode }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-label={label}
      aria-disabled={pending}
      aria-busy={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className="edged flex w-full pressable items-center gap-3 rounded-lg bg-surface p-3 shadow-card hover:shadow-raised aria-busy:cursor-progress aria-busy:opacity-70"
    >
      {children}
      <Icon
        name={pending ? 'clock' : 'chevron'}
        className={pending ? 'animate-pulse text-leaf' : 'text-muted'}
      />
    </button>
  );
}
