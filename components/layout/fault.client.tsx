'use client';

import { useEffect } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { useFaultWords } from './words.client';

type FaultProps = { error: unknown; retry: () => void; homeHref: string };

/** What error.tsx shows: what happened, that nothing is lost, and the way on. */
export function Fault({ error, retry, homeHref }: FaultProps) {
  const words = useFaultWords();
  useEffect(() => {
    console.error(error);
  }, [error]);
  if (!words) return null;
  return (
    <div role="alert" className="mx-auto max-w-sm space-y-4 py-14 text-center">
      <h1 className="text-xl">{words.title}</h1>
      <p className="text-muted">{words.text}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <Button onClick={retry} icon="refresh">
          {words.retry}
        </Button>
        <LinkButton href={homeHref} variant="ghost">
          {words.home}
        </LinkButton>
      </div>
    </div>
  );
}
