import { getTranslations } from 'next-intl/server';
import { Pick } from '@/components/ui/blank.client';
import { QUOTA_MEASURES, QUOTA_PERIODS } from '@/lib/terms/model/rules';
import { termsField } from '@/lib/terms/schema/form';
import { MOST_LINES } from '@/lib/terms/schema/opening';
import { NumberBlank } from './edit-length';
import type { EditProps } from './terms-editor';

/** How much one organisation may have, and how much a day brings. */
export async function SharesFields({ level: { scope, terms }, above }: EditProps) {
  const t = await getTranslations('terms.edit');
  const { quotas } = terms;
  const count = Math.min(quotas.length + 1, MOST_LINES.quotas);
  return (
    <div className="space-y-3">
      <ul className="space-y-2">
        {Array.from({ length: count }, (_, index) => {
          const given = quotas[index];
          const line = { line: index + 1 };
          return (
            <li key={index} className="rounded-md bg-sunken px-3 py-2 leading-loose">
              {t.rich('quota', {
                most: () => (
                  <NumberBlank
                    name={`quotas.${index}.most`}
                    label={t('most', line)}
                    value={given?.most ?? null}
                  />
                ),
                measure: () => (
                  <Pick
                    name={termsField('quotas', index, 'measure')}
                    label={t('measure', line)}
                    defaultValue={given?.measure ?? 'open_bookings'}
                    options={QUOTA_MEASURES.map((value) => ({
                      value,
                      label: t(`measures.${value}`),
                    }))}
                  />
                ),
                per: () => (
                  <Pick
                    name={termsField('quotas', index, 'per')}
                    label={t('per', line)}
                    defaultValue={given?.per ?? ''}
                    options={[
                      { value: '', label: t('pers.none') },
                      ...QUOTA_PERIODS.map((value) => ({ value, label: t(`pers.${value}`) })),
                    ]}
                  />
                ),
              })}
            </li>
          );
        })}
      </ul>
      <p className="text-sm text-muted">{t('quotaHint')}</p>
      <div className="leading-loose">
        {t.rich('pickups', {
          count: () => (
            <NumberBlank
              name="pickupsPerDay"
              label={t('pickupsLabel')}
              value={terms.pickupsPerDay}
              above={above.pickupsPerDay}
            />
          ),
        })}
      </div>
      {scope !== 'pool' && <p className="text-sm text-muted">{t('added')}</p>}
    </div>
  );
}
