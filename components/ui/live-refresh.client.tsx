'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { announce } from '@/lib/platform/announce';
import { useChannel } from '@/lib/platform/realtime/use-channel';

type LiveRefreshProps = {
  /** `pool:<id>`, `organisation:<id>` or `person:<id>`. */
  topic: string;
  /** Which events matter to this page; all when not given. */
  events?: readonly string[];
  /** Said politely when somebody else's change arrives: `common.state.changed`. */
  announcement?: string;
};

/** Put it on a server page: the page reads itself again when the topic says that something changed. */
export function LiveRefresh({ topic, events, announcement }: LiveRefreshProps) {
  const router = useRouter();
  useChannel(topic, events ?? null, (reason) => {
    if (reason === 'event' && announcement) announce(announcement);
    // why: without network a refresh would end in the browser's own error page; the network's return
    // is a hint of its own.
    if (!navigator.onLine) return;
    startTransition(() => {
      router.refresh();
    });
  });
  return null;
}
