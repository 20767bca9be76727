'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { install, installWay, onInstallChange, type InstallWay } from '@/lib/platform/pwa/install';
import { Way, type InstallWords } from './way';

const onServer = () => 'menu' as const;

/** The same for whoever looks for it: in the account, at any time. */
export function InstallPart({ words }: { words: InstallWords }) {
  const way = useSyncExternalStore<InstallWay>(onInstallChange, installWay, onServer);
  return (
    <>
      <div className="max-w-prose text-muted">
        <Way way={way} words={words} />
      </div>
      {way === 'prompt' && (
        <div className="mt-4">
          <Button icon="download" onClick={() => void install()}>
            {words.install}
          </Button>
        </div>
      )}
    </>
  );
}
