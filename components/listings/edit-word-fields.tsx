import { getLocale, getTranslations } from 'next-intl/server';
import { Input, Select, TextArea } from '@/components/ui/fields.client';
import { BUFFER_MINUTES, type EditableResource } from '@/lib/listings/model';
import { formatNumber } from '@/lib/platform/date-format';
import type { Locale } from '@/lib/platform/i18n/locales';

type Given = Pick<
  EditableResource,
  | 'description'
  | 'rules'
  | 'capacityNote'
  | 'priceNote'
  | 'depositNote'
  | 'bufferBefore'
  | 'bufferAfter'
>;

/** What may be said about a thing but need not. */
export async function WordFields({ given }: { given?: Given }) {
  const [t, locale] = await Promise.all([getTranslations('listings.edit'), getLocale()]);
  return (
    <div className="space-y-5">
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        defaultValue={given?.description}
        rows={3}
        maxLength={6000}
      />
      <TextArea
        name="rules"
        label={t('rules')}
        hint={t('rulesHint')}
        defaultValue={given?.rules}
        rows={3}
        maxLength={6000}
      />
      <Input
        name="capacityNote"
        label={t('capacityNote')}
        placeholder={t('capacityPlaceholder')}
        defaultValue={given?.capacityNote}
        maxLength={240}
      />
      <Input
        name="priceNote"
        label={t('priceNote')}
        placeholder={t('pricePlaceholder')}
        defaultValue={given?.priceNote}
        maxLength={1000}
      />
      <Input
        name="depositNote"
        label={t('depositNote')}
        placeholder={t('depositPlaceholder')}
        defaultValue={given?.depositNote}
        maxLength={240}
      />
      <div>
        <div className="grid grid-cols-2 gap-3">
          {(['bufferBefore', 'bufferAfter'] as const).map((name) => (
            <Select
              key={name}
              name={name}
              label={t(name)}
              defaultValue={String(given?.[name] ?? 0)}
              options={buffers(given?.[name] ?? 0, t('noBuffer'), locale)}
            />
          ))}
        </div>
        <p className="mt-1.5 text-sm text-muted">{t('bufferHint')}</p>
      </div>
    </div>
  );
}

/** A length that was set elsewhere stays one of the choices. */
function buffers(current: number, none: string, locale: Locale) {
  return [...new Set([...BUFFER_MINUTES, current])]
    .sort((a, b) => a - b)
    .map((minutes) => ({
      value: String(minutes),
      label: minutes === 0 ? none : duration(minutes, locale),
    }));
}

function duration(minutes: number, locale: Locale): string {
  const [value, unit] =
    minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return formatNumber(value, locale, { style: 'unit', unit, unitDisplay: 'long' });
}
