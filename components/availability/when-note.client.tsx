'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormState } from '@/components/ui/form.client';
import { flawOf, periodOf, readWhen, type When } from '@/lib/availability/model';
import { formatPeriod } from '@/lib/platform/date-format';
import type { Locale } from '@/lib/platform/i18n/locales';

type WhenNoteProps = { given: When | null; locale: Locale; zone: string };

/** The time that the surrounding form asks for, in words, as it is being chosen. */
export function WhenNote({ given, locale, zone }: WhenNoteProps) {
  const attempt = useFormState()?.attempt ?? 0;
  const address = given ? JSON.stringify(given) : '';
  const [text, setText] = useState(() => inWords(given, locale, zone));
  const place = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    function read() {
      if (form) setText(inWords(readWhen(textsOf(new FormData(form))), locale, zone));
    }
    // The fields have taken over a new address or answer by now; later on they say so themselves.
    read();
    form.addEventListener('input', read);
    return () => {
      form.removeEventListener('input', read);
    };
  }, [attempt, address, locale, zone]);

  return (
    <p
      ref={place}
      className="w-max max-w-32 shrink-0 grow-0! text-sm leading-tight font-semibold text-balance empty:hidden min-[380px]:max-w-44"
    >
      {text}
    </p>
  );
}

function textsOf(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function inWords(when: When | null, locale: Locale, zone: string): string {
  const period = when && periodOf(when, zone);
  return period && !flawOf(period) ? formatPeriod(period, locale, zone) : '';
}
