'use client';

import type { ReactNode } from 'react';
import { useQueueGround } from '@/components/ui/queue-ground.client';
import { isOpen, type QueuedAct } from '@/lib/platform/queue/model';
import { useActs } from '@/lib/platform/queue/use-acts';
import { UnsentCard, type CardWords } from './unsent-card.client';

type UnsentListProps = {
  words: CardWords & { parts: Record<'waiting' | 'stopped' | 'sent', string> };
  empty: ReactNode;
};

/** First what needs somebody, then what goes by itself, last what has gone. */
export function UnsentList({ words, empty }: UnsentListProps) {
  const ground = useQueueGround();
  const acts = useActs();
  if (!ground) return null;
  const parts = [
    { title: words.parts.stopped, acts: acts.filter(({ state }) => state === 'stopped') },
    {
      title: words.parts.waiting,
      acts: acts.filter((act) => isOpen(act) && act.state !== 'stopped'),
    },
    { title: words.parts.sent, acts: acts.filter(({ state }) => state === 'sent') },
  ].filter((part) => part.acts.length > 0);
  return (
    <>
      {!acts.some(isOpen) && <div className="mb-8">{empty}</div>}
      {parts.map(({ title, acts }) => (
        <section key={title} className="mb-8">
          <h2 className="mb-2.5 text-base text-muted">{title}</h2>
          <ul className="space-y-4">
            {acts.map((act: QueuedAct) => (
              <UnsentCard key={act.id} act={act} ground={ground} words={words} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
