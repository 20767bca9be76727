import { getTranslations } from 'next-intl/server';
import { Pick } from '@/components/ui/blank.client';
import { ChoiceCards } from '@/components/ui/choices.client';
import { APPROVALS, type Approval } from '@/lib/listings/model';
import { HOLD_HOURS, REQUEST_MODES } from '@/lib/terms/model/rules';
import { termsField } from '@/lib/terms/schema/form';
import { Duration, NumberBlank } from './edit-length';
import type { EditProps } from './terms-editor';

type DecidesFieldsProps = EditProps & { approval: Approval | null };

/** Who says yes, and what a request does until then. */
export async function DecidesFields(props: DecidesFieldsProps) {
  const {
    level: { scope, terms },
    above,
    approval,
  } = props;
  const t = await getTranslations('terms.edit');
  return (
    <div className="space-y-4">
      {approval && (
        <ChoiceCards
          name={termsField('approval')}
          legend={t('approvalLegend')}
          defaultValue={approval}
          options={APPROVALS.map((value) => ({ value, label: t(`approval.${value}`) }))}
        />
      )}
      <div className="space-y-2 leading-loose">
        <div>
          {t.rich('requests', {
            mode: () => (
              <Pick
                name={termsField('requestMode')}
                label={t('requestsLabel')}
                defaultValue={terms.requestMode ?? ''}
                options={[
                  { value: '', label: t('mode.inherit') },
                  ...REQUEST_MODES.map((value) => ({ value, label: t(`mode.${value}`) })),
                ]}
              />
            ),
          })}
        </div>
        <div>
          {t.rich('holdHours', {
            hours: () => (
              <NumberBlank
                name="holdHours"
                label={t('holdLabel')}
                value={terms.holdHours}
                above={above.holdHours || HOLD_HOURS}
              />
            ),
          })}
        </div>
        <div>
          {t.rich('noShow', {
            time: () => (
              <Duration
                name="noShowMinutes"
                label={t('noShowLabel')}
                minutes={terms.noShowMinutes}
                above={above.noShowMinutes}
              />
            ),
          })}
        </div>
        <p className="text-sm leading-normal text-muted">{t(`empty.${scope}`)}</p>
      </div>
    </div>
  );
}
