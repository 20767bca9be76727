'use client';

import { useEffect, useState } from 'react';
import { toast } from '@/lib/platform/announce';
import { pushState, turnOffPush, turnOnPush, type PushState } from '@/lib/platform/push/client';

type Push = {
  /** Null until the browser has answered. */
  state: PushState | null;
  isBusy: boolean;
  turnOn: () => Promise<void>;
  turnOff: () => Promise<void>;
};

/** How push stands in this browser, and the two presses that change it. */
export function usePush(key: string, failed: string, changed: (state: PushState) => void): Push {
  const [state, setState] = useState<PushState | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    let isGone = false;
    void pushState(key)
      .catch((): PushState => 'unsupported')
      .then((found) => {
        if (!isGone) setState(found);
      });
    return () => {
      isGone = true;
    };
  }, [key]);

  async function change(act: () => Promise<PushState>): Promise<void> {
    setBusy(true);
    try {
      const now = await act();
      setState(now);
      changed(now);
    } catch {
      toast(failed);
    } finally {
      setBusy(false);
    }
  }

  return {
    state,
    isBusy,
    turnOn: () => change(() => turnOnPush(key)),
    turnOff: () => change(() => turnOffPush().then(() => 'off')),
  };
}
