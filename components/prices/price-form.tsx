import { getTranslations } from 'next-intl/server';
import { ActionBar } from '@/components/ui/action-bar';
import { ChoiceCards } from '@/components/ui/choices.client';
import { ActionForm } from '@/components/ui/form.client';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { draftState } from '@/lib/platform/draft';
import { setPricesAction } from '@/lib/prices/actions';
import { PRICE_GROUPS, PRICE_MODES, type Prices } from '@/lib/prices/model';
import { MOST_EXTRAS, priceField } from '@/lib/prices/schema/form';
import { ExtraFields } from './extra-fields';
import { GroupSentences } from './group-sentences';
import { RestSentences } from './rest-sentences';

type PriceFormProps = {
  scope: 'organisation' | 'resource';
  id: string;
  prices: Prices;
};

/** What it costs, told in sentences with blanks. */
export async function PriceForm({ scope, id, prices }: PriceFormProps) {
  const [t, initial] = await Promise.all([
    getTranslations('prices.edit'),
    draftState('set-prices'),
  ]);
  const inherit = scope === 'resource' ? 'inherit' : 'inheritPool';
  const lines = Math.min(prices.extras.length + 2, MOST_EXTRAS);
  return (
    <ActionForm action={setPricesAction} initial={initial} className="group/form space-y-8">
      <Saved text={t('saved')} />
      <input type="hidden" name="scope" value={scope} />
      <input type="hidden" name="id" value={id} />
      <ChoiceCards
        name={priceField('mode')}
        legend={t('mode')}
        defaultValue={prices.mode ?? 'inherit'}
        options={[
          { value: 'inherit', label: t(`modes.${inherit}`), text: t(`modeTexts.${inherit}`) },
          ...PRICE_MODES.map((mode) => ({
            value: mode,
            label: t(`modes.${mode}`),
            text: t(`modeTexts.${mode}`),
          })),
        ]}
      />
      <section
        aria-labelledby="tariffs"
        className="hidden space-y-3 group-has-[input[value=tariff]:checked]/form:block"
      >
        <h2 id="tariffs" className="text-lg">
          {t('tariffs')}
        </h2>
        <p className="text-sm text-muted">{t('tariffsHint')}</p>
        {PRICE_GROUPS.map((group) => (
          <GroupSentences
            key={group}
            group={group}
            given={prices.groups.find((one) => one.group === group)}
            currency={prices.currency}
          />
        ))}
      </section>
      <section aria-labelledby="extras" className="space-y-3">
        <h2 id="extras" className="text-lg">
          {t('extras')}
        </h2>
        <p className="text-sm text-muted">{t('extrasHint')}</p>
        {Array.from({ length: lines }, (_, index) => (
          <ExtraFields
            key={prices.extras[index]?.name ?? `new-${index}`}
            index={index}
            given={prices.extras[index]}
            currency={prices.currency}
          />
        ))}
      </section>
      <RestSentences prices={prices} />
      {scope === 'resource' && <p className="text-sm text-muted">{t('inherited')}</p>}
      <p className="text-sm text-muted">{t('keeps')}</p>
      <ActionBar>
        <SubmitButton>{t('save')}</SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}
