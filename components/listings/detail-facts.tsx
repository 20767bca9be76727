import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DefinitionList } from '@/components/ui/definition-list';
import { PlaceWay } from '@/components/ui/ways';
import { costsNothing, type ResourceDetail } from '@/lib/listings/model';
import { formatDuration, formatList } from '@/lib/platform/date-format';
import { unbroken } from '@/lib/platform/unbroken';

type DetailFactsProps = {
  thing: ResourceDetail;
  /** False where the owner set prices: they stand in a list of their own. */
  saysPrice: boolean;
};

/** What to know before asking, in plain words. */
export async function DetailFacts({ thing, saysPrice }: DetailFactsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('listings.detail')]);
  const lasts = (minutes: number) => formatDuration(minutes, locale);
  const { bufferBefore, bufferAfter, priceNote } = thing;
  const spans = [
    bufferBefore > 0 && t('bufferBefore', { duration: lasts(bufferBefore) }),
    bufferAfter > 0 && t('bufferAfter', { duration: lasts(bufferAfter) }),
  ].filter((text) => text !== false);
  return (
    <DefinitionList
      entries={[
        {
          term: t('price'),
          icon: 'info',
          value: saysPrice && priceInWords(priceNote, t('free'), t('noPrice')),
        },
        { term: t('deposit'), icon: 'lock', value: text(thing.depositNote) },
        { term: t('capacity'), icon: 'people', value: text(thing.capacityNote) },
        {
          term: t('quantity'),
          icon: 'list',
          value: thing.quantity > 1 ? t('stock', { quantity: thing.quantity }) : null,
        },
        { term: t('place'), icon: 'pin', value: thing.place && <PlaceWay {...thing} /> },
        {
          term: t('decides'),
          icon: thing.approval === 'instant' ? 'approve' : 'clock',
          value:
            thing.approval === 'instant'
              ? t('instant')
              : t('manual', {
                  owner: unbroken(thing.owner.name),
                  hold: lasts(thing.holdHours * 60),
                }),
        },
        {
          term: t('buffer'),
          icon: 'refresh',
          value: spans.length > 0 ? t('bufferText', { spans: formatList(spans, locale) }) : null,
        },
      ]}
    />
  );
}

function priceInWords(note: string, free: string, none: string): ReactNode {
  if (!note) return none;
  return costsNothing(note) ? free : text(note);
}

function text(words: string): ReactNode {
  return words ? (
    <span dir="auto" className="whitespace-pre-line">
      {words}
    </span>
  ) : null;
}
