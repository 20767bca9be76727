'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import {
  install,
  installWay,
  mayAsk,
  neverAgain,
  onInstallChange,
  type InstallWay,
} from '@/lib/platform/pwa/install';
import { Way, type InstallWords } from './way';

type HintProps = {
  /** now: this page is a good moment; again: only for somebody who comes a second time. */
  when: 'now' | 'again';
  words: InstallWords;
};

const onServer = () => 'menu' as const;

/** Offers the app for the home screen, once, where the browser can do it or has to be explained. */
export function InstallHint({ when, words }: HintProps) {
  const way = useSyncExternalStore<InstallWay>(onInstallChange, installWay, onServer);
  const [isGone, setGone] = useState(false);
  if (isGone || (way !== 'prompt' && way !== 'ios') || !mayAsk(when)) return null;
  const end = () => {
    neverAgain();
    setGone(true);
  };
  return (
    <aside
      aria-label={words.title}
      className="edged fixed inset-x-4 bottom-[calc(var(--tab-bar)+1rem)] z-30 mx-auto max-w-md rounded-lg bg-surface p-4 shadow-raised print:hidden"
    >
      <p className="font-semibold">{words.title}</p>
      <div className="mt-1 text-sm text-muted">
        <Way way={way} words={words} />
      </div>
      <div className="mt-3 flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={end}>
          {way === 'ios' ? words.understood : words.no}
        </Button>
        {way === 'prompt' && (
          <Button
            onClick={() => {
              end();
              void install();
            }}
          >
            {words.install}
          </Button>
        )}
      </div>
    </aside>
  );
}
