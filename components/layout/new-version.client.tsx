'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { whenNewVersion } from '@/lib/platform/pwa/worker-client';

/** Asks before a new version takes over; a half-filled form is nobody's to reload. */
export function NewVersion({ words }: { words: { text: string; load: string; later: string } }) {
  const [takeOver, setTakeOver] = useState<(() => void) | null>(null);
  const [isTaking, setTaking] = useState(false);
  useEffect(() => {
    void whenNewVersion((accept) => {
      setTakeOver(() => accept);
    });
  }, []);
  if (!takeOver) return null;
  return (
    <aside
      aria-live="polite"
      className="edged fixed inset-x-4 bottom-[calc(var(--tab-bar)+1rem)] z-40 mx-auto flex max-w-md flex-wrap items-center gap-2 rounded-lg bg-surface px-4 py-3 shadow-raised print:hidden"
    >
      <p className="min-w-40 grow text-sm">{words.text}</p>
      <Button
        variant="ghost"
        onClick={() => {
          setTakeOver(null);
        }}
      >
        {words.later}
      </Button>
      <Button
        aria-busy={isTaking}
        onClick={() => {
          if (isTaking) return;
          setTaking(true);
          takeOver();
        }}
      >
        {words.load}
      </Button>
    </aside>
  );
}
