import { isLocale, LOCALES, type Locale } from './locales';

/** What a screen reader should speak for a stored language, ours or not: "de" for de-einfach. */
export function spokenIn(code: string): string {
  return isLocale(code) ? LOCALES[code].lang : code;
}

/** A language's name for a reader: "German"; Einfache Sprache and its like keep their own. */
export function languageName(code: string, reader: Locale): string {
  if (isLocale(code) && LOCALES[code].lang !== code) return LOCALES[code].name;
  return new Intl.DisplayNames([LOCALES[reader].tag], { type: 'language' }).of(code) ?? code;
}
