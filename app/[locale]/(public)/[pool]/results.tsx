import { getTranslations } from 'next-intl/server';
import { EmptyResults } from '@/components/listings/empty-results';
import { NearChip } from '@/components/listings/near-chip.client';
import { ResultsHeader } from '@/components/listings/results-header';
import { ThingCard } from '@/components/listings/thing-card';
import { ThingGrid } from '@/components/listings/thing-grid';
import { CardPrice } from '@/components/prices/card-price';
import { LinkButton } from '@/components/ui/button';
import { ChipLink } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { flawOf, fromNowOn, whenQuery } from '@/lib/availability/model';
import { filterQuery, type CatalogueFilters } from '@/lib/listings/model';
import { searchCatalogue } from '@/lib/listings/queries/catalogue';
import { now } from '@/lib/platform/clock';
import { errorSentence, fieldSentence } from '@/lib/platform/error-words';
import { paths } from '@/lib/platform/paths';
import { listPriceTags } from '@/lib/prices/queries/prices';
import type { CatalogueGround } from './search';
import { timeInWords } from './time-in-words';

const ABOVE_THE_FOLD = 4;

export async function Results({ locale, pool, filters }: CatalogueGround) {
  const t = await getTranslations('listings.results');
  const { when, quantity, showsTaken, cursor } = filters;
  const period = when && fromNowOn(when, pool.zone, now());
  const flaw = period && flawOf(period);
  if (flaw === 'end_before_start') {
    return <Refused>{await fieldSentence({ rule: flaw, params: {} })}</Refused>;
  }

  const href = (changes: Partial<CatalogueFilters>) =>
    paths.catalogue(locale, pool.slug, filterQuery(filters, changes));
  const result = await searchCatalogue(pool.slug, filters, period, locale);
  if (!result.ok) {
    const { code } = result.error;
    if (code === 'INPUT' && cursor) return <Refused>{t('first')}</Refused>;
    return <Refused>{code === 'NETWK' ? t('away') : await errorSentence(result.error)}</Refused>;
  }

  const here = href({});
  const { cards, nextCursor } = result.value;
  const tags = await listPriceTags(cards.map(({ id }) => id));
  const carried = {
    ...(when ? whenQuery(when) : {}),
    ...(quantity === null ? {} : { n: String(quantity) }),
  };
  return (
    <section className="mt-5 space-y-3" aria-live="polite">
      <ResultsHeader
        query={filters.query}
        time={when && timeInWords(when, locale, pool.zone)}
        quantity={quantity}
        showsTaken={showsTaken}
        takenHref={href({ showsTaken: !showsTaken })}
        near={
          filters.near ? (
            <ChipLink active prefetch={false} href={href({ near: null })}>
              {t('nearest')}
            </ChipLink>
          ) : (
            <NearChip
              href={`${here}${here.includes('?') ? '&' : '?'}near={near}`}
              label={t('nearest')}
              unknown={t('nearUnknown')}
            />
          )
        }
      />
      {cards.length === 0 && <EmptyResults query={filters.query} ways={waysOn(filters, href)} />}
      <ThingGrid>
        {cards.map((thing, index) => {
          const tag = tags.get(thing.id);
          return (
            <ThingCard
              key={thing.id}
              thing={thing}
              href={paths.resource(locale, pool.slug, thing.slug, carried)}
              priority={index < ABOVE_THE_FOLD}
              price={tag && <CardPrice tag={tag} />}
            />
          );
        })}
      </ThingGrid>
      <div className="flex flex-wrap justify-center gap-3 pt-3">
        {cursor && (
          <LinkButton href={href({})} variant="ghost" prefetch={false}>
            {t('first')}
          </LinkButton>
        )}
        {nextCursor && (
          <LinkButton href={href({ cursor: nextCursor })} variant="quiet" prefetch={false}>
            {t('more')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

function Refused({ children }: { children: string }) {
  return (
    <div className="mt-5">
      <Notice tone="attention">{children}</Notice>
    </div>
  );
}

type Way = Parameters<typeof EmptyResults>[0]['ways'][number];

function waysOn(
  { query, kinds, when, quantity, showsTaken }: CatalogueFilters,
  href: (changes: Partial<CatalogueFilters>) => string,
): Way[] {
  const ways: Way[] = [];
  if (kinds.length > 0) ways.push({ href: href({ kinds: [] }), label: 'withoutKinds' });
  if (when && !showsTaken) ways.push({ href: href({ showsTaken: true }), label: 'withTaken' });
  if (when) ways.push({ href: href({ when: null }), label: 'anyTime' });
  if (quantity !== null) ways.push({ href: href({ quantity: null }), label: 'fewer' });
  // A word that nothing answers to is not helped by another day.
  const everything = href({ query: '', kinds: [], when: null, quantity: null });
  if (query || ways.length === 0) ways.push({ href: everything, label: 'everything' });
  return ways;
}
