'use client';

import { useEffect, useEffectEvent } from 'react';
import type { HintReason } from './hub';

const DEBOUNCE_MS = 150;

/**
 * Calls `onHint` when something on the topic may have changed: on the named events (null: on all), on
 * every (re)subscription, when the page becomes visible and when the network returns. Several hints
 * within 150 ms are one; a hidden page waits until it is looked at.
 */
export function useChannel(
  topic: string,
  events: readonly string[] | null,
  onHint: (reason: HintReason) => void,
): void {
  const lookAgain = useEffectEvent(onHint);
  // why a key: callers write the list inline, and a new array each render must not resubscribe.
  const eventKey = events?.join(' ') ?? null;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;
    let isOver = false;

    let reason: HintReason = 'catch-up';

    function hint(why: HintReason) {
      if (why === 'event') reason = why;
      if (document.visibilityState === 'hidden') return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        lookAgain(reason);
        reason = 'catch-up';
      }, DEBOUNCE_MS);
    }

    // The library comes after the page is usable, not before.
    async function connect() {
      try {
        const { listen } = await import('./hub');
        if (isOver || stop) return;
        const events = eventKey === null ? null : eventKey.split(' ');
        const subscription = listen(topic, { events, onHint: hint });
        stop = subscription.stop;
        await subscription.joined;
      } catch {
        // Without network the library itself may not come; catchUp tries again when there is one.
        stop?.();
        stop = undefined;
      }
    }
    const cancelWait = whenSettled(() => {
      void connect();
    });
    const catchUp = () => {
      if (!stop) void connect();
      hint('catch-up');
    };
    document.addEventListener('visibilitychange', catchUp);
    window.addEventListener('online', catchUp);
    return () => {
      isOver = true;
      cancelWait();
      clearTimeout(timer);
      stop?.();
      document.removeEventListener('visibilitychange', catchUp);
      window.removeEventListener('online', catchUp);
    };
  }, [topic, eventKey]);
}

/** The first seconds of a visit belong to who looks and taps; every subscription looks again anyway. */
const FIRST_SECONDS_MS = 4_000;

function whenSettled(run: () => void): () => void {
  let cancelIdle: (() => void) | undefined;
  const timer = setTimeout(
    () => {
      cancelIdle = whenIdle(run);
    },
    Math.max(FIRST_SECONDS_MS - performance.now(), 0),
  );
  return () => {
    clearTimeout(timer);
    cancelIdle?.();
  };
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
