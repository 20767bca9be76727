import { getLocale, getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/ui/choices.client';
import { Input, Select } from '@/components/ui/fields.client';
import { currencySign, moneyField } from '@/lib/platform/money';
import { DUES, EXTRA_UNITS, PRICE_GROUPS, type Extra } from '@/lib/prices/model';
import { priceField } from '@/lib/prices/schema/form';

type ExtraFieldsProps = { index: number; given: Extra | undefined; currency: string };

/** One thing that comes on top. Without a name it does not count. */
export async function ExtraFields({ index, given, currency }: ExtraFieldsProps) {
  const [t, locale] = await Promise.all([getTranslations('prices'), getLocale()]);
  const sign = currencySign(currency, locale);
  const field = (...path: string[]) => priceField('extras', index, ...path);
  const amount = (minor: number | null | undefined) =>
    typeof minor === 'number' ? moneyField(minor, locale) : '';
  const money = { inputMode: 'decimal', dir: 'ltr', maxLength: 12, autoComplete: 'off' } as const;
  return (
    <details className="edged rounded-lg bg-surface shadow-card" open={given !== undefined}>
      <summary className="flex min-h-13 cursor-pointer items-center px-4 py-2.5 font-semibold">
        {given ? <bdi>{given.name}</bdi> : t('edit.extra', { number: index + 1 })}
      </summary>
      <div className="space-y-4 px-4 pb-4">
        <Input
          name={field('name')}
          label={t('edit.extraName')}
          placeholder={t('edit.extraNamePlaceholder')}
          defaultValue={given?.name ?? ''}
          maxLength={80}
        />
        <div className="grid grid-cols-2 gap-3">
          <Input
            {...money}
            name={field('amount_minor')}
            label={t('edit.blankOf', { label: t('edit.extraAmount'), unit: sign })}
            hint={t('edit.extraAmountHint')}
            defaultValue={amount(given?.amount)}
          />
          <Select
            name={field('unit')}
            label={t('edit.extraUnit')}
            defaultValue={given?.unit ?? 'flat'}
            options={EXTRA_UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
          />
        </div>
        <Select
          name={field('due')}
          label={t('edit.extraDue')}
          defaultValue={given?.due ?? 'asked'}
          options={DUES.map((due) => ({ value: due, label: t(`edit.dues.${due}`) }))}
        />
        <Checkbox
          name={field('required')}
          label={t('edit.extraRequired')}
          defaultChecked={given?.isRequired ?? false}
        />
        <details open={given !== undefined && Object.keys(given.groups).length > 0}>
          <summary className="flex min-h-11 cursor-pointer items-center text-sm font-semibold text-leaf">
            {t('edit.extraGroups')}
          </summary>
          <div className="grid grid-cols-2 gap-3 pt-1">
            {PRICE_GROUPS.map((group) => (
              <Input
                {...money}
                key={group}
                name={field('groups', group)}
                label={t('edit.blankOf', { label: t(`group.${group}`), unit: sign })}
                defaultValue={amount(given?.groups[group])}
              />
            ))}
          </div>
        </details>
      </div>
    </details>
  );
}
