import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Reading, ResourceDetail } from '@/lib/listings/model';
import { languageName, spokenIn } from '@/lib/platform/i18n/languages';

type LanguageNoteProps = {
  thing: Pick<ResourceDetail, 'locale' | 'owner'>;
  reading: Reading;
  /** Into the reader's language, whether or not it is shown now. */
  hasTranslation: boolean;
  href: (original: boolean) => string;
};

/** Says which language a thing is read in when that is not plain, with the other one a tap away. */
export async function LanguageNote(props: LanguageNoteProps) {
  const { thing, reading, hasTranslation, href } = props;
  const [t, locale] = await Promise.all([getTranslations('listings.language'), getLocale()]);
  const original = languageName(thing.locale, locale);
  // Einfache Sprache and German are read alike: nothing to say.
  if (!hasTranslation && spokenIn(thing.locale) === spokenIn(locale)) return null;
  return (
    <p className="text-sm text-muted">
      {reading.isTranslated
        ? t.rich('translated', {
            owner: thing.owner.name,
            language: original,
            name: (chunks) => <bdi>{chunks}</bdi>,
          })
        : t('original', { language: original })}{' '}
      {hasTranslation && (
        <Link
          href={href(reading.isTranslated)}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold text-leaf underline-offset-4 hover:underline"
        >
          {reading.isTranslated ? t('showOriginal') : t('showTranslated')}
        </Link>
      )}
    </p>
  );
}
