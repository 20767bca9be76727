'use client';

import { createContext, useContext, type ReactNode } from 'react';
import type { QueuedForm } from '@/lib/platform/queue/model';

/** The words of what is not sent yet: said without network, so they are on every page beforehand. */
export type QueueWords = Record<
  | 'notSent'
  | 'waits'
  | 'stopped'
  | 'change'
  | 'drop'
  | 'see'
  | 'count'
  | 'sent'
  | 'refused'
  | 'noPlace',
  string
> & { forms: Record<QueuedForm, string> };

type Ground = {
  /** Who writes; empty for a passer-by, for whom nothing is kept. */
  person: string;
  locale: string;
  /** For Intl. */
  tag: string;
  words: QueueWords;
};

const GroundContext = createContext<Ground | null>(null);

export function QueueGround({ ground, children }: { ground: Ground; children: ReactNode }) {
  return <GroundContext value={ground}>{children}</GroundContext>;
}

export function useQueueGround(): Ground | null {
  return useContext(GroundContext);
}
