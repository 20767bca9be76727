import type { ResourceDetail, Wording } from './model';

/** The three texts of a thing as somebody reads them, each with the language it is written in. */
export type Reading = {
  /** Whether the reader's language is a translation by the owner. */
  isTranslated: boolean;
  title: string;
  titleLocale: string;
  description: string;
  descriptionLocale: string;
  rules: string;
  rulesLocale: string;
};

type Written = Wording & Pick<ResourceDetail, 'translations'>;

/** In the reader's language where the owner wrote it, else in the original; part by part. */
export function readIn(thing: Written, locale: string): Reading {
  const own = thing.translations.find((translation) => translation.locale === locale);
  const described = own?.description ? own : thing;
  const ruled = own?.rules ? own : thing;
  return {
    isTranslated: own !== undefined,
    title: (own ?? thing).title,
    titleLocale: (own ?? thing).locale,
    description: described.description,
    descriptionLocale: described.locale,
    rules: ruled.rules,
    rulesLocale: ruled.locale,
  };
}
