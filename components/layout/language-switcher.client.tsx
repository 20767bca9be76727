'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { LOCALE_CODES, LOCALES, type Locale } from '@/lib/platform/i18n/locales';
import { inLocale } from '@/lib/platform/paths';

/**
 * Names in their own language, as plain links to this very page. Full page loads on purpose: `lang`,
 * `dir`, fonts and words all change.
 */
type LanguageLinksProps = {
  current: Locale;
  /** In a line instead of one below the other. */ inline?: boolean;
};

/** Whether only this name would make the browser fetch a font; 200 kB for a line of the footer. */
function wantsAnotherFont(code: Locale, current: Locale): boolean {
  const { name, script } = LOCALES[code];
  const isBeyondLatin1 = /[^\p{ASCII}\u00a0-\u00ff]/u.test(name);
  return (
    isBeyondLatin1 && code !== current && (script === 'Latn' || script !== LOCALES[current].script)
  );
}

export function LanguageLinks({ current, inline = false }: LanguageLinksProps): ReactNode {
  const path = usePathname();
  const query = useSearchParams().toString();
  const here = query ? `${path}?${query}` : path;
  return (
    <ul className={inline ? 'flex flex-wrap gap-x-1' : 'grid grid-cols-1 gap-1.5'}>
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
              className={cn(
                'flex items-center justify-between gap-3 rounded-md hover:bg-leaf-soft aria-[current]:text-leaf-ink',
                wantsAnotherFont(code, current) && 'font-system',
                inline
                  ? 'min-h-11 px-2 text-sm'
                  : 'min-h-12 px-4 font-medium aria-[current]:bg-leaf-soft',
              )}
            >
              {name}
              {code === current && !inline && <Icon name="check" />}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
