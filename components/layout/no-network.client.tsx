'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { now } from '@/lib/platform/clock';
import { showsCopy } from '@/lib/platform/pwa/worker-client';

type NoNetworkProps = {
  /** When the server made this page. */
  renderedAt: string;
  tag: string;
  words: { offline: string; asOf: string };
};

/** “No network · as of 14:05”: said whenever what is on screen may be old. */
export function NoNetwork({ renderedAt, tag, words }: NoNetworkProps) {
  const path = usePathname();
  const [at, setAt] = useState<Date | null>(null);

  useEffect(() => {
    let isCopy = false;
    const look = () => {
      setAt(navigator.onLine && !isCopy ? null : new Date(renderedAt));
    };
    void showsCopy().then((answer) => {
      isCopy = answer;
      look();
    });
    look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, [renderedAt, path]);

  if (!at) return null;
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-marigold-soft px-4 py-1.5 text-sm text-marigold-ink print:hidden"
    >
      <Icon name="offline" className="size-5" />
      <span>
        {words.offline} · {words.asOf.replace('{time}', timeOf(at, tag))}
      </span>
    </p>
  );
}

function timeOf(at: Date, tag: string): string {
  const isToday = at.toDateString() === now().toDateString();
  return new Intl.DateTimeFormat(tag, {
    ...(isToday ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
