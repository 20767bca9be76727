'use client';

import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import { useQueueGround } from '@/components/ui/queue-ground.client';
import { toast } from '@/lib/platform/announce';
import { LEAVING } from '@/lib/platform/queue/leaving';
import { isOpen } from '@/lib/platform/queue/model';
import { useActs } from '@/lib/platform/queue/use-acts';

type Words = Record<'title' | 'text' | 'look' | 'anyway' | 'noNetwork', string>;
type GuardProps = { words: Words; children: ReactNode };

/** Around the forms that sign out: what is not sent yet would be lost, so that is asked first. */
export function SignOutGuard({ words, children }: GuardProps) {
  const ground = useQueueGround();
  const unsent = useActs().filter(isOpen).length;
  const [asked, setAsked] = useState<HTMLFormElement | null>(null);

  function leave(event: SubmitEvent) {
    if (!ground) return;
    if (!navigator.onLine) {
      event.preventDefault();
      toast(words.noNetwork);
    } else if (unsent > 0 && !asked && event.target instanceof HTMLFormElement) {
      event.preventDefault();
      setAsked(event.target);
    } else {
      localStorage.setItem(LEAVING, ground.person);
    }
  }

  return (
    <div onSubmitCapture={leave}>
      {children}
      {asked && (
        <div role="alert" className="mt-4">
          <Notice
            tone="attention"
            title={words.title.replace('{count}', String(unsent))}
            action={
              <>
                <a
                  href={`/${ground?.locale ?? ''}/offline/unsent`}
                  className={buttonStyle({ size: 'small' })}
                >
                  {words.look}
                </a>
                <Button
                  size="small"
                  variant="ghost"
                  onClick={() => {
                    asked.requestSubmit();
                  }}
                >
                  {words.anyway}
                </Button>
              </>
            }
          >
            {words.text}
          </Notice>
        </div>
      )}
    </div>
  );
}
