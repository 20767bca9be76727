'use client';

import './globals.css';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LOCALES, toLocale } from '@/lib/platform/i18n/locales';

type Words = { faultTitle: string; faultText: string; retry: string };

/** The layout itself failed. Words are fetched here, so that no other page carries them. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const [words, setWords] = useState<Words | null>(null);
  const locale = toLocale(
    typeof window === 'undefined' ? undefined : window.location.pathname.split('/')[1],
  );

  useEffect(() => {
    let isHere = true;
    void import(`@/messages/${locale}/common.json`).then(
      ({ default: { state, action } }: CommonFile) => {
        if (isHere) setWords({ ...state, retry: action.retry });
      },
    );
    return () => {
      isHere = false;
    };
  }, [locale]);

  return (
    <html lang={LOCALES[locale].lang} dir={LOCALES[locale].dir}>
      <body>
        {words && (
          <main role="alert" className="mx-auto max-w-sm space-y-4 px-4 py-20 text-center">
            <h1 className="text-xl">{words.faultTitle}</h1>
            <p className="text-muted">{words.faultText}</p>
            <Button onClick={retry} icon="refresh">
              {words.retry}
            </Button>
          </main>
        )}
      </body>
    </html>
  );
}

type CommonFile = {
  default: { state: Pick<Words, 'faultTitle' | 'faultText'>; action: Pick<Words, 'retry'> };
};
