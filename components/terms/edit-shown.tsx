import { getTranslations } from 'next-intl/server';
import { Pick } from '@/components/ui/blank.client';
import { Input } from '@/components/ui/fields.client';
import { CONFIRMED_PER } from '@/lib/terms/model/rules';
import { termsField } from '@/lib/terms/schema/form';
import { MOST_LINES } from '@/lib/terms/schema/opening';
import { NumberBlank } from './edit-length';
import type { EditProps } from './terms-editor';

/** What the owner must have seen before it goes out. */
export async function ShownFields({ level: { scope, terms } }: EditProps) {
  const t = await getTranslations('terms.edit');
  const { confirmations } = terms;
  const count = Math.min(confirmations.length + 1, MOST_LINES.confirmations);
  return (
    <div className="space-y-3">
      <ul className="space-y-2">
        {Array.from({ length: count }, (_, index) => {
          const given = confirmations[index];
          const field = (name: string) => termsField('confirmations', index, name);
          const line = { line: index + 1 };
          return (
            <li key={given?.name ?? 'new'} className="rounded-md bg-sunken px-3 py-2 leading-loose">
              {t.rich('confirmation', {
                name: () => (
                  <Input
                    name={field('name')}
                    label={t('confirmationName', line)}
                    hideLabel
                    placeholder={t('confirmationPlaceholder')}
                    defaultValue={given?.name ?? ''}
                    maxLength={120}
                  />
                ),
                per: () => (
                  <Pick
                    name={field('per')}
                    label={t('confirmationPer', line)}
                    defaultValue={given?.per ?? 'organisation'}
                    options={CONFIRMED_PER.map((value) => ({
                      value,
                      label: t(`confirmedPer.${value}`),
                    }))}
                  />
                ),
              })}
              <div>
                {t.rich('confirmationValid', {
                  months: () => (
                    <NumberBlank
                      name={field('validMonths')}
                      label={t('confirmationMonths', line)}
                      value={given?.validMonths ?? null}
                    />
                  ),
                })}
              </div>
            </li>
          );
        })}
      </ul>
      <p className="text-sm text-muted">{t('confirmationHint')}</p>
      {scope !== 'pool' && <p className="text-sm text-muted">{t('added')}</p>}
    </div>
  );
}
