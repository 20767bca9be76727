'use client';

import { useEffect, useEffectEvent } from 'react';

const DEBOUNCE_MS = 150;

/**
 * Calls `onHint` when something on the topic may have changed: on the named events (null: on all), on
 * every (re)subscription, when the page becomes visible and when the network returns. Several hints
 * within 150 ms are one; a hidden page waits until it is looked at.
 */
export function useChannel(
  topic: string,
  events: readonly string[] | null,
  onHint: () => void,
): void {
  const lookAgain = useEffectEvent(onHint);
  // why a key: callers write the list inline, and a new array each render must not resubscribe.
  const eventKey = events?.join(' ') ?? null;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;
    let isOver = false;

    function hint() {
      if (document.visibilityState === 'hidden') return;
      clearTimeout(timer);
      timer = setTimeout(lookAgain, DEBOUNCE_MS);
    }

    // The library comes after the page is usable, not before.
    const cancelIdle = whenIdle(() => {
      void import('./hub').then(({ listen }) => {
        if (isOver) return;
        stop = listen(topic, {
          events: eventKey === null ? null : eventKey.split(' '),
          onHint: hint,
        });
      });
    });
    document.addEventListener('visibilitychange', hint);
    window.addEventListener('online', hint);
    return () => {
      isOver = true;
      cancelIdle();
      clearTimeout(timer);
      stop?.();
      document.removeEventListener('visibilitychange', hint);
      window.removeEventListener('online', hint);
    };
  }, [topic, eventKey]);
}

// Safari has no requestIdleCallback.
function whenIdle(run: () => void): () => void {
  if (typeof window.requestIdleCallback === 'function') {
    const handle = window.requestIdleCallback(run, { timeout: 2_000 });
    return () => {
      window.cancelIdleCallback(handle);
    };
  }
  const timer = setTimeout(run, 200);
  return () => {
    clearTimeout(timer);
  };
}
