'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { announce } from '@/lib/platform/announce';
import { paths } from '@/lib/platform/paths';
import type { HintReason } from '@/lib/platform/realtime/hub';
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
    void refreshWhenPossible(reason, () => {
      startTransition(() => {
        router.refresh();
      });
    });
  });
  return null;
}

/**
 * A refresh without network or backend would put an error page in the place of what is being read.
 * An event has just come from the backend; other occasions ask first. Both come back with a hint of
 * their own when they do.
 */
async function refreshWhenPossible(reason: HintReason, refresh: () => void): Promise<void> {
  if (!navigator.onLine) return;
  if (reason !== 'event') {
    const health = await fetch(paths.health, { cache: 'no-store' }).catch(() => null);
    // why read: an answer that nobody reads keeps its connection open, one of the browser's six
    await health?.text().catch(() => '');
    if (!health?.ok) return;
  }
  refresh();
}
