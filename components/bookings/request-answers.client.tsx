'use client';

import { useRouter } from 'next/navigation';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { FormErrors, useFormState, useIsAnswerAbout } from '@/components/ui/form.client';
import { isAlternatives, type Alternatives } from '@/lib/bookings/model';
import { OtherThings, Shares } from './other-choices';

type RequestAnswersProps = {
  words: { times: string; things: string; split: string; none: string; wait: string };
  /** The time that the address names; an answer about another one is over. */
  address: string;
  /** Where a thing of the pool lives; its slug comes behind, then the query. */
  thingsPath: string;
  /** Where one waits for this thing; the query comes behind. */
  waitingPath: string;
};

/** What came back from asking: why not, other times with one tap each, and similar things. */
export function RequestAnswers(props: RequestAnswersProps) {
  const { words, address, thingsPath, waitingPath } = props;
  const state = useFormState();
  const isCurrent = useIsAnswerAbout(address);
  if (!state || !isCurrent) return null;
  const { value } = state;
  if (!isAlternatives(value)) return <FormErrors />;
  return (
    <div data-invalid tabIndex={-1} className="mb-6 space-y-4 outline-none">
      <FormErrors />
      {value.times.length + value.resources.length === 0 && <p>{words.none}</p>}
      {value.times.length > 0 && (
        <section>
          <h3 className="mb-2 text-base">{words.times}</h3>
          <OtherTimes times={value.times} />
        </section>
      )}
      {value.resources.length > 0 && (
        <section>
          <h3 className="mb-2 text-base">{words.things}</h3>
          <OtherThings {...value} thingsPath={thingsPath} />
        </section>
      )}
      {value.split.length > 0 && (
        <section>
          <h3 className="mb-2 text-base">{words.split}</h3>
          <Shares split={value.split} thingsPath={thingsPath} />
        </section>
      )}
      <LinkButton
        href={`${waitingPath}?${value.query}`}
        variant="quiet"
        icon="clock"
        prefetch={false}
      >
        {words.wait}
      </LinkButton>
    </div>
  );
}

/** Buttons of the form, so that they also work without JavaScript; with it, the page moves along. */
function OtherTimes({ times }: Pick<Alternatives, 'times'>) {
  const router = useRouter();
  return (
    <div className="flex flex-wrap gap-2">
      {times.map(({ startsAt, endsAt, label, query }) => (
        <button
          key={startsAt}
          type="submit"
          name="choose"
          value={`${startsAt}/${endsAt}`}
          onClick={(event) => {
            event.preventDefault();
            router.push(`?${query}`, { scroll: false });
          }}
          className="edged inline-flex min-h-12 pressable items-center gap-2 rounded-full border-[1.5px] border-leaf bg-surface px-4 py-1.5 text-start font-semibold text-leaf hover:bg-leaf-soft"
        >
          <Icon name="calendar" />
          {label}
        </button>
      ))}
    </div>
  );
}
