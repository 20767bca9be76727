'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Picture } from '@/components/pictures/picture';
import { Icon } from '@/components/ui/icon';
import { FormErrors, useFormState, useIsAnswerAbout } from '@/components/ui/form.client';
import { isAlternatives, type Alternatives } from '@/lib/bookings/model';

type RequestAnswersProps = {
  words: { times: string; things: string; none: string };
  /** The time that the address names; an answer about another one is over. */
  address: string;
  /** Where a thing of the pool lives; its slug comes behind, then the query. */
  thingsPath: string;
};

/** What came back from asking: why not, other times with one tap each, and similar things. */
export function RequestAnswers({ words, address, thingsPath }: RequestAnswersProps) {
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

type OtherThingsProps = Pick<Alternatives, 'resources' | 'query'> & { thingsPath: string };

function OtherThings({ resources, query, thingsPath }: OtherThingsProps) {
  return (
    <ul className="space-y-2">
      {resources.map(({ slug, title, kind, picture, organisationName }) => (
        <li key={slug}>
          <Link
            href={`${thingsPath}${slug}?${query}`}
            prefetch={false}
            className="edged flex pressable items-center gap-3 overflow-hidden rounded-lg bg-surface pe-3 shadow-card hover:shadow-raised"
          >
            <span className="w-24 shrink-0 bg-sunken">
              <Picture name={picture} kind={kind} />
            </span>
            <span className="min-w-0 grow py-2">
              <bdi className="line-clamp-2 leading-snug font-semibold">{title}</bdi>
              <bdi className="block truncate text-sm text-muted">{organisationName}</bdi>
            </span>
            <Icon name="chevron" className="text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
