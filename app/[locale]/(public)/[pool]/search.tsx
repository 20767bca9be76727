import { getTranslations } from 'next-intl/server';
import { PresetChips } from '@/components/availability/preset-chips';
import { WhenFields } from '@/components/availability/when-fields.client';
import { monthWords, whenWords } from '@/components/availability/when-words';
import { KindChips } from '@/components/listings/kind-chips';
import { SearchBox } from '@/components/listings/search-box';
import { TimeSheet } from '@/components/listings/time-sheet';
import { filterQuery, type CatalogueFilters, type Pool } from '@/lib/listings/model';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import { timeInWords } from './time-in-words';

export type CatalogueGround = { locale: Locale; pool: Pool; filters: CatalogueFilters };

/** What, when, which kind. Every part keeps what the others say. */
export async function Search({ locale, pool, filters }: CatalogueGround) {
  const [t, words, month] = await Promise.all([
    getTranslations('listings.search'),
    whenWords(),
    monthWords(),
  ]);
  const { query, kinds, when, quantity } = filters;
  const today = dayOf(now(), pool.zone);
  const action = paths.catalogue(locale, pool.slug);
  const href = (changes: Partial<CatalogueFilters>) =>
    paths.catalogue(locale, pool.slug, filterQuery(filters, changes));
  return (
    <div className="space-y-2">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <SearchBox action={action} query={query} keep={filterQuery(filters, { query: '' })} />
        <TimeSheet
          action={action}
          label={when ? timeInWords(when, locale, pool.zone) : t('whenAny')}
          isActive={when !== null}
          quantity={quantity}
          keep={filterQuery(filters, { when: null, quantity: null })}
          resetHref={href({ when: null, quantity: null })}
        >
          <WhenFields given={when} words={words} today={today} month={month} />
        </TimeSheet>
      </div>
      <PresetChips today={today} chosen={when} whenHref={(chosen) => href({ when: chosen })} />
      <KindChips chosen={kinds} kindsHref={(chosen) => href({ kinds: chosen })} />
    </div>
  );
}
