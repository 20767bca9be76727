'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/lib/platform/announce';
import { usePush } from './use-push.client';

/** Said no once on this device: nobody asks again, anywhere. The account page still offers it. */
const ANSWERED = 'allmende-push-answered';

export type PushAskWords = Record<'question' | 'yes' | 'no' | 'done' | 'denied' | 'failed', string>;

/** The question at the moment at which it makes sense; nothing where it is answered or makes none. */
export function PushAsk({ pushKey, words }: { pushKey: string; words: PushAskWords }) {
  const isAnswered = useSyncExternalStore(subscribe, readAnswered, () => true);
  const { state, isBusy, turnOn } = usePush(pushKey, words.failed, (now) => {
    if (now === 'off') return;
    if (now === 'on') toast(words.done);
    if (now === 'denied') toast(words.denied);
    answer();
  });
  if (isAnswered || state !== 'off') return null;
  return (
    <Notice
      title={words.question}
      action={
        <>
          <Button size="small" disabled={isBusy} onClick={() => void turnOn()}>
            {words.yes}
          </Button>
          <Button size="small" variant="ghost" onClick={answer}>
            {words.no}
          </Button>
        </>
      }
    />
  );
}

const listeners = new Set<() => void>();

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}

function readAnswered(): boolean {
  return localStorage.getItem(ANSWERED) !== null;
}

function answer(): void {
  localStorage.setItem(ANSWERED, '1');
  for (const tell of listeners) tell();
}
