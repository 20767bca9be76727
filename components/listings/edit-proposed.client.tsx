'use client';

import { useFormState } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';

/** Once a machine has filled the fields: it is a proposal, and nothing is saved yet. */
export function ProposedNote({ text }: { text: string }) {
  const isProposed = useFormState()?.status === 'done';
  return (
    <div role="status" className="empty:hidden">
      {isProposed && <Notice tone="attention">{text}</Notice>}
    </div>
  );
}
