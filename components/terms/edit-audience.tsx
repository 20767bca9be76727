import { getTranslations } from 'next-intl/server';
import { Checkbox, ChoiceCards } from '@/components/ui/choices.client';
import { Name } from '@/components/ui/name';
import { AUDIENCES } from '@/lib/terms/model/rules';
import { termsField } from '@/lib/terms/schema/form';
import { InheritCards } from './edit-inherit';
import { NumberBlank } from './edit-length';
import type { EditProps } from './terms-editor';

type AudienceFieldsProps = EditProps & { organisations: { id: string; name: string }[] };

/** Everybody, some, or only one's own. */
export async function AudienceFields(props: AudienceFieldsProps) {
  const {
    level: { scope, terms },
    above,
    organisations,
  } = props;
  const t = await getTranslations('terms.edit');
  return (
    <div className="space-y-4">
      <InheritCards topic="audience" scope={scope} above={above}>
        {(inherit) => (
          <ChoiceCards
            name={termsField('audience')}
            legend={t('audience')}
            defaultValue={terms.audience ?? 'inherit'}
            options={[inherit, ...AUDIENCES.map((value) => ({ value, label: t(`whom.${value}`) }))]}
          />
        )}
      </InheritCards>
      <fieldset className="hidden group-has-[input[value=chosen]:checked]/topic:block">
        <legend className="mb-1.5 text-sm font-semibold">{t('chosen')}</legend>
        <div className="max-h-96 overflow-y-auto rounded-md border border-line px-3 py-1">
          {organisations.map(({ id, name }) => (
            <Checkbox
              key={id}
              name={termsField('organisations')}
              value={id}
              label={<Name>{name}</Name>}
              defaultChecked={terms.chosen.includes(id)}
            />
          ))}
        </div>
      </fieldset>
      <div className="hidden leading-loose group-has-[input[value=own_first]:checked]/topic:block">
        {t.rich('ownFirst', {
          days: () => (
            <NumberBlank name="ownFirstDays" label={t('ownFirstDays')} value={terms.ownFirstDays} />
          ),
        })}
      </div>
    </div>
  );
}
