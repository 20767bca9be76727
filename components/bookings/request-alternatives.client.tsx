'use client';

import Link from 'next/link';
import { Picture } from '@/components/pictures/picture';
import { Icon } from '@/components/ui/icon';
import { useFormState } from '@/components/ui/form.client';
import { isAlternatives } from '@/lib/bookings/model';

type RequestAlternativesProps = {
  words: { times: string; things: string; none: string };
  /** Where a thing of the pool lives; its slug comes behind, then the query. */
  thingsPath: string;
};

/** After a conflict: other times, one tap each, and similar things that are free then. */
export function RequestAlternatives({ words, thingsPath }: RequestAlternativesProps) {
  const state = useFormState();
  if (!state || !isAlternatives(state.value)) return null;
  const { times, resources, query } = state.value;
  if (times.length + resources.length === 0) return <p className="mb-5">{words.none}</p>;
  return (
    <div className="mb-6 space-y-4">
      {times.length > 0 && (
        <section>
          <h3 className="mb-2 text-base">{words.times}</h3>
          <div className="flex flex-wrap gap-2">
            {times.map(({ startsAt, endsAt, label }) => (
              <button
                key={startsAt}
                type="submit"
                name="choose"
                value={`${startsAt}/${endsAt}`}
                className="edged inline-flex min-h-12 pressable items-center gap-2 rounded-full border-[1.5px] border-leaf bg-surface px-4 py-1.5 text-start font-semibold text-leaf hover:bg-leaf-soft"
              >
                <Icon name="calendar" />
                {label}
              </button>
            ))}
          </div>
        </section>
      )}
      {resources.length > 0 && (
        <section>
          <h3 className="mb-2 text-base">{words.things}</h3>
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
                    <bdi className="block truncate font-semibold">{title}</bdi>
                    <bdi className="block truncate text-sm text-muted">{organisationName}</bdi>
                  </span>
                  <Icon name="chevron" className="text-muted" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
