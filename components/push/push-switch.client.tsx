'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { usePush } from './use-push.client';

export type PushSwitchWords = Record<
  'turnOn' | 'turnOff' | 'isOn' | 'denied' | 'install' | 'unsupported' | 'failed',
  string
>;

type PushSwitchProps = {
  pushKey: string;
  /** Whether our server knows this browser; it may have been taken off from another. */
  isKnown: boolean;
  words: PushSwitchWords;
};

/** On and off for the device one holds; where it cannot be, the reason and the way. */
export function PushSwitch({ pushKey, isKnown, words }: PushSwitchProps) {
  const router = useRouter();
  const {
    state: found,
    isBusy,
    turnOn,
    turnOff,
  } = usePush(pushKey, words.failed, () => {
    router.refresh();
  });
  const state = found === 'on' && !isKnown ? 'off' : found;
  return (
    // why the height: the browser answers after the page is there, and nothing should jump
    <div className="min-h-13" aria-live="polite">
      {state === 'on' && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="flex items-center gap-2 font-semibold text-leaf">
            <Icon name="check" className="size-5" />
            {words.isOn}
          </p>
          <Button variant="ghost" size="small" disabled={isBusy} onClick={() => void turnOff()}>
            {words.turnOff}
          </Button>
        </div>
      )}
      {state === 'off' && (
        <Button variant="quiet" icon="bell" disabled={isBusy} onClick={() => void turnOn()}>
          {words.turnOn}
        </Button>
      )}
      {state === 'denied' && <Notice tone="attention">{words.denied}</Notice>}
      {(state === 'install' || state === 'unsupported') && <Notice>{words[state]}</Notice>}
    </div>
  );
}
