'use client';

import { OtherThings, Shares } from '@/components/bookings/other-choices';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import type { useQueueGround } from '@/components/ui/queue-ground.client';
import { changeHref } from '@/components/ui/queued.client';
import { isAlternatives } from '@/lib/bookings/model';
import { dropAct, keepAct, sendActs } from '@/lib/platform/queue/client';
import {
  dayInWords,
  dayOfAct,
  isOpen,
  PLAIN_FORMS,
  type QueuedAct,
} from '@/lib/platform/queue/model';

export type CardWords = Record<
  'written' | 'sendNow' | 'gone' | 'times' | 'things' | 'split' | 'wait',
  string
>;

type UnsentCardProps = {
  act: QueuedAct;
  ground: NonNullable<ReturnType<typeof useQueueGround>>;
  words: CardWords;
};

/** One act that waits, was refused, or has gone. Links load fully: the router would need the network. */
export function UnsentCard({ act, ground, words }: UnsentCardProps) {
  const { tag } = ground;
  const day = dayOfAct(act);
  const written = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(act.at));
  return (
    <li
      id={act.id}
      className="edged scroll-mt-24 space-y-3 rounded-lg bg-surface p-4 shadow-card target:outline-2 target:outline-marigold"
    >
      <div>
        <h3 className="text-base leading-snug">
          {ground.words.forms[act.form]} · <bdi>{act.title}</bdi>
        </h3>
        <p className="text-sm text-muted">
          {day && <span className="font-semibold text-ink">{dayInWords(day, tag)} · </span>}
          {words.written.replace('{time}', written)}
        </p>
      </div>
      {act.refusal && (
        <Notice tone="refused">
          {act.refusal.error.message}
          {Object.values(act.refusal.fieldErrors).map(
            (sentence) =>
              sentence !== act.refusal?.error.message && <p key={sentence}>{sentence}</p>,
          )}
        </Notice>
      )}
      <Instead act={act} words={words} />
      <Buttons act={act} ground={ground} words={words} />
    </li>
  );
}

function Buttons({ act, ground, words }: UnsentCardProps) {
  const small = { size: 'small', variant: 'quiet' } as const;
  if (!isOpen(act)) {
    return (
      <div className="flex flex-wrap gap-2.5">
        {act.goTo && (
          <a href={act.goTo} className={buttonStyle(small)} onClick={() => void dropAct(act.id)}>
            {ground.words.see}
          </a>
        )}
        <Button {...small} variant="ghost" onClick={() => void dropAct(act.id)}>
          {words.gone}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-2.5">
      {!PLAIN_FORMS.includes(act.form) && (
        <a href={changeHref(act)} className={buttonStyle(small)}>
          {ground.words.change}
        </a>
      )}
      {act.state === 'stopped' && (
        <Button
          {...small}
          onClick={() =>
            void keepAct({ ...act, state: 'waiting' }).then(() => sendActs(act.person))
          }
        >
          {words.sendNow}
        </Button>
      )}
      <Button {...small} variant="ghost" onClick={() => void dropAct(act.id)}>
        {ground.words.drop}
      </Button>
    </div>
  );
}

/** The same ways out as at the form: other times, similar things, several together, waiting. */
function Instead({ act, words }: Pick<UnsentCardProps, 'act' | 'words'>) {
  const choices = act.refusal?.value;
  if (!isAlternatives(choices)) return null;
  const thing = act.place.split('?')[0] ?? '';
  const thingsPath = thing.slice(0, thing.lastIndexOf('/') + 1);
  return (
    <div className="space-y-4">
      {choices.times.length > 0 && (
        <section>
          <h4 className="mb-2 text-base">{words.times}</h4>
          <div className="flex flex-wrap gap-2">
            {choices.times.map(({ startsAt, label, query }) => (
              <a
                key={startsAt}
                href={`${thing}?${query}`}
                className={buttonStyle({ variant: 'quiet' })}
              >
                <Icon name="calendar" />
                {label}
              </a>
            ))}
          </div>
        </section>
      )}
      {choices.resources.length > 0 && (
        <section>
          <h4 className="mb-2 text-base">{words.things}</h4>
          <OtherThings {...choices} thingsPath={thingsPath} />
        </section>
      )}
      {choices.split.length > 0 && (
        <section>
          <h4 className="mb-2 text-base">{words.split}</h4>
          <Shares split={choices.split} thingsPath={thingsPath} />
        </section>
      )}
      <a href={`${thing}/waiting?${choices.query}`} className={buttonStyle({ variant: 'quiet' })}>
        <Icon name="clock" />
        {words.wait}
      </a>
    </div>
  );
}
