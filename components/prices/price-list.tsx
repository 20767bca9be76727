import { getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import type { Prices } from '@/lib/prices/model';
import { cancelInWords, priceSentences } from './price-sentences';

type PriceListProps = {
  prices: Prices;
  /** What the owner adds in words. */
  note?: string;
  headingLevel?: 2 | 3;
};

/** Everything a thing costs, before anybody asks: groups, extras, deposit, calling off. */
export async function PriceList({ prices, note = '', headingLevel = 2 }: PriceListProps) {
  const [t, say] = await Promise.all([getTranslations('prices'), priceSentences(prices)]);
  const { mode, groups, extras, deposit, isDepositPerItem, cleaning } = prices;
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const isGraded = mode === 'tariff' && groups.length > 1;
  return (
    <section aria-labelledby="price">
      <Heading id="price" className="text-xl">
        {t('list.title')}
      </Heading>
      {mode !== null && mode !== 'tariff' && <p className="py-2">{t(`mode.${mode}`)}</p>}
      {note && (
        <p className="py-2 whitespace-pre-line" dir="auto">
          {note}
        </p>
      )}
      <DefinitionList
        entries={[
          ...(mode === 'tariff'
            ? groups.map((one) => ({ term: t(`group.${one.group}`), value: say.group(one) }))
            : []),
          ...(mode === null
            ? []
            : extras.map((extra) => ({ term: extra.name, value: say.extra(extra) }))),
          {
            term: t('list.deposit'),
            value:
              deposit &&
              (isDepositPerItem
                ? t('list.depositEach', { amount: say.money(deposit) })
                : say.money(deposit)),
          },
          {
            term: t('list.cleaning'),
            value: cleaning && t('list.cleaningFlat', { amount: say.money(cleaning) }),
          },
          { term: t('list.cancel'), value: await cancelInWords(prices) },
        ].map((entry) => ({ ...entry, value: entry.value === 0 ? null : entry.value }))}
      />
      {isGraded && (
        <p className="pt-1 text-sm text-muted">{t('list.like', { group: t('group.others') })}</p>
      )}
    </section>
  );
}
