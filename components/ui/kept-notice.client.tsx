'use client';

import { dayInWords, dayOfAct, PLAIN_FORMS, type QueuedAct } from '@/lib/platform/queue/model';
import { Button } from './button';
import { Notice } from './notice';
import { useQueueGround } from './queue-ground.client';

type KeptNoticeProps = { act: QueuedAct | null; change: () => void; drop: () => void };

/** Where the form stood: it is not sent yet, and still one's own to change or to drop. */
export function KeptNotice({ act, change, drop }: KeptNoticeProps) {
  const ground = useQueueGround();
  if (!act || !ground) return null;
  const { words, tag } = ground;
  const day = dayOfAct(act);
  return (
    <div role="status" className="grow basis-full">
      <Notice
        tone="attention"
        title={day ? `${words.notSent} · ${dayInWords(day, tag)}` : words.notSent}
        action={
          <>
            {!PLAIN_FORMS.includes(act.form) && (
              <Button size="small" variant="quiet" onClick={change}>
                {words.change}
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={drop}>
              {words.drop}
            </Button>
          </>
        }
      >
        {act.refusal?.error.message ?? (act.state === 'stopped' ? words.stopped : words.waits)}
      </Notice>
    </div>
  );
}
