'use client';

import { useEffect, useId, useRef, useState, useTransition } from 'react';
import { Input } from '@/components/ui/fields.client';
import { followForm } from '@/components/ui/follow-form.client';
import { quoteAction } from '@/lib/prices/actions';
import type { QuoteWords } from '@/lib/prices/model';
import { QuoteTable } from './quote-table';

type LiveQuoteProps = {
  /** For the time in the address; null without one. */
  initial: QuoteWords | null;
  words: { title: string; loading: string; pick: string; choices: string; required: string };
};

/**
 * The price of what the surrounding form says now. Without JavaScript it is the price of the time in
 * the address; with it, it follows every field.
 */
export function LiveQuote({ initial, words }: LiveQuoteProps) {
  const [heard, setHeard] = useState<{ initial: QuoteWords | null; quote: QuoteWords | null }>({
    initial,
    quote: initial,
  });
  const [isPending, startTransition] = useTransition();
  const root = useRef<HTMLElement>(null);
  const titleId = useId();
  // The page read itself anew, for another day: that is what counts now.
  if (heard.initial !== initial) setHeard({ initial, quote: initial });

  useEffect(() => {
    const form = root.current?.closest('form');
    if (!form) return;
    let latest = 0;
    return followForm(form, () => {
      latest += 1;
      const mine = latest;
      startTransition(async () => {
        // without network: no price rather than an old one
        const quote = await quoteAction(new FormData(form)).catch(() => null);
        // an answer that comes late says nothing about what stands there now
        if (mine === latest) setHeard((before) => ({ ...before, quote }));
      });
    });
  }, []);

  const { quote } = heard;
  return (
    <section ref={root} aria-labelledby={titleId} className="space-y-3">
      <h3 id={titleId} className="text-base">
        {words.title}
      </h3>
      {quote && quote.choices.length > 0 && (
        <fieldset className="space-y-3">
          <legend className="mb-1.5 text-sm font-semibold">{words.choices}</legend>
          {quote.choices.map(({ name, label, isRequired }) => (
            <Input
              key={name}
              name={`extra.${name}`}
              label={<bdi>{label}</bdi>}
              hint={isRequired ? words.required : undefined}
              inputMode="numeric"
              pattern="[0-9]*"
              maxLength={5}
              dir="ltr"
              className="max-w-28"
            />
          ))}
        </fieldset>
      )}
      <div
        aria-live="polite"
        aria-busy={isPending}
        className={isPending ? 'opacity-60' : undefined}
      >
        {quote ? <QuoteTable quote={quote} /> : <p className="text-sm text-muted">{words.pick}</p>}
      </div>
    </section>
  );
}
