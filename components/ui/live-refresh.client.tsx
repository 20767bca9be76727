'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { useChannel } from '@/lib/platform/realtime/use-channel';

type LiveRefreshProps = {
  /** `pool:<id>`, `organisation:<id>` or `person:<id>`. */
  topic: string;
  /** Which events matter to this page; all when not given. */
  events?: readonly string[];
};

/** Put it on a server page: the page reads itself again when the topic says that something changed. */
export function LiveRefresh({ topic, events }: LiveRefreshProps) {
  const router = useRouter();
  useChannel(topic, events ?? null, () => {
    startTransition(() => {
      router.refresh();
    });
  });
  return null;
}
