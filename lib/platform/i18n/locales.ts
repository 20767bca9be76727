/**
 * The one table of languages. A new one is a row here and a folder in messages/
 * (see docs/design-system.md).
 */
type LocaleInfo = {
  /** The language's name in itself, for the switcher. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** For Intl: dates, numbers, plurals, sorting. */
  tag: string;
  /** For the html element: what a screen reader should speak. */
  lang: string;
  script: 'Latn' | 'Cyrl' | 'Arab';
  /** Monday 1 … Sunday 7. why: Intl.Locale's weekInfo is missing in Firefox and in Node 20's ICU. */
  firstWeekday: number;
};

const table = {
  de: { name: 'Deutsch', dir: 'ltr', tag: 'de-DE', lang: 'de', script: 'Latn', firstWeekday: 1 },
  // why the German tag: dates and numbers are the German ones; only the words differ. `simple` is the
  // registered subtag for a simplified form of a language (BCP 47)
  'de-einfach': {
    name: 'Einfache Sprache',
    dir: 'ltr',
    tag: 'de-DE',
    lang: 'de-simple',
    script: 'Latn',
    firstWeekday: 1,
  },
  en: { name: 'English', dir: 'ltr', tag: 'en-GB', lang: 'en', script: 'Latn', firstWeekday: 1 },
  // why Syria, Latin digits and 24 hours: prices and clocks in the district are written so, and most who read
  // Arabic there know the Levant's names of months
  ar: {
    name: 'العربية',
    dir: 'rtl',
    tag: 'ar-SY-u-hc-h23-nu-latn',
    lang: 'ar',
    script: 'Arab',
    firstWeekday: 6,
  },
  uk: { name: 'Українська', dir: 'ltr', tag: 'uk-UA', lang: 'uk', script: 'Cyrl', firstWeekday: 1 },
  ru: { name: 'Русский', dir: 'ltr', tag: 'ru-RU', lang: 'ru', script: 'Cyrl', firstWeekday: 1 },
  tr: { name: 'Türkçe', dir: 'ltr', tag: 'tr-TR', lang: 'tr', script: 'Latn', firstWeekday: 1 },
  vi: { name: 'Tiếng Việt', dir: 'ltr', tag: 'vi-VN', lang: 'vi', script: 'Latn', firstWeekday: 1 },
  // eslint-disable-next-line no-restricted-syntax -- pl-PL is Polish, not a padding
  pl: { name: 'Polski', dir: 'ltr', tag: 'pl-PL', lang: 'pl', script: 'Latn', firstWeekday: 1 },
  // why Gregorian: appointments are made with people who use it
  fa: {
    name: 'فارسی',
    dir: 'rtl',
    tag: 'fa-IR-u-ca-gregory',
    lang: 'fa',
    script: 'Arab',
    firstWeekday: 6,
  },
  fr: { name: 'Français', dir: 'ltr', tag: 'fr-FR', lang: 'fr', script: 'Latn', firstWeekday: 1 },
  ro: { name: 'Română', dir: 'ltr', tag: 'ro-RO', lang: 'ro', script: 'Latn', firstWeekday: 1 },
} satisfies Record<string, LocaleInfo>;

export type Locale = keyof typeof table;

export const LOCALES: Record<Locale, LocaleInfo> = table;

export const DEFAULT_LOCALE: Locale = 'de';
export const LOCALE_COOKIE = 'allmende-locale';

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && Object.hasOwn(LOCALES, value);
}

export const LOCALE_CODES: Locale[] = Object.keys(LOCALES).filter(isLocale);

export function toLocale(value: unknown): Locale {
  return isLocale(value) ? value : DEFAULT_LOCALE;
}

/** The languages in which somebody reads what others wrote, best first: plain German is German too. */
export function readableIn(locale: string): string[] {
  const [language = locale] = locale.split('-');
  return language === locale ? [locale] : [locale, language];
}

/** The best of our languages for an Accept-Language header; the default where none fits. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [range = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = params.find((p) => p.trim().startsWith('q='))?.split('=')[1];
      return { range, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { range } of wishes) {
    const base = range.split('-')[0] ?? '';
    if (isLocale(range)) return range;
    if (isLocale(base)) return base;
  }
  return DEFAULT_LOCALE;
}
