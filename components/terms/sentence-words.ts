import { getLocale, getTranslations } from 'next-intl/server';
import { formatDuration, formatList } from '@/lib/platform/date-format';
import type { SayValue, Sentence } from '@/lib/terms/model/words';

/** Says a sentence of the rules in the language of the page. */
export async function sentenceWords(owner: string): Promise<(sentence: Sentence) => string> {
  const [t, locale] = await Promise.all([getTranslations('terms.say'), getLocale()]);
  const inWords = (value: SayValue): string | number => {
    if (typeof value !== 'object') return value;
    return 'minutes' in value
      ? formatDuration(value.minutes, locale)
      : formatList(value.list, locale);
  };
  return ({ say, values }) =>
    t(say, {
      owner,
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value)])),
    });
}
