import { getLocale, getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/ui/choices.client';
import { currencySign, moneyField } from '@/lib/platform/money';
import type { Prices } from '@/lib/prices/model';
import { priceField } from '@/lib/prices/schema/form';
import { Blank } from '@/components/ui/blank.client';

/** Deposit, cleaning and calling off, as sentences with blanks. */
export async function RestSentences({ prices }: { prices: Prices }) {
  const [t, locale] = await Promise.all([getTranslations('prices.edit'), getLocale()]);
  const sign = currencySign(prices.currency, locale);
  const amount = (name: string, label: string, minor: number | null) => (
    <Blank
      name={priceField(name)}
      label={label}
      defaultValue={minor === null ? '' : moneyField(minor, locale)}
      sign={sign}
    />
  );
  const number = (name: string, label: string, value: number | null) => (
    <Blank
      name={priceField(name)}
      label={label}
      defaultValue={value === null ? '' : String(value)}
    />
  );
  return (
    <section aria-labelledby="rest" className="space-y-2">
      <h2 id="rest" className="text-lg">
        {t('rest')}
      </h2>
      <div className="leading-loose">
        {t.rich('deposit', {
          amount: () => amount('deposit_minor', t('depositLabel'), prices.deposit),
        })}
      </div>
      <Checkbox
        name={priceField('deposit_per_item')}
        label={t('depositPerItem')}
        defaultChecked={prices.isDepositPerItem}
      />
      <div className="leading-loose">
        {t.rich('cleaning', {
          amount: () => amount('cleaning_minor', t('cleaningLabel'), prices.cleaning),
        })}
      </div>
      <div className="leading-loose">
        {t.rich('cancel', {
          days: () => number('cancel_free_days', t('cancelDays'), prices.cancelFreeDays),
          percent: () => number('cancel_fee_percent', t('cancelPercent'), prices.cancelFeePercent),
        })}
      </div>
    </section>
  );
}
