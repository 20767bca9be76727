import { getLocale, getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/ui/choices.client';
import { Select } from '@/components/ui/fields.client';
import { currencySign, moneyField } from '@/lib/platform/money';
import { GROUP_MODES, TARIFF_UNITS, type GroupPrice, type PriceGroup } from '@/lib/prices/model';
import { priceField } from '@/lib/prices/schema/form';
import { Blank } from '@/components/ui/blank.client';

type GroupSentencesProps = {
  group: PriceGroup;
  given: GroupPrice | undefined;
  currency: string;
};

/** What one group pays, as sentences with blanks; folded away while it says nothing. */
export async function GroupSentences({ group, given, currency }: GroupSentencesProps) {
  const [t, locale] = await Promise.all([getTranslations('prices'), getLocale()]);
  const sign = currencySign(currency, locale);
  const name = t(`group.${group}`);
  const [some] = given?.tariffs ?? [];
  const label = (blank: 'first' | 'further' | 'free' | 'minimum') =>
    t(`edit.blank.${blank}`, { group: name });
  const next = group === 'others' ? 'nextOthers' : 'next';
  return (
    <details
      className="group/price edged rounded-lg bg-surface shadow-card"
      open={given !== undefined || group === 'others'}
    >
      <summary className="flex min-h-13 cursor-pointer items-center px-4 py-2.5 font-semibold">
        {name}
      </summary>
      <div className="space-y-4 px-4 pb-4">
        <Select
          name={priceField('groups', group, 'mode')}
          label={t('edit.groupMode', { group: name })}
          hideLabel
          hint={t(`edit.groupHints.${group}`)}
          defaultValue={given?.mode ?? ''}
          options={[
            { value: '', label: t(`edit.groupModes.${next}`) },
            ...GROUP_MODES.map((mode) => ({ value: mode, label: t(`edit.groupModes.${mode}`) })),
          ]}
        />
        {/* the amounts count only for a group that pays them */}
        <div className="hidden space-y-4 group-has-[option[value=tariff]:checked]/price:block">
          {TARIFF_UNITS.map((unit) => {
            const tariff = given?.tariffs.find((one) => one.unit === unit);
            const blank = (kind: 'first' | 'further' | 'free', value: string, isMoney: boolean) => {
              const key = { first: 'first_minor', further: 'further_minor', free: 'free_units' }[
                kind
              ];
              return (
                <Blank
                  name={priceField('groups', group, unit, key)}
                  label={t('edit.blankOf', { label: label(kind), unit: t(`edit.units.${unit}`) })}
                  defaultValue={value}
                  {...(isMoney ? { sign } : {})}
                />
              );
            };
            const amount = (minor: number | null | undefined) =>
              typeof minor === 'number' ? moneyField(minor, locale) : '';
            return (
              <div key={unit} className="leading-loose">
                {t.rich(`edit.${unit}`, {
                  first: () => blank('first', amount(tariff?.first), true),
                  further: () => blank('further', amount(tariff?.further), true),
                  free: () =>
                    blank('free', tariff?.freeUnits ? String(tariff.freeUnits) : '', false),
                })}
              </div>
            );
          })}
          <Checkbox
            name={priceField('groups', group, 'per_item')}
            label={t('edit.perItem')}
            defaultChecked={some?.isPerItem ?? false}
          />
          <div className="leading-loose">
            {t.rich('edit.least', {
              minimum: () => (
                <Blank
                  name={priceField('groups', group, 'minimum_minor')}
                  label={label('minimum')}
                  defaultValue={some?.minimum ? moneyField(some.minimum, locale) : ''}
                  sign={sign}
                />
              ),
            })}
          </div>
        </div>
      </div>
    </details>
  );
}
