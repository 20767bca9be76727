'use client';

import { useSyncExternalStore } from 'react';
import { listActs, onQueueChange } from './client';
import type { QueuedAct } from './model';

/** What waits on this device, asked of the worker once for all on the page that show it. */

const NOTHING: QueuedAct[] = [];
let acts = NOTHING;
let owner = '';
const listeners = new Set<() => void>();

/** Follows the queue of this person; the frame of the page does it. Returns how to stop. */
export function watchActs(person: string): () => void {
  owner = person;
  const look = () => {
    void listActs(person).then((found) => {
      if (person !== owner) return;
      acts = found.length > 0 ? found : NOTHING;
      for (const tell of listeners) tell();
    });
  };
  look();
  return onQueueChange(look);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}

export function useActs(): QueuedAct[] {
  return useSyncExternalStore(
    subscribe,
    () => acts,
    () => NOTHING,
  );
}
