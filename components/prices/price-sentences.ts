import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { inARow } from '@/lib/platform/date-format';
import { shortMoney } from '@/lib/platform/money';
import {
  PRICE_GROUPS,
  type Extra,
  type GroupPrice,
  type Prices,
  type Tariff,
} from '@/lib/prices/model';

/** What terms say about money, in plain words. */
export async function priceSentences(prices: Prices) {
  const [t, locale] = await Promise.all([getTranslations('prices'), getLocale()]);
  const money = (minor: number) => shortMoney(minor, prices.currency, locale);
  const per = (minor: number, unit: Tariff['unit'] | Extra['unit']) =>
    t('tag.per', { amount: money(minor), unit: t(`unit.${unit}`) });

  function tariff({ unit, first, further, isPerItem, minimum, freeUnits }: Tariff): string {
    const isGraded = further !== null && further !== first;
    const amount =
      isGraded && (unit === 'hour' || unit === 'day')
        ? t(unit === 'hour' ? 'sentence.firstHour' : 'sentence.firstDay', {
            first: money(first),
            further: money(further),
          })
        : per(first, unit);
    const parts = [
      amount,
      isPerItem && t('sentence.perItem'),
      freeUnits > 0 &&
        t(unit === 'hour' ? 'sentence.freeHours' : 'sentence.freeDays', { count: freeUnits }),
      minimum > 0 && t('sentence.minimum', { amount: money(minimum) }),
    ];
    return inARow(parts, locale);
  }

  function group({ mode, tariffs }: GroupPrice): string {
    if (mode !== 'tariff') return t(`mode.${mode}`);
    return tariffs.map(tariff).reduce((first, second) => t('sentence.or', { first, second }));
  }

  function extra({ unit, amount, groups, isForAll, due, isRequired }: Extra): string {
    const own = PRICE_GROUPS.flatMap((name) => {
      const minor = groups[name];
      return minor === undefined
        ? []
        : [t('list.forGroup', { group: t(`group.${name}`), price: per(minor, unit) })];
    });
    const rest = isForAll ? [amount === null ? t('list.effort') : per(amount, unit)] : [];
    const when =
      due === 'settled'
        ? [t('list.settled'), ...(isRequired ? [] : [t('list.onlyIf')])]
        : [t(isRequired ? 'list.always' : 'list.optional')];
    return inARow([...rest, ...own, ...when], locale);
  }

  return { money, group, extra };
}

/** What calling off costs; null where it costs nothing. */
export async function cancelInWords({ cancelFreeDays: days, cancelFeePercent: percent }: Prices) {
  const t = await getTranslations('prices.list');
  if (!percent) return null;
  return days === null ? t('cancelAlways', { percent }) : t('cancelFree', { days, percent });
}
