'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useQueueGround } from '@/components/ui/queue-ground.client';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/lib/platform/announce';
import { forgetAll, onQueueChange, sendActs } from '@/lib/platform/queue/client';
import { LEAVING } from '@/lib/platform/queue/leaving';
import { isOpen } from '@/lib/platform/queue/model';
import { useActs, watchActs } from '@/lib/platform/queue/use-acts';

const AGAIN_MS = 30_000;

/** How many are not sent yet, in the frame of every page; and the one place that asks for sending. */
export function Unsent() {
  const ground = useQueueGround();
  const router = useRouter();
  const acts = useActs().filter(isOpen);
  const isWaiting = acts.some(({ state }) => state !== 'stopped');
  const person = ground?.person ?? '';

  useEffect(() => {
    const left = localStorage.getItem(LEAVING);
    if (left && left !== person) void forgetAll(left);
    if (left) localStorage.removeItem(LEAVING);
    return watchActs(person);
  }, [person]);

  useEffect(() => {
    if (!person) return;
    const send = () => {
      if (navigator.onLine && document.visibilityState === 'visible') void sendActs(person);
    };
    send();
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    return () => {
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', send);
    };
  }, [person]);

  // a network that is there and does not answer tells nobody when it is better
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (navigator.onLine) void sendActs(person);
    }, AGAIN_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isWaiting, person]);

  useEffect(() => {
    if (!ground) return;
    return onQueueChange(({ answered }) => {
      for (const { state, title, form } of answered) {
        const words = state === 'sent' ? ground.words.sent : ground.words.refused;
        if (state !== 'waiting')
          toast(words.replace('{title}', `${ground.words.forms[form]} · ${title}`));
      }
      if (answered.some(({ state }) => state === 'sent')) router.refresh();
    });
  }, [ground, router]);

  if (!ground || acts.length === 0) return null;
  return (
    // a full load: what the router would fetch needs the network
    <a
      data-unsent
      href={`/${ground.locale}/offline/unsent`}
      aria-label={ground.words.count.replace('{count}', String(acts.length))}
      className="inline-flex min-h-11 pressable items-center gap-1.5 rounded-full bg-marigold-soft px-3 text-sm font-bold text-marigold-ink tabular-nums"
    >
      <Icon name="send" className="size-5" />
      {acts.length}
    </a>
  );
}
