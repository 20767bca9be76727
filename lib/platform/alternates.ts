import type { Metadata } from 'next';
import { LOCALE_CODES, LOCALES, type Locale } from './i18n/locales';

/** The page's one address, and the same page in the other languages. */
export function alternatesOf(locale: Locale, path: (l: Locale) => string): Metadata['alternates'] {
  const languages: Record<string, string> = {};
  for (const code of LOCALE_CODES) languages[LOCALES[code].lang] = path(code);
  return { canonical: path(locale), languages };
}
