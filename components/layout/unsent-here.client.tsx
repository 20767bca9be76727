'use client';

import { Icon } from '@/components/ui/icon';
import { useQueueGround } from '@/components/ui/queue-ground.client';
import {
  dayInWords,
  dayOfAct,
  isOpen,
  type QueuedAct,
  type QueuedForm,
} from '@/lib/platform/queue/model';
import { useActs } from '@/lib/platform/queue/use-acts';

/** Among what the server knows: what it does not know yet. */
export function UnsentHere({ forms }: { forms: QueuedForm[] }) {
  const ground = useQueueGround();
  const acts = useActs().filter((act) => forms.includes(act.form) && isOpen(act));
  if (!ground || acts.length === 0) return null;
  const { words, locale, tag } = ground;
  return (
    <section aria-labelledby="unsent" className="mb-6">
      <h2 id="unsent" className="mb-2 flex items-center gap-2 text-base text-marigold-ink">
        <Icon name="send" className="size-5" />
        {words.notSent}
      </h2>
      <ul className="space-y-2">
        {acts.map((act) => (
          <li key={act.id}>
            <a
              href={`/${locale}/offline/unsent#${act.id}`}
              className="flex min-h-14 pressable items-center gap-3 rounded-lg border-[1.5px] border-dashed border-marigold bg-surface px-4 py-2"
            >
              <span className="min-w-0 grow">
                <span className="block font-semibold">
                  {words.forms[act.form]} · <bdi>{act.title}</bdi>
                </span>
                <span className="block text-sm text-muted">{lineOf(act, tag, words.waits)}</span>
              </span>
              <Icon name="chevron" className="text-muted cramped:hidden" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lineOf(act: QueuedAct, tag: string, waits: string): string {
  if (act.refusal) return act.refusal.error.message;
  const day = dayOfAct(act);
  return day ? dayInWords(day, tag) : waits;
}
