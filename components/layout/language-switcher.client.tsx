'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense, type ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { LOCALE_CODES, LOCALES, type Locale } from '@/lib/platform/i18n/locales';
import { inLocale } from '@/lib/platform/paths';

/**
 * Names in their own language, as plain links to this very page. Full page loads on purpose: `lang`,
 * `dir`, fonts and words all change.
 */
export function LanguageLinks({ current }: { current: Locale }) {
  return (
    <Suspense>
      <Links current={current} />
    </Suspense>
  );
}

function Links({ current }: { current: Locale }): ReactNode {
  const path = usePathname();
  const query = useSearchParams().toString();
  const here = query ? `${path}?${query}` : path;
  return (
    <ul className="grid gap-1.5">
      {LOCALE_CODES.map((code) => {
        const { name, lang, dir } = LOCALES[code];
        return (
          <li key={code}>
            <a
              href={inLocale(here, code)}
              hrefLang={lang}
              lang={lang}
              dir={dir}
              aria-current={code === current ? 'true' : undefined}
              className="flex min-h-12 items-center justify-between gap-3 rounded-md px-4 font-medium hover:bg-leaf-soft aria-[current]:bg-leaf-soft aria-[current]:text-leaf-ink"
            >
              {name}
              {code === current && <Icon name="check" />}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
